import { type Model, shapeAs, steady } from './context.ts';
import { guardRail, ladder, nozzle, ringPlatform, straightStair } from './fittings.ts';
import { bar, beam, box, type Detail, ellipsoid, facetsOf, pipe, round } from './forms.ts';
import { paints, shade } from './paint.ts';
import type { Point3, Solid } from './solid.ts';
import { standingVessel } from './vessels.ts';

/** A distillation or absorption column: skirt, insulated shell in bands, platforms, caged ladders, overhead line. */
export const column: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  if (shape === undefined) return;
  const { radiusM: r, heightM: h } = shape;
  const facets = facetsOf(r, detail);
  solid.paint(paints.concreteDark);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.4, r0: r + 0.8, facets, top: true });
  const skirt = Math.min(4, h * 0.12);
  solid.paint(paints.fireproofing);
  round(solid, { x: 0, y: 0, z0: 0.4, z1: skirt, r0: r * 1.05, facets });
  const bands = Math.max(3, Math.round((h - skirt) / 5));
  const step = (h - r * 0.5 - skirt) / bands;
  for (let i = 0; i < bands; i += 1) {
    solid.paint(shade(paints.insulation, i % 2 === 0 ? 1 : 0.96));
    round(solid, { x: 0, y: 0, z0: skirt + i * step, z1: skirt + (i + 1) * step, r0: r, facets });
    solid.paint(paints.aluminium);
    round(solid, { x: 0, y: 0, z0: skirt + i * step - 0.06, z1: skirt + i * step + 0.06, r0: r + 0.03, facets });
  }
  solid.paint(paints.insulation);
  ellipsoid(solid, [0, 0, h - r * 0.5], r, r * 0.5, facets, 0);

  const turn = steady(element.id) * Math.PI * 2;
  const levels = Math.max(2, Math.round(h / 8));
  let foot = 0.4;
  for (let level = 1; level <= levels; level += 1) {
    const z = skirt + ((h - r * 0.6 - skirt) * level) / levels;
    const whole = level === levels;
    const from = turn + (level % 2 === 0 ? 0 : Math.PI * 0.35);
    ringPlatform(solid, [0, 0, z], r, 1.15, whole ? 0 : from, whole ? 2 * Math.PI : from + Math.PI * 1.15, detail);
    const ladderAngle = from + 0.35;
    ladder(solid, [0, 0], r, ladderAngle, foot, z + 1.1, detail);
    foot = z;
  }
  const side = (angle: number, away: number, z: number): Point3 => [
    (r + away) * Math.cos(turn + angle),
    (r + away) * Math.sin(turn + angle),
    z,
  ];
  const line = Math.max(0.18, r * 0.2);
  solid.paint(paints.pipePlain);
  pipe(
    solid,
    [[0, 0, h], [0, 0, h + 1.3], side(4.4, line + 0.5, h + 1.3), side(4.4, line + 0.5, 4), side(4.4, 4, 4)],
    line,
    8,
  );
  solid.paint(paints.pipeSteam);
  pipe(solid, [side(5, 0, h * 0.5), side(5, 0.6, h * 0.5), side(5, 0.6, 5.5), side(5, 3.5, 5.5)], line * 0.6, 6);
  nozzle(solid, side(3.2, -0.1, h * 0.3), [Math.cos(turn + 3.2), Math.sin(turn + 3.2), 0], 0.3, 0.7);
};

/** A steel structure of columns, beams, floors and a stair around equipment. */
function structure(solid: Solid, lx: number, ly: number, floors: readonly number[], detail: Detail): void {
  const top = floors.at(-1) ?? 0;
  const corners: readonly (readonly [number, number])[] = [
    [-lx / 2, -ly / 2],
    [lx / 2, -ly / 2],
    [lx / 2, ly / 2],
    [-lx / 2, ly / 2],
  ];
  solid.paint(paints.steel);
  for (const [x, y] of corners) box(solid, x, y, 0, 0.4, 0.4, top);
  for (const z of floors) {
    solid.paint(paints.steel);
    corners.forEach(([x, y], i) => {
      const [x2, y2] = corners[(i + 1) % 4] ?? [x, y];
      beam(solid, [x, y, z - 0.2], [x2, y2, z - 0.2], 0.25, 0.4);
    });
    solid.paint(paints.grating);
    for (const side of [-1, 1]) {
      box(solid, 0, (side * (ly - 1.4)) / 2, z, lx, 1.4, 0.08);
      box(solid, (side * (lx - 1.4)) / 2, 0, z, 1.4, ly - 2.8, 0.08);
    }
    guardRail(
      solid,
      [...corners, corners[0] ?? [0, 0]].map(([x, y]): Point3 => [x, y, z + 0.08]),
      detail,
      2,
    );
  }
  if (detail === 'fine') {
    solid.paint(paints.steel);
    let below = 0;
    for (const z of floors) {
      beam(solid, [-lx / 2, -ly / 2, below], [lx / 2, -ly / 2, z - 0.3], 0.16);
      beam(solid, [-lx / 2, ly / 2, z - 0.3], [lx / 2, ly / 2, below], 0.16);
      below = z;
    }
  }
  straightStair(solid, [-lx / 2, ly / 2 + 0.7, 0], floors[0] ?? 3, 1, detail);
}

/** A reactor in its structure: jacketed vessel, agitator on top, floors with rails. */
export const reactor: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  if (shape === undefined) return;
  const { radiusM: r, heightM: h } = shape;
  standingVessel(solid, r, h * 0.9, detail, paints.aluminium);
  solid.paint(paints.insulation);
  round(solid, { x: 0, y: 0, z0: h * 0.3, z1: h * 0.7, r0: r * 1.06, facets: facetsOf(r, detail), top: true });
  solid.paint(paints.claddingBlue);
  round(solid, { x: 0, y: 0, z0: h * 0.9, z1: h, r0: r * 0.22, facets: 10, top: true });
  const width = r * 2 + 4.4;
  const floors = h > 9 ? [h * 0.3, h * 0.58, h * 0.84] : [h * 0.45, h * 0.82];
  structure(solid, width, width, floors, detail);
  solid.paint(paints.pipeSteam);
  pipe(
    solid,
    [
      [r, 0, h * 0.62],
      [width / 2 + 0.6, 0, h * 0.62],
      [width / 2 + 0.6, 0, 0.6],
    ],
    0.16,
    6,
  );
  solid.paint(paints.pipeAcid);
  pipe(
    solid,
    [
      [0, r * 0.6, h * 0.86],
      [0, r * 0.6, h * 1.02],
      [0, -width / 2 - 0.5, h * 1.02],
      [0, -width / 2 - 0.5, 0.6],
    ],
    0.13,
    6,
  );
};

/** A fired heater: radiant box on legs, convection section, burners, its own stack. */
export const furnace: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'box');
  const upright = shapeAs(element, 'vertical-cylinder');
  const [lx, ly, h] = shape
    ? [shape.lengthM, shape.widthM, shape.heightM]
    : upright
      ? [upright.radiusM * 2, upright.radiusM * 2, upright.heightM]
      : [8, 6, 14];
  const body = h * 0.55;
  solid.paint(paints.concrete);
  for (const x of [-1, 1]) for (const y of [-1, 1]) box(solid, (x * (lx - 1)) / 2, (y * (ly - 1)) / 2, 0, 0.7, 0.7, 2);
  solid.paint(paints.claddingGrey);
  box(solid, 0, 0, 2, lx, ly, body - 2);
  solid.paint(paints.steel);
  for (let z = 2; z <= body; z += 2.2) {
    box(solid, 0, 0, z, lx + 0.16, ly + 0.16, 0.18);
  }
  solid.paint(paints.cladding);
  box(solid, 0, 0, body, lx * 0.55, ly * 0.7, h * 0.12);
  solid.paint(paints.steel);
  round(solid, { x: 0, y: 0, z0: body + h * 0.12, z1: h, r0: Math.min(lx, ly) * 0.17, facets: facetsOf(1.2, detail) });
  guardRail(
    solid,
    [
      [-lx / 2, -ly / 2, body],
      [lx / 2, -ly / 2, body],
      [lx / 2, ly / 2, body],
      [-lx / 2, ly / 2, body],
      [-lx / 2, -ly / 2, body],
    ],
    detail,
  );
  solid.paint(paints.darkSteel);
  for (let x = -lx / 2 + 1.5; x < lx / 2 - 1; x += 1.8) bar(solid, [x, 0, 1.1], [x, 0, 2.1], 0.32, 8, true);
  ladder(solid, [lx / 2 - 1, 0], 1, 0, 0, body + 1, detail);
};
