import type { Element, Position } from '@upwind/scenes';
import type { Forms } from '../form/forms.ts';
import { paint } from '../form/palette.ts';
import { addBall, addRod } from '../form/round.ts';
import type { Colour } from '../form/solid.ts';
import { addBar, addBox, turnOf } from '../form/straight.ts';

/** A gate: two posts, a boom that stands open, a beam with the gate's name. */
export function gate(element: Element, forms: Forms): void {
  const solid = forms.on('paint', element.at);
  const path = element.shape.kind === 'path' ? element.shape.path : undefined;
  const [a, b] = [path?.[0], path?.at(-1)];
  if (!a || !b) return;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const headingDeg = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI;
  const turn = turnOf([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, a[2]], headingDeg);
  for (const side of [-1, 1]) {
    addBox(forms.on('concrete', element.at), turn, [(side * length) / 2, 0, 0], [0.9, 0.9, 5.4], {
      colour: paint.plaster,
      foot: 0.75,
    });
    addBox(solid, turn, [side * (length / 2 - 1.2), 1.4, 0], [0.5, 0.5, 1.1], { colour: paint.safetyYellow });
    for (let stripe = 0; stripe < 6; stripe++) {
      const colour: Colour = stripe % 2 === 0 ? paint.fireRed : paint.tankWhite;
      addBar(
        solid,
        turn(side * (length / 2 - 1.2), 1.4, 1 + stripe * 0.75),
        turn(side * (length / 2 - 1.2), 1.4, 1.75 + stripe * 0.75),
        0.1,
        colour,
      );
    }
  }
  addBox(solid, turn, [0, 0, 5.4], [length + 1.4, 0.8, 0.9], { colour: paint.frameBlue, under: true });
  for (const side of [-1, 1]) {
    forms.boards.push({
      at: turn(0, side * 0.43, 5.85),
      facingDeg: headingDeg + side * 90,
      widthM: Math.min(8, length * 0.6),
      style: 'name',
      text: element.name,
    });
  }
}

/** A gas detector head on its post. */
export function gasDetector(element: Element, forms: Forms): void {
  const solid = forms.on('fine', element.at);
  const [x, y, z] = element.at;
  const high = Math.max(0.4, z);
  addBar(solid, [x, y, 0], [x, y, high + 0.5], 0.06, paint.galvanised);
  addBox(solid, turnOf([x, y, high]), [0.06, 0, 0.05], [0.2, 0.2, 0.22], { colour: paint.frameBlue, under: true });
  addRod(solid, [x + 0.06, y, high + 0.05], [x + 0.06, y, high - 0.12], 0.05, { sides: 8, colour: paint.dark });
  addRod(solid, [x + 0.06, y, high + 0.27], [x + 0.06, y, high + 0.36], 0.05, { sides: 8, colour: paint.fireRed });
}

/** A camera on a mast. */
export function camera(element: Element, forms: Forms): void {
  const solid = forms.on('paint', element.at);
  const [x, y, z] = element.at;
  const high = Math.max(3, z);
  addRod(solid, [x, y, 0], [x, y, high], 0.09, { sides: 8, colour: paint.galvanised });
  addBar(solid, [x, y, high - 0.2], [x + 0.7, y, high - 0.1], 0.07, paint.galvanised);
  addBox(solid, turnOf([x + 0.75, y, high - 0.35]), [0, 0, 0], [0.42, 0.18, 0.2], {
    colour: paint.tankWhite,
    under: true,
  });
}

/** A pillar hydrant. */
export function hydrant(element: Element, forms: Forms): void {
  const solid = forms.on('fine', element.at);
  const [x, y, z] = element.at;
  addRod(solid, [x, y, z], [x, y, z + 0.75], 0.12, { sides: 10, colour: paint.fireRed });
  addBall(solid, [x, y, z + 0.75], 0.14, { sides: 10, rings: 3, fromDeg: 0, toDeg: 90, colour: paint.fireRed });
  addRod(solid, [x - 0.28, y, z + 0.5], [x + 0.28, y, z + 0.5], 0.075, { sides: 8, colour: paint.fireRed });
  for (const side of [-1, 1]) {
    addRod(solid, [x + side * 0.28, y, z + 0.5], [x + side * 0.33, y, z + 0.5], 0.09, {
      sides: 8,
      colour: paint.galvanised,
    });
  }
}

/** A lattice mast with anemometer and vane. */
export function weatherMast(element: Element, forms: Forms): void {
  const solid = forms.on('steel', element.at);
  const [x, y, z] = element.at;
  const high = element.shape.kind === 'vertical-cylinder' ? element.shape.heightM : 10;
  const corners: readonly (readonly [number, number])[] = [
    [0.28, 0],
    [-0.14, 0.24],
    [-0.14, -0.24],
  ];
  for (const [dx, dy] of corners)
    addBar(solid, [x + dx, y + dy, z], [x + dx * 0.5, y + dy * 0.5, z + high], 0.05, paint.tankWhite);
  for (let h = 0.5; h < high; h += 0.8) {
    const wide = 1 - (0.5 * h) / high;
    corners.forEach(([dx, dy], index) => {
      const [nx, ny] = corners[(index + 1) % 3] ?? [dx, dy];
      const colour: Colour = Math.floor(h / 1.6) % 2 === 0 ? paint.fireRed : paint.tankWhite;
      addBar(solid, [x + dx * wide, y + dy * wide, z + h], [x + nx * wide, y + ny * wide, z + h + 0.8], 0.03, colour);
    });
  }
  addBar(solid, [x - 0.7, y, z + high], [x + 0.7, y, z + high], 0.04, paint.galvanised);
  addRod(solid, [x - 0.7, y, z + high], [x - 0.7, y, z + high + 0.4], 0.03, { sides: 6, colour: paint.dark });
  addRod(solid, [x + 0.7, y, z + high], [x + 0.7, y, z + high + 0.4], 0.03, { sides: 6, colour: paint.dark });
}

/** Height of the swivel of a wind sock above its foot, m, and its pole. */
export const sockHeightM = 8;

export function windSockPole(element: Element, forms: Forms): void {
  const solid = forms.on('paint', element.at);
  const [x, y, z] = element.at;
  for (let band = 0; band < sockHeightM; band++) {
    const colour: Colour = band % 2 === 0 ? paint.fireRed : paint.tankWhite;
    addRod(solid, [x, y, z + band], [x, y, z + band + 1], 0.08, {
      sides: 8,
      colour,
      caps: band === sockHeightM - 1 ? 'end' : 'none',
    });
  }
  addBox(forms.on('concrete', element.at), turnOf(element.at), [0, 0, 0], [0.9, 0.9, 0.25], { colour: paint.concrete });
}

/** A muster point: a four-sided sign on a mast, seen from every way people come; the ground is marked elsewhere. */
export function musterPoint(element: Element, forms: Forms): void {
  const solid = forms.on('paint', element.at);
  const turn = turnOf(element.at);
  addRod(solid, turn(0, 0, 0), turn(0, 0, 5), 0.09, { sides: 10, colour: paint.galvanised });
  addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [0.8, 0.8, 0.2], { colour: paint.concrete });
  addBox(solid, turn, [0, 0, 2.6], [1.9, 1.9, 1.96], { colour: [0.05, 0.42, 0.27], under: true });
  for (const facingDeg of [0, 90, 180, 270]) {
    const angle = (facingDeg * Math.PI) / 180;
    forms.boards.push({
      at: turn(Math.cos(angle) * 0.965, Math.sin(angle) * 0.965, 3.58),
      facingDeg,
      widthM: 1.9,
      style: 'muster',
      text: element.name,
    });
  }
}

/** A manual alarm call point on a red post with its board. */
export function callPoint(at: Position, facingDeg: number, forms: Forms, text: Element['name']): void {
  const solid = forms.on('paint', at);
  const turn = turnOf(at, facingDeg - 90);
  addBox(solid, turn, [0, 0, 0], [0.24, 0.16, 1.9], { colour: paint.fireRed, foot: 0.8 });
  addBox(solid, turn, [0, 0.1, 1.2], [0.18, 0.08, 0.18], { colour: paint.tankWhite, under: true });
  addRod(solid, turn(0, 0.12, 1.29), turn(0, 0.17, 1.29), 0.055, { sides: 10, colour: paint.fireRed });
  addRod(solid, turn(0, 0, 1.9), turn(0, 0, 2.05), 0.07, { sides: 10, colour: [0.95, 0.5, 0.1] });
  forms.boards.push({ at: turn(0, 0.09, 1.62), facingDeg, widthM: 0.5, style: 'call-point', text });
}

/** A street lamp that leans over the road. */
export function lamp(at: Position, overDeg: number, forms: Forms): void {
  const solid = forms.on('steel', at);
  const turn = turnOf(at, overDeg);
  addRod(solid, turn(0, 0, 0), turn(0, 0, 6.6), 0.09, { sides: 6, colour: paint.galvanised, caps: 'none' }, 0.06);
  addBar(solid, turn(0, 0, 6.5), turn(1.5, 0, 7), 0.07, paint.galvanised);
  addBox(solid, turn, [1.7, 0, 6.92], [0.7, 0.24, 0.1], { colour: paint.vesselGrey, under: true });
}

/** One tree at the origin: trunk and a crown of clumps; the engine draws many of it. */
export function tree(forms: Forms, kind: 'round' | 'slim'): void {
  const solid = forms.on('leaf', [0, 0]);
  const greens: readonly Colour[] = [
    [0.38, 0.5, 0.25],
    [0.44, 0.56, 0.28],
    [0.33, 0.46, 0.23],
  ];
  addRod(solid, [0, 0, 0], [0, 0, 2.2], 0.15, { sides: 5, colour: paint.bark, caps: 'none' }, 0.09);
  const crown: readonly (readonly [number, number, number, number])[] =
    kind === 'round'
      ? [
          [0, 0, 3.6, 1.35],
          [0.95, 0.35, 3, 1],
          [-0.85, -0.5, 3.05, 1.05],
          [0.1, -0.95, 2.85, 0.85],
          [-0.3, 0.9, 3.15, 0.95],
        ]
      : [
          [0, 0, 2.4, 0.95],
          [0.15, 0.1, 3.5, 0.9],
          [-0.1, 0, 4.6, 0.72],
          [0, 0, 5.5, 0.45],
        ];
  crown.forEach(([x, y, z, r], index) => {
    const base = greens[index % greens.length] ?? [0.4, 0.5, 0.25];
    const first = solid.positions.length;
    addBall(solid, [x, y, z], r, {
      sides: 6,
      rings: 3,
      colour: base,
      colourAt: (latitude) => {
        const lit = 0.6 + 0.46 * ((latitude + 90) / 180);
        return [base[0] * lit, base[1] * lit, base[2] * lit];
      },
    });
    clump(solid.positions, first, [x, y, z]);
  });
}

/** Pushes the places of a ball in and out a little: leaves are not round. The same place always moves alike. */
function clump(positions: number[], first: number, [x, y, z]: Position): void {
  for (let at = first; at < positions.length; at += 3) {
    const [dx, dy, dz] = [(positions[at] ?? 0) - x, (positions[at + 1] ?? 0) - y, (positions[at + 2] ?? 0) - z];
    const mixed =
      Math.sin(Math.round(dx * 50) * 12.9 + Math.round(dy * 50) * 78.2 + Math.round(dz * 50) * 37.7) * 437.58;
    const by = 0.84 + 0.34 * (mixed - Math.floor(mixed));
    positions[at] = x + dx * by;
    positions[at + 1] = y + dy * by;
    positions[at + 2] = z + dz * by;
  }
}

/** Steps over a bund wall with a rail on either side. */
export function stile(at: Position, acrossDeg: number, heightM: number, wideM: number, forms: Forms): void {
  const solid = forms.on('steel', at);
  const turn = turnOf(at, acrossDeg);
  const steps = Math.max(1, Math.round(heightM / 0.22));
  for (const side of [-1, 1]) {
    for (let step = 0; step < steps; step++) {
      const x = side * (0.3 + (heightM * 1.2 * (steps - step - 0.5)) / steps);
      addBox(solid, turn, [x, 0, (heightM * (step + 1)) / steps - 0.05], [0.32, wideM, 0.05], {
        colour: paint.galvanised,
        under: true,
      });
    }
    for (const edge of [-wideM / 2, wideM / 2]) {
      addBar(
        solid,
        turn(side * (0.3 + heightM * 1.2), edge, 0),
        turn(side * 0.3, edge, heightM),
        0.08,
        paint.frameGrey,
      );
      addBar(
        solid,
        turn(side * (0.3 + heightM * 1.2), edge, 0),
        turn(side * (0.3 + heightM * 1.2), edge, 1),
        0.05,
        paint.safetyYellow,
      );
      addBar(
        solid,
        turn(side * (0.3 + heightM * 1.2), edge, 1),
        turn(side * 0.3, edge, heightM + 1),
        0.05,
        paint.safetyYellow,
      );
      addBar(solid, turn(side * 0.3, edge, heightM), turn(side * 0.3, edge, heightM + 1), 0.05, paint.safetyYellow);
    }
  }
  addBox(solid, turn, [0, 0, heightM - 0.05], [0.6, wideM, 0.05], { colour: paint.galvanised, under: true });
  for (const edge of [-wideM / 2, wideM / 2])
    addBar(solid, turn(-0.3, edge, heightM + 1), turn(0.3, edge, heightM + 1), 0.05, paint.safetyYellow);
}
