import type { Element, Position } from '@upwind/scenes';
import type { Forms } from '../form/forms.ts';
import { bandColour, paint } from '../form/palette.ts';
import { addBall, addRod } from '../form/round.ts';
import { addBar, addBox, addWall, turnOf } from '../form/straight.ts';
import { addLadder, addNozzle, addRail, addRingPlatform, addSpiralStair, arc } from './fittings.ts';

/** A pressure sphere on columns with cross bracing, equator walkway, stair, top platform. */
export function storageSphere(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'sphere') return;
  const { radiusM: r, centreHeightM } = element.shape;
  const [x, y, z] = element.at;
  const skin = forms.on('paint', element.at);
  const steel = forms.on('steel', element.at);
  const fine = forms.on('fine', element.at);
  const centre: Position = [x, y, z + centreHeightM];
  const band = bandColour(element.contents?.chemical);
  addBall(skin, centre, r, {
    sides: 36,
    rings: 22,
    colour: paint.tankWhite,
    colourAt: (latitude) => {
      if (Math.abs(latitude) < 3.2) return band;
      const lit = 0.84 + 0.16 * Math.min(1, Math.max(0, (latitude + 70) / 60));
      return [paint.tankWhite[0] * lit, paint.tankWhite[1] * lit, paint.tankWhite[2] * lit];
    },
  });
  const legs = Math.max(6, Math.min(12, Math.round(r * 1.1)));
  const feet = arc([x, y, z], r * 0.98, 0, 360, legs);
  feet.slice(0, legs).forEach((foot, index) => {
    addRod(steel, foot, [foot[0], foot[1], z + centreHeightM], 0.32, {
      sides: 10,
      colour: paint.tankWhite,
      foot: 0.7,
      caps: 'none',
    });
    addBox(forms.on('concrete', element.at), turnOf(foot), [0, 0, 0], [1.3, 1.3, 0.45], { colour: paint.concrete });
    const next = feet[index + 1];
    if (!next) return;
    const low = z + 0.9;
    const high = z + centreHeightM - r * 0.35;
    addBar(steel, [foot[0], foot[1], low], [next[0], next[1], high], 0.09, paint.galvanised);
    addBar(steel, [next[0], next[1], low], [foot[0], foot[1], high], 0.09, paint.galvanised);
  });
  addSpiralStair(fine, [x, y, z], r + 0.25, centreHeightM, 200);
  addRingPlatform(fine, [x, y, z + centreHeightM + 0.1], r + 0.1, 1);
  addRingPlatform(fine, [x, y, z + centreHeightM + r + 0.15], 0, 1.8);
  for (const angle of [0.6, 2.4, 4.4]) {
    const out: Position = [x + Math.cos(angle), y + Math.sin(angle), z + centreHeightM + r];
    addNozzle(steel, [out[0], out[1], out[2] - 0.4], [out[0], out[1], out[2] + 1.4], 0.13, paint.vesselGrey);
  }
  addNozzle(steel, [x, y, z + centreHeightM - r + 0.2], [x, y, z + centreHeightM - r - 0.9], 0.22, paint.vesselGrey);
  forms.boards.push({
    at: [x, y - r - 0.06, z + centreHeightM + r * 0.3],
    facingDeg: 270,
    widthM: r * 0.8,
    style: 'number',
    text: { zh: element.id, en: element.id },
    aroundRadiusM: r * Math.cos(Math.asin(0.3)),
  });
}

/** An upright tank with a coned roof, top rail, winding stair, foot chime, nozzles and its number on the shell. */
export function storageTank(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'vertical-cylinder') return;
  const { radiusM: r, heightM: h } = element.shape;
  const [x, y, z] = element.at;
  const skin = forms.on('paint', element.at);
  const steel = forms.on('steel', element.at);
  const fine = forms.on('fine', element.at);
  const sides = r > 5 ? 40 : 28;
  const rise = Math.min(1.6, r * 0.16);
  addRod(forms.on('concrete', element.at), [x, y, z], [x, y, z + 0.3], r + 0.35, {
    sides,
    colour: paint.concrete,
    caps: 'end',
  });
  const courses = Math.max(2, Math.round(h / 2.2));
  for (let course = 0; course < courses; course++) {
    const from = z + 0.3 + ((h - rise - 0.3) * course) / courses;
    const to = z + 0.3 + ((h - rise - 0.3) * (course + 1)) / courses;
    const tone = course % 2 === 0 ? 1 : 0.975;
    const banded = course === courses - 2 && courses > 3;
    const base = banded ? bandColour(element.contents?.chemical) : paint.tankWhite;
    const colour = [base[0] * tone, base[1] * tone, base[2] * tone] as const;
    const narrow = banded ? from + (to - from) * 0.72 : from;
    if (banded) addRod(skin, [x, y, from], [x, y, narrow], r, { sides, colour: paint.tankWhite, caps: 'none' });
    addRod(skin, [x, y, narrow], [x, y, to], r, { sides, colour, caps: 'none', foot: course === 0 ? 0.72 : 1 });
  }
  addRod(skin, [x, y, z + h - rise], [x, y, z + h], r, { sides, colour: paint.tankWhite, caps: 'none' }, 0.4);
  addRod(skin, [x, y, z + h - rise - 0.12], [x, y, z + h - rise], r + 0.09, {
    sides,
    colour: paint.galvanised,
    caps: 'end',
  });
  addRail(fine, arc([x, y, z + h - rise], r - 0.1, 0, 360, Math.max(10, Math.round(r * 2.6))));
  addSpiralStair(fine, [x, y, z], r + 0.12, h - rise, 160);
  addNozzle(steel, [x + r - 0.2, y, z + 1], [x + r + 0.9, y, z + 1], 0.2, paint.vesselGrey);
  addNozzle(steel, [x - 0.3, y - r + 0.2, z + 0.9], [x - 0.3, y - r - 0.35, z + 0.9], 0.4, paint.vesselGrey);
  for (const [dx, dy] of [
    [0.5, 0.1],
    [-0.2, 0.45],
    [-0.35, -0.4],
  ] as const) {
    const top = z + h - rise * Math.hypot(dx, dy);
    addNozzle(steel, [x + dx * r, y + dy * r, top - 0.1], [x + dx * r, y + dy * r, top + 0.9], 0.14, paint.vesselGrey);
  }
  for (const facingDeg of [270, 90]) {
    const out = facingDeg === 270 ? -1 : 1;
    forms.boards.push({
      at: [x, y + out * (r + 0.05), z + h * 0.56],
      facingDeg,
      widthM: Math.min(6, r * 1.1),
      style: 'number',
      text: { zh: element.id, en: element.id },
      aroundRadiusM: r + 0.03,
    });
  }
}

/** A lying pressure vessel on saddles with dished ends, manway, relief valves, walkway on top. */
export function lyingVessel(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'horizontal-cylinder') return;
  const { radiusM: r, lengthM, axisHeightM } = element.shape;
  const turn = turnOf(element.at, element.headingDeg);
  const skin = forms.on('paint', element.at);
  const steel = forms.on('steel', element.at);
  const fine = forms.on('fine', element.at);
  const straight = Math.max(0.4, lengthM / 2 - r * 0.5);
  const band = bandColour(element.contents?.chemical);
  const hull = element.kind === 'heat-exchanger' ? paint.insulated : paint.tankWhite;
  const belt = Math.min(0.5, straight * 0.2);
  addRod(skin, turn(-straight, 0, axisHeightM), turn(-belt, 0, axisHeightM), r, {
    sides: 24,
    colour: hull,
    caps: 'none',
  });
  addRod(skin, turn(-belt, 0, axisHeightM), turn(belt, 0, axisHeightM), r * 1.003, {
    sides: 24,
    colour: band,
    caps: 'none',
  });
  addRod(skin, turn(belt, 0, axisHeightM), turn(straight, 0, axisHeightM), r, {
    sides: 24,
    colour: hull,
    caps: 'none',
  });
  const end = turn(1, 0, 0);
  const axis: Position = [end[0] - element.at[0], end[1] - element.at[1], 0];
  addBall(skin, turn(straight, 0, axisHeightM), r, {
    sides: 24,
    rings: 6,
    fromDeg: 0,
    toDeg: 90,
    flat: 0.5,
    colour: hull,
    axis,
  });
  addBall(skin, turn(-straight, 0, axisHeightM), r, {
    sides: 24,
    rings: 6,
    fromDeg: 0,
    toDeg: 90,
    flat: 0.5,
    colour: hull,
    axis: [-axis[0], -axis[1], 0],
  });
  for (const x of [-straight * 0.6, straight * 0.6]) {
    addBox(forms.on('concrete', element.at), turn, [x, 0, 0], [0.7, r * 1.7, Math.max(0.2, axisHeightM - r * 0.8)], {
      colour: paint.concrete,
      foot: 0.8,
    });
    addRod(steel, turn(x - 0.12, 0, axisHeightM), turn(x + 0.12, 0, axisHeightM), r * 1.03, {
      sides: 24,
      colour: paint.galvanised,
    });
  }
  const top = axisHeightM + r;
  addNozzle(
    steel,
    turn(straight * 0.35, 0, top - 0.15),
    turn(straight * 0.35, 0, top + 0.45),
    Math.min(0.3, r * 0.3),
    paint.vesselGrey,
  );
  for (const x of [-straight * 0.35, -straight * 0.2]) {
    addNozzle(steel, turn(x, 0, top - 0.1), turn(x, 0, top + 0.9), 0.09, paint.fireRed);
  }
  if (r > 1) {
    addBox(steel, turn, [0, r * 0.75, top - 0.1], [straight * 1.7, 0.9, 0.05], {
      colour: paint.galvanised,
      under: true,
    });
    const [y, h] = [r * 0.75 + 0.42, top - 0.05];
    const posts = Math.max(2, Math.round(straight));
    addRail(
      fine,
      Array.from({ length: posts + 1 }, (_, index) => turn(-straight * 0.85 + (straight * 1.7 * index) / posts, y, h)),
    );
    addLadder(fine, turnOf(turn(straight * 0.86, r * 0.75, 0), element.headingDeg), top);
  }
  const side = ((element.headingDeg ?? 0) + 270) % 360;
  forms.boards.push({
    at: turn(0, -r - 0.08, axisHeightM + r * 0.1),
    facingDeg: side,
    widthM: Math.min(3, lengthM * 0.35),
    style: 'number',
    text: { zh: element.id, en: element.id },
  });
}

/** A bund wall with a coping. */
export function bund(element: Element, forms: Forms): void {
  if (element.shape.kind !== 'area') return;
  const { ring, heightM } = element.shape;
  const line = [...ring, ...ring.slice(0, 1)];
  addWall(forms.on('concrete', element.at), line, element.at[2], heightM, 0.3, { colour: paint.bund, foot: 0.86 });
  addWall(forms.on('concrete', element.at), line, element.at[2] + heightM - 0.06, 0.1, 0.42, {
    colour: paint.concrete,
    under: true,
  });
}
