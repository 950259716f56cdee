import { shadowOf, shadowPerMetre } from '../ground/shade.ts';
import { circle, fill, fillBetween, flat, rectangle, segment } from '../paint/brush.ts';
import { Canvas, type Colour, type Shader } from '../paint/canvas.ts';
import type { Outline } from '../paint/fill.ts';
import { Mask } from '../paint/mask.ts';
import { cloud, grain, hashed, seeded } from '../paint/noise.ts';
import { type Building, chosen, PARAPET_M, ridgeRise } from './building.ts';
import { lightOn } from './walls.ts';

const sheets = [
  [74, 112, 154],
  [84, 120, 150],
  [152, 158, 160],
  [146, 96, 80],
  [74, 112, 154],
] as const satisfies readonly Colour[];

/** A box on a flat roof: an air handler, a stair head. */
export interface RoofUnit {
  readonly x: number;
  readonly y: number;
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
}

/** What stands on a building's roof, in its own axes. */
export function roofUnits(building: Building): RoofUnit[] {
  if (building.roof !== 'flat') return [];
  const { lengthM, widthM, seed } = building;
  const random = seeded(seed);
  const units: RoofUnit[] = [];
  const clear = (x: number, y: number) => units.every((unit) => Math.hypot(unit.x - x, unit.y - y) > 4);
  if (lengthM > 30)
    units.push({ x: lengthM * 0.3, y: 0, lengthM: 5, widthM: Math.min(4.5, widthM * 0.4), heightM: 2.6 });
  const wanted = Math.min(9, Math.round((lengthM * widthM) / 110));
  for (let tries = 0; units.length < wanted && tries < 60; tries++) {
    const x = (random() - 0.5) * (lengthM - 5);
    const y = (random() - 0.5) * (widthM - 4);
    if (clear(x, y)) units.push({ x, y, lengthM: 1.8 + random(), widthM: 1.3 + random() * 0.5, heightM: 1.2 });
  }
  return units;
}

/** Paints a roof from above, in the building's own axes; light and shadows turn with its heading. */
export function paintRoof(building: Building, pixelM: number): Canvas {
  const [a, b] = [building.lengthM / 2, building.widthM / 2];
  const canvas = new Canvas(-a, -b, a, b, pixelM);
  if (building.roof === 'gable') paintSheet(canvas, building);
  else if (building.roof === 'flat') paintMembrane(canvas, building);
  else canvas.flood(lit(building, steel, 0));
  return canvas;
}

const steel: Shader = (x, y, ink, column, row) => {
  ink.set(128, 134, 130);
  ink.lighten(Math.sin(y * 9) * 10 + cloud(x, y, 2, 70) * 6 + grain(column, row) * 4);
  return 1;
};

/** A shader seen in the light that falls on a roof whose slope turns its normal by `tilt` along y. */
function lit({ headingDeg }: Building, shader: Shader, tilt: number): Shader {
  const heading = (headingDeg * Math.PI) / 180;
  const length = Math.hypot(1, tilt);
  const light = lightOn([(-Math.sin(heading) * tilt) / length, (Math.cos(heading) * tilt) / length, 1 / length]);
  return (x, y, ink, column, row) => {
    const share = shader(x, y, ink, column, row);
    ink.set(ink.r * light[0], ink.g * light[1], ink.b * light[2]);
    return share;
  };
}

/** Profiled sheet down both slopes, roof lights, a ridge, rust where rain stands. */
function paintSheet(canvas: Canvas, building: Building): void {
  const colour = chosen(sheets, building, 5) ?? sheets[0];
  const { lengthM, widthM, seed } = building;
  const tilt = (2 * ridgeRise(building)) / widthM;
  const sheeting: Shader = (x, y, ink, column, row) => {
    const bay = Math.floor((x + lengthM / 2) / 8);
    const along = x + lengthM / 2 - bay * 8;
    ink.from(colour, (hashed(bay, 1, seed) - 0.5) * 10);
    if (along > 3.4 && along < 4.4 && Math.abs(y) > widthM * 0.08 && Math.abs(y) < widthM * 0.44)
      ink.set(176, 186, 184);
    ink.lighten(Math.sin((x / 0.5) * 2 * Math.PI) * 5 + cloud(x, y, 7, 71) * 7 + grain(column, row) * 3);
    const rust = cloud(x, y * 0.4, 5, 72) - 0.42;
    if (rust > 0) ink.towards([134, 104, 82], Math.min(0.55, rust * 1.6));
    return 1;
  };
  fill(canvas, rectangle(-lengthM / 2, 0, lengthM / 2, widthM / 2), lit(building, sheeting, tilt));
  fill(canvas, rectangle(-lengthM / 2, -widthM / 2, lengthM / 2, 0), lit(building, sheeting, -tilt));
  fill(
    canvas,
    rectangle(-lengthM / 2, -0.3, lengthM / 2, 0.3),
    flat([colour[0] + 40, colour[1] + 40, colour[2] + 38], 0.8),
  );
  for (let x = -lengthM / 2 + 6; x < lengthM / 2 - 3; x += 9) {
    fill(canvas, circle(x - 0.5, 0.4, 0.55, 10), flat([50, 54, 60], 0.5));
    fill(canvas, circle(x, 0, 0.5, 10), flat([204, 206, 204]));
  }
}

/** Grey membrane in sheets, mended, with puddle marks, gravelled edge, shadows of parapet and units. */
function paintMembrane(canvas: Canvas, building: Building): void {
  const { lengthM, widthM, seed } = building;
  const tone = (hashed(seed & 0xffff, 6, 73) - 0.5) * 26;
  const membrane: Shader = (x, y, ink, column, row) => {
    const strip = Math.floor(y / 1.1);
    ink.set(140 + tone, 140 + tone, 135 + tone);
    ink.lighten((hashed(strip, 2, seed) - 0.5) * 9);
    if (y - strip * 1.1 < 0.12) ink.lighten(-12);
    const puddle = cloud(x, y, 6, 74) + 0.4 * cloud(x, y, 1.7, 75) - 0.3;
    if (puddle > 0) ink.towards([104, 101, 94], Math.min(0.6, puddle * 1.3));
    ink.lighten(cloud(x, y, 14, 76) * 7 + grain(column, row) * 5);
    return 1;
  };
  canvas.flood(lit(building, membrane, 0));
  const random = seeded(seed + 1);
  for (let i = 0; i < 3; i++) {
    const [x, y] = [(random() - 0.5) * lengthM * 0.8, (random() - 0.5) * widthM * 0.7];
    fill(canvas, rectangle(x, y, x + 2 + random() * 4, y + 1 + random() * 2), flat([96, 97, 98], 0.7));
  }
  const [a, b] = [lengthM / 2, widthM / 2];
  const edge = rectangle(-a, -b, a, b);
  castOnRoof(canvas, building, edge);
  fillBetween(canvas, edge, rectangle(-a + 0.3, -b + 0.3, a - 0.3, b - 0.3), flat([194, 190, 182], 0.95));
}

/** Darkens a flat roof where its parapet and its units keep the sun off. */
function castOnRoof(canvas: Canvas, building: Building, edge: Outline): void {
  const [a, b] = [building.lengthM / 2, building.widthM / 2];
  const heading = (building.headingDeg * Math.PI) / 180;
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const [east, north] = shadowPerMetre;
  const direction = [east * cos + north * sin, north * cos - east * sin] as const;
  const mask = new Mask(-a, -b, a, b, canvas.pixelM);
  const cast = (outline: Outline, heightM: number) => {
    for (const shape of shadowOf(outline, 0, heightM, direction)) mask.add([shape], 1);
  };
  edge.forEach((from, i) => {
    cast(segment(from, edge[(i + 1) % 4] ?? from, 0.3), PARAPET_M);
  });
  for (const unit of roofUnits(building)) {
    const [ua, ub] = [unit.lengthM / 2, unit.widthM / 2];
    cast(rectangle(unit.x - ua, unit.y - ub, unit.x + ua, unit.y + ub), unit.heightM);
  }
  canvas.flood((x, y, ink) => {
    ink.set(44, 50, 60);
    return 0.56 * mask.at(x, y);
  });
}

/** The sheet-metal top and sides of a roof unit, with its fan. */
export function paintUnit(pixelM: number): Canvas {
  const canvas = new Canvas(0, 0, 2, 2, pixelM);
  canvas.flood((x, y, ink, column, row) => {
    ink.set(186, 188, 186);
    ink.lighten(cloud(x, y, 1, 77) * 6 + grain(column, row) * 4);
    return 1;
  });
  fill(canvas, circle(1, 1, 0.6, 14), flat([84, 88, 90]));
  fill(canvas, circle(1, 1, 0.18, 8), flat([150, 152, 150]));
  return canvas;
}
