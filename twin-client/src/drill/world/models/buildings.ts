import type { Element } from '@upwind/scenes';
import type { Forms } from '../form/forms.ts';
import { paint } from '../form/palette.ts';
import { addRod } from '../form/round.ts';
import { addQuad, type Colour, type Solid } from '../form/solid.ts';
import { addBar, addBox, addGable, type Turn, turnOf } from '../form/straight.ts';
import { addRail } from './fittings.ts';

/** Clear height of a storey and width of a window bay, m. */
const storeyM = 3.6;
const bayM = 3.2;

interface Sides {
  readonly length: number;
  readonly width: number;
  readonly height: number;
}

/** An office-like building: storeys of window bays, plinth, parapet, entrance with canopy, units on the roof. */
export function windowedBuilding(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') return;
  const { lengthM: length, widthM: width, heightM: height } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const walls = forms.on('facade', element.at);
  const trim = forms.on('concrete', element.at);
  const tone = toneOf(element);
  const storeys = Math.max(1, Math.round(height / storeyM));
  eachSide({ length, width, height }, (ax, ay, bx, by, long) => {
    const bays = Math.max(1, Math.round(long / bayM));
    for (let bay = 0; bay < bays; bay++) {
      const [s, e] = [bay / bays, (bay + 1) / bays];
      const [x0, y0, x1, y1] = [ax + (bx - ax) * s, ay + (by - ay) * s, ax + (bx - ax) * e, ay + (by - ay) * e];
      for (let storey = 0; storey < storeys; storey++) {
        const [z0, z1] = [(height * storey) / storeys, (height * (storey + 1)) / storeys];
        addQuad(walls, [turn(x0, y0, z0), turn(x1, y1, z0), turn(x1, y1, z1), turn(x0, y0, z1)], tone, [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ]);
      }
    }
  });
  roof(forms.on('paint', element.at), turn, { length, width, height }, paint.roof);
  addBox(trim, turn, [0, 0, 0], [length + 0.16, width + 0.16, 0.45], { colour: paint.concrete, foot: 0.7 });
  entrance(forms, element, turn, width);
  const units = Math.max(1, Math.floor((length * width) / 260));
  for (let unit = 0; unit < units; unit++) {
    const x = -length * 0.35 + (length * 0.7 * (unit + 0.5)) / units;
    addBox(forms.on('steel', element.at), turn, [x, width * 0.18, height], [2.2, 1.4, 1.3], {
      colour: paint.vesselGrey,
      foot: 0.7,
    });
    addRod(
      forms.on('steel', element.at),
      turn(x, width * 0.18, height + 1.3),
      turn(x, width * 0.18, height + 1.45),
      0.5,
      { sides: 12, colour: paint.dark },
    );
  }
  namePlate(element, forms, width, height);
}

/** A hall clad in profiled sheet: roller doors, a low gable, skylights, downpipes. */
export function cladBuilding(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') return;
  const { lengthM: length, widthM: width, heightM: height } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const rise = Math.min(2.2, width * 0.08);
  const eaves = height - rise;
  const walls = forms.on('cladding', element.at);
  const tone = cladTone(element);
  eachSide({ length, width, height }, (ax, ay, bx, by) => {
    const long = Math.hypot(bx - ax, by - ay);
    addQuad(walls, [turn(ax, ay, 1.1), turn(bx, by, 1.1), turn(bx, by, eaves), turn(ax, ay, eaves)], tone, [
      [0, 0],
      [long, 0],
      [long, eaves - 1.1],
      [0, eaves - 1.1],
    ]);
  });
  addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [length + 0.1, width + 0.1, 1.1], {
    colour: paint.concrete,
    foot: 0.7,
  });
  addGable(forms.on('paint', element.at), turn, eaves, [length, width, rise], paint.roofBlue, tone);
  const lights = Math.max(1, Math.floor(length / 14));
  for (let light = 0; light < lights; light++) {
    const x = -length / 2 + (length * (light + 0.5)) / lights;
    for (const side of [-1, 1]) {
      const at = (y: number) => eaves + rise * (1 - Math.abs(y) / (width / 2)) + 0.05;
      const [y0, y1] = [side * width * 0.12, side * width * 0.36];
      const corners = [
        turn(x - 1, y0, at(y0)),
        turn(x + 1, y0, at(y0)),
        turn(x + 1, y1, at(y1)),
        turn(x - 1, y1, at(y1)),
      ] as const;
      const [a, b, c, d] = corners;
      addQuad(forms.on('paint', element.at), side > 0 ? [a, b, c, d] : [d, c, b, a], [0.82, 0.87, 0.88]);
    }
  }
  const doors = Math.max(1, Math.floor(length / 18));
  for (let door = 0; door < doors; door++) {
    const x = -length / 2 + (length * (door + 0.5)) / doors;
    rollerDoor(forms.on('paint', element.at), turn, x, -width / 2, Math.min(4.6, eaves - 1));
    rollerDoor(forms.on('paint', element.at), turn, x, width / 2, Math.min(4.6, eaves - 1));
  }
  namePlate(element, forms, width, eaves);
}

/** A substation: transformer with fins and bushings when small, else a plain block with louvres. */
export function substation(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') return;
  const { lengthM: length, widthM: width, heightM: height } = element.shape;
  if (length > 9) {
    windowless(element, forms);
    return;
  }
  const turn = turnOf(element.at, element.headingDeg);
  const steel = forms.on('steel', element.at);
  addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [length, width, 0.3], { colour: paint.concrete });
  addBox(steel, turn, [0, 0, 0.3], [length * 0.6, width * 0.5, height * 0.55], { colour: paint.frameGrey, foot: 0.8 });
  for (let fin = 0; fin < 7; fin++) {
    const x = -length * 0.26 + (length * 0.52 * fin) / 6;
    for (const side of [-1, 1])
      addBox(steel, turn, [x, side * width * 0.33, 0.6], [0.12, width * 0.16, height * 0.42], {
        colour: paint.vesselGrey,
      });
  }
  for (const x of [-0.18, 0, 0.18]) {
    addRod(
      steel,
      turn(x * length, 0, height * 0.55),
      turn(x * length * 1.2, 0, height),
      0.13,
      { sides: 8, colour: [0.42, 0.25, 0.18] },
      0.05,
    );
  }
  addRod(
    steel,
    turn(-length * 0.2, width * 0.1, height * 0.72),
    turn(length * 0.12, width * 0.1, height * 0.72),
    0.32,
    { sides: 10, colour: paint.frameGrey },
  );
}

/** The control room and other blast-resistant blocks: thick walls, few openings, a red door lamp. */
export function windowless(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') return;
  const { lengthM: length, widthM: width, heightM: height } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const walls = forms.on('concrete', element.at);
  addBox(walls, turn, [0, 0, 0], [length, width, height], { colour: paint.plaster, foot: 0.74, top: paint.roof });
  addBox(walls, turn, [0, 0, 0], [length + 0.2, width + 0.2, 0.7], { colour: paint.concrete, foot: 0.7 });
  roof(forms.on('paint', element.at), turn, { length, width, height }, paint.roof);
  const slots = Math.max(2, Math.floor(length / 6));
  for (let slot = 0; slot < slots; slot++) {
    const x = -length / 2 + (length * (slot + 0.5)) / slots;
    for (const side of [-1, 1]) {
      addBox(forms.on('paint', element.at), turn, [x, (side * width) / 2, height * 0.72], [1.6, 0.12, 0.5], {
        colour: paint.dark,
        under: true,
      });
    }
  }
  entrance(forms, element, turn, width);
  namePlate(element, forms, width, height);
}

function eachSide(
  { length, width }: Sides,
  draw: (ax: number, ay: number, bx: number, by: number, long: number) => void,
): void {
  const [l, w] = [length / 2, width / 2];
  draw(-l, -w, l, -w, length);
  draw(l, -w, l, w, width);
  draw(l, w, -l, w, length);
  draw(-l, w, -l, -w, width);
}

function roof(solid: Solid, turn: Turn, { length, width, height }: Sides, colour: Colour): void {
  addBox(solid, turn, [0, 0, height], [length - 0.3, width - 0.3, 0.02], { colour });
  for (const side of [-1, 1]) {
    addBox(solid, turn, [0, (side * (width - 0.25)) / 2, height], [length + 0.1, 0.3, 0.55], { colour: paint.plaster });
    addBox(solid, turn, [(side * (length - 0.25)) / 2, 0, height], [0.3, width + 0.1, 0.55], { colour: paint.plaster });
  }
}

function entrance(forms: Forms, element: Element, turn: Turn, width: number): void {
  const solid = forms.on('paint', element.at);
  const y = -width / 2;
  addBox(solid, turn, [0, y - 0.05, 0.15], [2, 0.12, 2.3], { colour: paint.door });
  addBox(solid, turn, [-0.5, y - 0.1, 0.35], [0.85, 0.1, 1.9], { colour: paint.glass });
  addBox(solid, turn, [0.5, y - 0.1, 0.35], [0.85, 0.1, 1.9], { colour: paint.glass });
  addBox(solid, turn, [0, y - 0.8, 2.65], [3.2, 1.7, 0.16], { colour: paint.roof, under: true });
  addBar(solid, turn(-1.4, y - 1.5, 0), turn(-1.4, y - 1.5, 2.65), 0.1, paint.galvanised);
  addBar(solid, turn(1.4, y - 1.5, 0), turn(1.4, y - 1.5, 2.65), 0.1, paint.galvanised);
  addBox(forms.on('concrete', element.at), turn, [0, y - 0.9, 0], [3.4, 1.9, 0.15], { colour: paint.concrete });
}

function rollerDoor(solid: Solid, turn: Turn, x: number, y: number, high: number): void {
  addBox(solid, turn, [x, y, 0.02], [4.4, 0.3, high + 0.25], { colour: paint.frameGrey });
  addBox(solid, turn, [x, y, 0.05], [4, 0.42, high], { colour: [0.56, 0.6, 0.62], foot: 0.82 });
  for (const side of [-1, 1]) {
    addBox(solid, turn, [x + side * 2.5, y * 1.02, 0], [0.22, 0.22, 1.1], { colour: paint.safetyYellow, foot: 0.8 });
  }
}

function namePlate(element: Element, forms: Forms, width: number, height: number): void {
  const heading = element.headingDeg ?? 0;
  const turn = turnOf(element.at, heading);
  const z = Math.min(height - 0.9, 5.2);
  for (const side of [-1, 1]) {
    forms.boards.push({
      at: turn(0, side * (width / 2 + 0.28), z),
      facingDeg: heading + side * 90,
      widthM: 5,
      style: 'name',
      text: element.name,
    });
  }
}

function toneOf(element: Element): Colour {
  const tones: readonly Colour[] = [
    [0.97, 0.95, 0.9],
    [0.9, 0.93, 0.95],
    [0.96, 0.92, 0.86],
  ];
  return tones[element.id.length % tones.length] ?? [0.95, 0.94, 0.9];
}

function cladTone(element: Element): Colour {
  const tones: readonly Colour[] = [paint.cladding, [0.78, 0.79, 0.76], [0.66, 0.73, 0.78]];
  return tones[(element.id.charCodeAt(0) + element.id.length) % tones.length] ?? paint.cladding;
}

/** A building shed over a loading place: columns, roof, arms, a raised walk with stairs. */
export function loadingRack(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') return;
  const { lengthM: length, widthM: width, heightM: height } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const steel = forms.on('steel', element.at);
  const posts = Math.max(2, Math.round(length / 7));
  for (let post = 0; post <= posts; post++) {
    const x = -length / 2 + 0.3 + ((length - 0.6) * post) / posts;
    for (const y of [-width / 2 + 0.2, width / 2 - 0.2]) {
      addBar(steel, turn(x, y, 0), turn(x, y, height - 0.6), 0.26, paint.frameBlue);
      addBox(forms.on('concrete', element.at), turn, [x, y, 0], [0.6, 0.6, 0.5], { colour: paint.safetyYellow });
    }
    addBar(steel, turn(x, -width / 2, height - 0.7), turn(x, width / 2, height - 0.7), 0.24, paint.frameBlue);
  }
  addBox(forms.on('cladding', element.at), turn, [0, 0, height - 0.6], [length + 1.6, width + 1.6, 0.3], {
    colour: [0.78, 0.8, 0.8],
    under: true,
  });
  addBox(steel, turn, [0, 0, 3], [length - 1, 1, 0.08], { colour: paint.galvanised, under: true });
  for (const y of [-0.5, 0.5])
    addRail(forms.on('fine', element.at), [
      turn(-length / 2 + 0.6, y, 3.08),
      turn(0, y, 3.08),
      turn(length / 2 - 0.6, y, 3.08),
    ]);
  const arms = Math.max(1, Math.round(length / 7));
  for (let arm = 0; arm < arms; arm++) {
    const x = -length / 2 + (length * (arm + 0.5)) / arms;
    addRod(steel, turn(x, 0, 0), turn(x, 0, 4.4), 0.13, { sides: 8, colour: paint.vesselGrey });
    addRod(steel, turn(x, 0, 4.2), turn(x, width * 0.36, 3.9), 0.09, { sides: 8, colour: paint.vesselGrey });
    addRod(steel, turn(x, width * 0.36, 3.9), turn(x, width * 0.36, 2.6), 0.08, { sides: 8, colour: paint.vesselGrey });
  }
}
