import type { Element, Position } from '@upwind/scenes';
import type { Forms } from '../form/forms.ts';
import { carried, paint } from '../form/palette.ts';
import { addBall, addPipe, addRod } from '../form/round.ts';
import type { Colour, Solid } from '../form/solid.ts';
import { addBar, addBox, type Turn, turnOf } from '../form/straight.ts';
import { addLadder, addNozzle, addRail, addRingPlatform, addValve } from './fittings.ts';

/** A distillation column: skirt, shell with insulation bands, platforms with a ladder, overhead line. */
export function column(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const [x, y, z] = element.at;
  const skin = forms.on('steel', element.at);
  addRod(forms.on('concrete', element.at), [x, y, z], [x, y, z + 0.4], r * 1.35, {
    sides: 12,
    colour: paint.concrete,
    caps: 'end',
  });
  addRod(
    skin,
    [x, y, z + 0.4],
    [x, y, z + Math.min(3, h * 0.12)],
    r * 1.15,
    { sides: 20, colour: paint.frameGrey, caps: 'none' },
    r,
  );
  const from = z + Math.min(3, h * 0.12);
  const to = z + h - r * 0.5;
  const sections = Math.max(2, Math.round((to - from) / 4));
  for (let section = 0; section < sections; section++) {
    const a = from + ((to - from) * section) / sections;
    const b = from + ((to - from) * (section + 1)) / sections;
    addRod(skin, [x, y, a], [x, y, b], r, { sides: 20, colour: paint.insulated, caps: 'none', foot: 0.94 });
    addRod(skin, [x, y, b - 0.05], [x, y, b + 0.05], r * 1.02, { sides: 20, colour: paint.galvanised, caps: 'none' });
  }
  addBall(skin, [x, y, to], r, { sides: 20, rings: 5, fromDeg: 0, toDeg: 90, flat: 0.5, colour: paint.insulated });
  const platforms = Math.max(1, Math.floor((h - 6) / 7));
  for (let index = 1; index <= platforms; index++) {
    const at = z + (h * index) / (platforms + 0.35);
    if (at < z + h)
      addRingPlatform(forms.on('fine', element.at), [x, y, at], r + 0.05, 1, index * 40, index * 40 + 250);
  }
  addLadder(forms.on('fine', element.at), turnOf([x - r, y, z], 180), h - 1);
  const overhead: Position[] = [
    [x, y, z + h],
    [x, y, z + h + 1.4],
    [x + r + 0.9, y, z + h + 1.4],
    [x + r + 0.9, y, z + 4.5],
    [x + r + 3, y, z + 4.5],
  ];
  addPipe(skin, overhead, Math.min(0.35, r * 0.25), { sides: 10, colour: paint.insulated, caps: 'both' });
  addPipe(
    skin,
    [
      [x - 0.3, y - r, z + h * 0.55],
      [x - 0.3, y - r - 0.7, z + h * 0.55],
      [x - 0.3, y - r - 0.7, z + 3.2],
    ],
    0.12,
    { sides: 8, colour: carried.combustible, caps: 'both' },
  );
  forms.boards.push({
    at: [x, y - r - 0.1, z + 3.4],
    facingDeg: 270,
    widthM: Math.max(1.1, r * 1.2),
    style: 'number',
    text: { zh: element.id, en: element.id },
    aroundRadiusM: r + 0.05,
  });
}

/** An upright stirred vessel in a steel structure with a motor on top. */
export function reactor(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const [x, y, z] = element.at;
  const skin = forms.on('steel', element.at);
  const low = z + Math.max(1.2, h * 0.28);
  const high = z + h - Math.max(1.2, h * 0.22);
  addBall(skin, [x, y, low], r, { sides: 20, rings: 5, fromDeg: -90, toDeg: 0, flat: 0.5, colour: paint.vesselGrey });
  addRod(skin, [x, y, low], [x, y, high], r, { sides: 20, colour: paint.vesselGrey, caps: 'none' });
  addBall(skin, [x, y, high], r, { sides: 20, rings: 5, fromDeg: 0, toDeg: 90, flat: 0.5, colour: paint.vesselGrey });
  addRod(skin, [x, y, high + r * 0.5], [x, y, z + h], Math.min(0.4, r * 0.3), { sides: 10, colour: paint.motorGreen });
  frame(skin, forms.on('fine', element.at), turnOf(element.at, element.headingDeg), r + 0.6, [
    low - z + 0.6,
    high - z - 0.2,
  ]);
  addNozzle(skin, [x, y, low - r * 0.4], [x, y, z + 0.6], 0.16, paint.vesselGrey);
  forms.boards.push({
    at: [x, y - r - 0.08, (low + high) / 2],
    facingDeg: 270,
    widthM: Math.max(1, r),
    style: 'number',
    text: { zh: element.id, en: element.id },
    aroundRadiusM: r + 0.03,
  });
}

/** Four posts with decks and rails around something. */
function frame(solid: Solid, fine: Solid, turn: Turn, halfM: number, decksM: readonly number[]): void {
  const top = Math.max(...decksM);
  const corners = [
    [-halfM, -halfM],
    [halfM, -halfM],
    [halfM, halfM],
    [-halfM, halfM],
  ] as const;
  for (const [cx, cy] of corners) addBar(solid, turn(cx, cy, 0), turn(cx, cy, top), 0.22, paint.frameBlue);
  for (const z of decksM) {
    corners.forEach(([cx, cy], index) => {
      const [nx, ny] = corners[(index + 1) % 4] ?? [cx, cy];
      addBar(solid, turn(cx, cy, z), turn(nx, ny, z), 0.2, paint.frameBlue);
    });
    const ring = [...corners, corners[0]].map(([cx, cy]) => turn(cx, cy, z + 0.1));
    if (z === top) addRail(fine, ring);
  }
}

/** A pump set on its plinth: volute, coupling guard, motor with fins, suction and discharge. */
export function pump(element: Element, forms: Forms): void {
  const solid = forms.on('steel', element.at);
  const turn = turnOf(element.at, element.headingDeg);
  const scale = element.shape.kind === 'box' ? element.shape.lengthM / 2.2 : 1;
  const s = (value: number) => value * scale;
  addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [s(2.3), s(1), s(0.3)], { colour: paint.concrete });
  addBox(solid, turn, [0, 0, s(0.3)], [s(2.1), s(0.7), s(0.1)], { colour: paint.frameGrey });
  addRod(solid, turn(s(0.15), 0, s(0.75)), turn(s(1), 0, s(0.75)), s(0.3), { sides: 12, colour: paint.motorGreen });
  for (let fin = 0; fin < 4; fin++) {
    addRod(solid, turn(s(0.28 + fin * 0.18), 0, s(0.75)), turn(s(0.34 + fin * 0.18), 0, s(0.75)), s(0.34), {
      sides: 12,
      colour: paint.motorGreen,
    });
  }
  addRod(solid, turn(s(-0.25), 0, s(0.75)), turn(s(0.15), 0, s(0.75)), s(0.13), {
    sides: 8,
    colour: paint.safetyYellow,
  });
  addRod(solid, turn(s(-0.65), 0, s(0.75)), turn(s(-0.25), 0, s(0.75)), s(0.36), {
    sides: 14,
    colour: paint.frameBlue,
  });
  addNozzle(solid, turn(s(-0.65), 0, s(0.75)), turn(s(-1.15), 0, s(0.75)), s(0.14), paint.vesselGrey);
  addNozzle(solid, turn(s(-0.45), 0, s(1)), turn(s(-0.45), 0, s(1.6)), s(0.11), paint.vesselGrey);
}

/** A compressor set: frame, two cylinders, motor, cooler. */
export function compressor(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') {
    pump(element, forms);
    return;
  }
  const { lengthM: l, widthM: w, heightM: h } = element.shape;
  const solid = forms.on('steel', element.at);
  const turn = turnOf(element.at, element.headingDeg);
  addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [l, w, 0.4], { colour: paint.concrete });
  addBox(solid, turn, [-l * 0.12, 0, 0.4], [l * 0.34, w * 0.5, h * 0.5], { colour: paint.frameBlue });
  addRod(solid, turn(l * 0.12, 0, h * 0.45), turn(l * 0.42, 0, h * 0.45), Math.min(w, h) * 0.26, {
    sides: 14,
    colour: paint.motorGreen,
  });
  for (const y of [-1, 1]) {
    addRod(solid, turn(-l * 0.12, (y * w) / 4, h * 0.45), turn(-l * 0.12, y * w * 0.48, h * 0.45), h * 0.17, {
      sides: 12,
      colour: paint.vesselGrey,
    });
    addRod(solid, turn(-l * 0.38, y * w * 0.3, 0.4), turn(-l * 0.38, y * w * 0.3, h), h * 0.14, {
      sides: 12,
      colour: paint.insulated,
    });
  }
}

/** A standing or free valve of the site. */
export function valve(element: Element, forms: Forms): void {
  const turn = turnOf(element.at, element.headingDeg);
  const solid = forms.on('steel', element.at);
  const z = element.at[2] > 0.4 ? 0 : 0.7;
  if (z > 0) addBox(forms.on('concrete', element.at), turn, [0, 0, 0], [0.6, 0.4, 0.3], { colour: paint.concrete });
  addRod(solid, turn(-1, 0, z), turn(1, 0, z), 0.1, { sides: 8, colour: paint.vesselGrey });
  addValve(solid, turn, z, 0.13);
}

/** A tube-bundle exchanger: lying shell with channel heads, or an upright one. */
export function upright(element: Element, forms: Forms, colour: Colour = paint.insulated): void {
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const [x, y, z] = element.at;
  const solid = forms.on('steel', element.at);
  for (const angle of [0.5, 2.6, 4.7]) {
    const foot: Position = [x + r * 0.8 * Math.cos(angle), y + r * 0.8 * Math.sin(angle), z];
    addBar(solid, foot, [foot[0], foot[1], z + h * 0.25], 0.18, paint.frameGrey);
  }
  addBall(solid, [x, y, z + h * 0.18], r, { sides: 18, rings: 4, fromDeg: -90, toDeg: 0, flat: 0.5, colour });
  addRod(solid, [x, y, z + h * 0.18], [x, y, z + h - r * 0.5], r, { sides: 18, colour, caps: 'none' });
  addBall(solid, [x, y, z + h - r * 0.5], r, { sides: 18, rings: 4, fromDeg: 0, toDeg: 90, flat: 0.5, colour });
  addNozzle(solid, [x + r * 0.8, y, z + h * 0.6], [x + r + 0.6, y, z + h * 0.6], 0.12, paint.vesselGrey);
}

/** A fired heater: box of refractory and steel with buckstays, burners below, a stack above. */
export function furnace(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'box') {
    upright(element, forms, paint.refractory);
    return;
  }
  const { lengthM: l, widthM: w, heightM: h } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const solid = forms.on('steel', element.at);
  const body = h * 0.62;
  addBox(solid, turn, [0, 0, 1.6], [l, w, body - 1.6], { colour: paint.refractory, under: true });
  for (const x of [-0.5, -0.17, 0.17, 0.5]) {
    for (const y of [-w / 2 - 0.1, w / 2 + 0.1])
      addBar(solid, turn(x * l, y, 0), turn(x * l, y, body), 0.25, paint.frameGrey);
  }
  addBox(solid, turn, [0, 0, body], [l * 0.5, w * 0.6, h * 0.12], { colour: paint.vesselGrey });
  addRod(solid, turn(0, 0, body + h * 0.12), turn(0, 0, h), Math.min(l, w) * 0.13, {
    sides: 16,
    colour: paint.vesselGrey,
  });
  addRail(forms.on('fine', element.at), [
    turn(-l / 2, -w / 2 - 0.9, body * 0.6),
    turn(l / 2, -w / 2 - 0.9, body * 0.6),
  ]);
  addBox(solid, turn, [0, -w / 2 - 0.5, body * 0.6 - 0.05], [l, 0.9, 0.05], { colour: paint.galvanised, under: true });
}

/** A flare or a chimney: tall, guyed or self-standing, banded red and white near the top. */
export function stack(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const [x, y, z] = element.at;
  const solid = forms.on('paint', element.at);
  const slim = element.kind === 'flare';
  const bands = 14;
  for (let band = 0; band < bands; band++) {
    const share = band / bands;
    const wide = (at: number) => (slim ? r * 0.6 : r * (1.15 - 0.35 * at));
    const colour: Colour =
      share >= 0.6 ? (band % 2 === 0 ? paint.fireRed : paint.tankWhite) : slim ? paint.vesselGrey : paint.concrete;
    addRod(
      solid,
      [x, y, z + h * share],
      [x, y, z + (h * (band + 1)) / bands],
      wide(share),
      { sides: 18, colour, caps: band === bands - 1 ? 'end' : 'none' },
      wide((band + 1) / bands),
    );
  }
  addRingPlatform(forms.on('fine', element.at), [x, y, z + h * 0.6], slim ? r * 0.6 : r * 0.95, 0.9);
  if (slim) {
    for (const angle of [0.3, 2.4, 4.5]) {
      const foot: Position = [x + h * 0.28 * Math.cos(angle), y + h * 0.28 * Math.sin(angle), z];
      addBar(solid, foot, [x, y, z + h * 0.75], 0.05, paint.galvanised);
    }
    addRod(solid, [x, y, z + h], [x, y, z + h + 1.2], r * 0.8, { sides: 12, colour: paint.dark });
  }
}

/** A hyperbolic or a box cooling tower. */
export function coolingTower(element: Element, forms: Forms): void {
  const solid = forms.on('concrete', element.at);
  const [x, y, z] = element.at;
  if (element.shape.kind === 'box') {
    const { lengthM: l, widthM: w, heightM: h } = element.shape;
    const turn = turnOf(element.at, element.headingDeg);
    addBox(forms.on('cladding', element.at), turn, [0, 0, h * 0.25], [l, w, h * 0.55], {
      colour: paint.cladding,
      top: paint.roof,
    });
    addBox(solid, turn, [0, 0, 0], [l * 0.97, w * 0.94, h * 0.25], { colour: [0.3, 0.33, 0.35] });
    const fans = Math.max(1, Math.round(l / w));
    for (let fan = 0; fan < fans; fan++) {
      const at = turn(-l / 2 + (l * (fan + 0.5)) / fans, 0, h * 0.8);
      addRod(
        forms.on('paint', element.at),
        at,
        [at[0], at[1], z + h],
        Math.min(w, l / fans) * 0.36,
        { sides: 22, colour: paint.vesselGrey, caps: 'none' },
        Math.min(w, l / fans) * 0.4,
      );
      addRod(
        forms.on('paint', element.at),
        [at[0], at[1], z + h - 0.5],
        [at[0], at[1], z + h - 0.45],
        Math.min(w, l / fans) * 0.38,
        { sides: 22, colour: paint.dark, caps: 'end' },
      );
    }
    return;
  }
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const rings = 10;
  const wide = (share: number) => r * (0.62 + 0.38 * ((share - 0.75) / 0.75) ** 2);
  for (let ring = 0; ring < rings; ring++) {
    const [a, b] = [ring / rings, (ring + 1) / rings];
    addRod(
      solid,
      [x, y, z + h * a],
      [x, y, z + h * b],
      wide(a),
      { sides: 30, colour: paint.concrete, caps: 'none' },
      wide(b),
    );
  }
  addRod(solid, [x, y, z + h - 0.6], [x, y, z + h - 0.5], wide(1) * 0.98, {
    sides: 30,
    colour: paint.dark,
    caps: 'end',
  });
}
