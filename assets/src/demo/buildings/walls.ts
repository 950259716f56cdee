import { towardsSun } from '../ground/shade.ts';
import { fill, rectangle } from '../paint/brush.ts';
import { Canvas, type Colour, type Shader } from '../paint/canvas.ts';
import { cloud, grain, hashed } from '../paint/noise.ts';
import { type Building, chosen, PARAPET_M } from './building.ts';

/** The four walls, as numbered: south, east, north, west of a building that heads east. */
export type Side = 0 | 1 | 2 | 3;

const render = [
  [205, 199, 187],
  [190, 190, 186],
  [196, 182, 160],
  [176, 146, 124],
] as const satisfies readonly Colour[];
const sheet = [
  [186, 190, 190],
  [168, 178, 186],
  [196, 193, 182],
] as const satisfies readonly Colour[];
const trims = [
  [62, 98, 142],
  [72, 104, 120],
  [120, 74, 62],
] as const satisfies readonly Colour[];

/** Height of a wall with what stands above the eaves. */
export function wallHeight({ heightM, roof }: Building): number {
  return roof === 'flat' ? heightM + PARAPET_M : heightM;
}

export function wallLength({ lengthM, widthM }: Building, side: Side): number {
  return side % 2 === 0 ? lengthM : widthM;
}

/** Paints a wall as seen from outside: x from its left end, y up from the ground. */
export function paintWall(building: Building, side: Side, pixelM: number): Canvas {
  const canvas = new Canvas(0, 0, wallLength(building, side), wallHeight(building), pixelM);
  painters[building.style](canvas, building, side);
  weather(canvas, building, side);
  return canvas;
}

type Painter = (canvas: Canvas, building: Building, side: Side) => void;

const plaster =
  (colour: Colour): Shader =>
  (x, y, ink, column, row) => {
    ink.from(colour, cloud(x, y, 5, 60) * 6 + grain(column, row) * 3);
    return 1;
  };

/** Profiled sheet: a rib every third of a metre. */
const profiled =
  (colour: Colour): Shader =>
  (x, y, ink, column, row) => {
    ink.from(colour, Math.sin((x / 0.33) * 2 * Math.PI) * 6 + cloud(x * 0.3, y, 6, 61) * 7 + grain(column, row) * 3);
    return 1;
  };

/** A pane: dark inside, sky above, a blind now and then. */
function glass(seed: number): Shader {
  return (x, y, ink) => {
    const pane = hashed(Math.floor(x / 1.2), Math.floor(y / 1.9), seed);
    ink.set(52 + pane * 26, 64 + pane * 28, 74 + pane * 26);
    if (pane > 0.86) ink.set(150, 150, 142);
    return 1;
  };
}

const box = (canvas: Canvas, x0: number, y0: number, x1: number, y1: number, shader: Shader) =>
  fill(canvas, rectangle(x0, y0, x1, y1), shader);

function storeys({ heightM }: Building): { count: number; each: number } {
  const count = Math.max(1, Math.round(heightM / 3.8));
  return { count, each: heightM / count };
}

const painters: Record<Building['style'], Painter> = {
  rendered: (canvas, building, side) => {
    const colour = chosen(render, building, 1) ?? render[0];
    canvas.flood(plaster(colour));
    const length = wallLength(building, side);
    const { count, each } = storeys(building);
    const frame = plaster([216, 214, 208]);
    const band = chosen([true, false, true], building, 2) === true && count > 1;
    for (let level = 0; level < count; level++) {
      const [y0, y1] = [level * each + each * 0.28, level * each + each * 0.76];
      if (band && level > 0) {
        box(canvas, 0.9, y0 - 0.1, length - 0.9, y1 + 0.1, frame);
        box(canvas, 1, y0, length - 1, y1, glass(building.seed + level));
        for (let x = 1; x < length - 1; x += 2.4) box(canvas, x - 0.06, y0, x + 0.06, y1, frame);
      } else {
        const panes = Math.max(1, Math.floor((length - 1.6) / 3.1));
        for (let k = 0; k < panes; k++) {
          const x = 0.8 + ((length - 1.6) / panes) * (k + 0.5);
          box(canvas, x - 0.95, y0 - 0.12, x + 0.95, y1 + 0.1, frame);
          box(canvas, x - 0.83, y0, x - 0.04, y1, glass(building.seed + k));
          box(canvas, x + 0.04, y0, x + 0.83, y1, glass(building.seed + k + 50));
          if (hashed(k, level, building.seed) > 0.62) airUnit(canvas, x + 1.25, y0 - 0.5);
        }
      }
      box(canvas, 0, (level + 1) * each - 0.14, length, (level + 1) * each + 0.1, plaster([172, 168, 160]));
    }
    if (side === 0 || side === 2) entrance(canvas, length / 2);
    box(canvas, 0, 0, length, 0.5, plaster([128, 124, 118]));
  },
  metal: (canvas, building, side) => {
    const colour = chosen(sheet, building, 1) ?? sheet[0];
    const trim = chosen(trims, building, 3) ?? trims[0];
    canvas.flood(profiled(colour));
    const length = wallLength(building, side);
    const { heightM } = building;
    box(canvas, 0, heightM - 0.9, length, heightM, profiled(trim));
    box(canvas, 0, heightM * 0.66, length, heightM * 0.66 + 1.1, windowStrip(building.seed));
    if (side % 2 === 0) {
      for (let x = 6; x + 3 < length; x += 14) rollerDoor(canvas, x, Math.min(4.6, heightM * 0.5), trim);
    } else {
      rollerDoor(canvas, length / 2, Math.min(5, heightM * 0.55), trim);
    }
    box(canvas, 0, 0, length, 1.1, plaster([150, 146, 138]));
    for (let x = 6; x + 3 < length && side % 2 === 0; x += 14) {
      rollerDoor(canvas, x, Math.min(4.6, heightM * 0.5), trim);
    }
  },
  shelter: (canvas, building, side) => {
    canvas.flood(plaster([178, 174, 166]));
    const length = wallLength(building, side);
    for (let x = 6; x < length; x += 6) box(canvas, x - 0.05, 0, x + 0.05, building.heightM, plaster([132, 129, 123]));
    box(canvas, 0, building.heightM - 1.3, length, building.heightM - 0.5, plaster([72, 108, 138]));
    if (side % 2 === 0) {
      box(canvas, length / 2 - 1.2, 0, length / 2 + 1.2, 2.6, plaster([96, 100, 104]));
      for (const x of [length * 0.2, length * 0.8]) louvre(canvas, x - 1.5, 2.8, 3, 1.3);
    }
  },
  switchgear: (canvas, building, side) => {
    canvas.flood(plaster([188, 183, 170]));
    const length = wallLength(building, side);
    for (let x = 2; x + 2.4 < length; x += 4.6) {
      louvre(canvas, x, building.heightM * 0.62, 1.8, Math.min(1.2, building.heightM * 0.18));
      if (side % 2 === 0) box(canvas, x, 0, x + 2, Math.min(3, building.heightM * 0.5), plaster([88, 112, 104]));
    }
    box(canvas, 0, 0, length, 0.6, plaster([134, 130, 122]));
  },
  'fire-station': (canvas, building, side) => {
    canvas.flood(plaster([206, 202, 194]));
    const length = wallLength(building, side);
    box(canvas, 0, building.heightM - 1.6, length, building.heightM - 0.6, plaster([158, 52, 44]));
    if (side % 2 === 0) {
      for (let x = 3; x + 5 < length * 0.7; x += 5.8) {
        box(canvas, x - 0.2, 0, x + 4.6, 4.9, plaster([120, 116, 110]));
        box(canvas, x, 0, x + 4.4, 4.7, doorPanels([166, 50, 42]));
      }
      for (let x = length * 0.74; x + 2 < length; x += 3) box(canvas, x, 1.2, x + 1.8, 2.9, glass(building.seed));
    }
    for (let x = 1.5; x + 2 < length; x += 3) box(canvas, x, 6, x + 1.8, 7.7, glass(building.seed + 9));
  },
  equipment: (canvas, building, side) => {
    canvas.flood(plaster([112, 120, 116]));
    const length = wallLength(building, side);
    for (let x = 0.4; x < length; x += 0.5) box(canvas, x, 0.8, x + 0.28, building.heightM - 1, plaster([84, 92, 90]));
  },
};

function windowStrip(seed: number): Shader {
  return (x, y, ink) => {
    const pane = hashed(Math.floor(x / 2), 3, seed);
    ink.set(132 + pane * 40, 148 + pane * 34, 152 + pane * 28);
    if (x - Math.floor(x / 2) * 2 < 0.14) ink.set(150, 152, 150);
    ink.lighten(cloud(x, y, 2, 62) * 4);
    return 1;
  };
}

function doorPanels(colour: Colour): Shader {
  return (_x, y, ink) => {
    ink.from(colour, y - Math.floor(y / 0.5) * 0.5 < 0.1 ? -16 : 0);
    return 1;
  };
}

function rollerDoor(canvas: Canvas, x: number, height: number, colour: Colour): void {
  box(canvas, x - 2.3, 0, x + 2.3, height + 0.25, plaster([214, 190, 96]));
  box(canvas, x - 2.1, 0, x + 2.1, height, doorPanels(colour));
}

function entrance(canvas: Canvas, x: number): void {
  box(canvas, x - 2.6, 2.9, x + 2.6, 3.3, plaster([110, 108, 104]));
  box(canvas, x - 2, 0, x + 2, 2.9, glass(7));
  box(canvas, x - 0.05, 0, x + 0.05, 2.9, plaster([200, 198, 192]));
}

function airUnit(canvas: Canvas, x: number, y: number): void {
  box(canvas, x - 0.45, y - 0.1, x + 0.45, y + 0.6, plaster([206, 206, 200]));
  box(canvas, x - 0.25, y, x + 0.2, y + 0.5, plaster([120, 122, 122]));
}

function louvre(canvas: Canvas, x: number, y: number, width: number, height: number): void {
  box(canvas, x, y, x + width, y + height, (_x, py, ink) => {
    const slat = py - Math.floor(py / 0.25) * 0.25 < 0.1;
    ink.set(slat ? 74 : 112, slat ? 76 : 114, slat ? 78 : 114);
    return 1;
  });
}

/** How bright a face is that looks to `normal`, and how blue: the sun's share and the sky's. */
export function lightOn([nx, ny, nz]: readonly [number, number, number]): readonly [number, number, number] {
  const sunlit = Math.max(0, nx * towardsSun[0] + ny * towardsSun[1] + nz * towardsSun[2]);
  const sky = 0.54 + 0.1 * nz;
  return [sky + 0.88 * sunlit, sky * 1.05 + 0.85 * sunlit, sky * 1.14 + 0.78 * sunlit];
}

export function normalOf({ headingDeg }: Building, side: Side): readonly [number, number, number] {
  const angle = ((headingDeg - 90 + 90 * side) * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), 0];
}

/** Rain streaks from the top, splashes at the foot, then the light of the hour. */
function weather(canvas: Canvas, building: Building, side: Side): void {
  const [r, g, b] = lightOn(normalOf(building, side));
  const { rgb, width, height, pixelM, maxY } = canvas;
  for (let row = 0, at = 0; row < height; row++) {
    const y = maxY - (row + 0.5) * pixelM;
    const foot = 1 - 0.28 * Math.exp(-y / 1.1);
    for (let column = 0; column < width; column++, at += 3) {
      const x = (column + 0.5) * pixelM;
      const streak = Math.max(0, cloud(x + building.seed * 0.01, y * 0.07, 0.9, 63)) * Math.min(1, (maxY - y) / 3);
      const share = foot * (1 - 0.16 * streak) * (1 + 0.03 * cloud(x, y, 9, 64));
      rgb[at] = (rgb[at] ?? 0) * share * r;
      rgb[at + 1] = (rgb[at + 1] ?? 0) * share * g;
      rgb[at + 2] = (rgb[at + 2] ?? 0) * share * b;
    }
  }
}
