import { type Model, shapeAs } from './context.ts';
import { guardRail, ladder, nozzle } from './fittings.ts';
import { bar, beam, box, type Detail, disc, ellipsoid, facetsOf, pipe, round } from './forms.ts';
import { type Paint, paints } from './paint.ts';
import type { Point3, Solid } from './solid.ts';

/** A cylinder lying along x with dished ends. */
export function lyingShell(solid: Solid, length: number, r: number, axis: number, detail: Detail, paint: Paint): void {
  const facets = facetsOf(r, detail);
  const dish = Math.min(r * 0.55, length * 0.2);
  solid.paint(paint);
  bar(solid, [-length / 2 + dish, 0, axis], [length / 2 - dish, 0, axis], r, facets);
  for (const end of [-1, 1]) lyingDish(solid, (length / 2 - dish) * end, axis, r, dish * end, facets);
}

/** A dished end along ±x. */
function lyingDish(solid: Solid, x: number, axis: number, r: number, depth: number, facets: number): void {
  const rows = Math.max(3, Math.round(facets / 5));
  const sign = Math.sign(depth);
  let before: readonly number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    const latitude = (Math.PI / 2) * (row / rows);
    const [cl, sl] = [Math.cos(latitude), Math.sin(latitude)];
    const present: number[] = [];
    for (let i = 0; i <= facets; i += 1) {
      const angle = (2 * Math.PI * i) / facets;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      present.push(solid.vertex(x + depth * sl, r * cl * c, axis + r * cl * s, sl * sign, cl * c, cl * s));
    }
    for (let i = 0; i < facets && row > 0; i += 1) {
      const [a, b, d, e] = [before[i] ?? 0, before[i + 1] ?? 0, present[i] ?? 0, present[i + 1] ?? 0];
      if (sign > 0) {
        solid.triangle(a, b, e);
        solid.triangle(a, e, d);
      } else {
        solid.triangle(a, e, b);
        solid.triangle(a, d, e);
      }
    }
    before = present;
  }
}

/** Two concrete saddles under a lying shell. */
export function saddles(solid: Solid, length: number, r: number, axis: number): void {
  const foot = Math.max(0.3, axis - r * 0.86);
  for (const side of [-1, 1]) {
    solid.paint(paints.concrete);
    box(solid, (side * length) / 3.2, 0, 0, Math.min(0.8, length * 0.08), r * 1.5, foot);
    solid.paint(paints.steel);
    bar(solid, [(side * length) / 3.2 - 0.3, 0, axis], [(side * length) / 3.2 + 0.3, 0, axis], r * 1.012, 20);
  }
}

/** A pressure vessel, lying on saddles or standing on a skirt. */
export const pressureVessel: Model = (solid, element, detail) => {
  const lying = shapeAs(element, 'horizontal-cylinder');
  if (lying !== undefined) {
    const { lengthM, radiusM: r, axisHeightM: axis } = lying;
    lyingShell(solid, lengthM, r, axis, detail, paints.shellWhite);
    saddles(solid, lengthM, r, axis);
    const top = axis + r;
    solid.paint(paints.grating);
    box(solid, 0, 0, top + 0.35, Math.min(6, lengthM * 0.4), Math.min(2, r * 1.4), 0.1);
    const [px, py] = [Math.min(6, lengthM * 0.4) / 2, Math.min(2, r * 1.4) / 2];
    const rail: Point3[] = [
      [-px, -py, top + 0.4],
      [px, -py, top + 0.4],
      [px, py, top + 0.4],
      [-px, py, top + 0.4],
      [-px, -py, top + 0.4],
    ];
    guardRail(solid, rail, detail, 1.5);
    solid.paint(paints.pipeGas);
    nozzle(solid, [lengthM * 0.28, 0, top - 0.1], [0, 0, 1], 0.16, 1);
    nozzle(solid, [lengthM * 0.36, 0, top - 0.1], [0, 0, 1], 0.12, 0.9);
    pipe(
      solid,
      [
        [0, 0, top + 0.3],
        [0, 0, top + 1.8],
        [0, r * 1.8, top + 1.8],
        [0, r * 1.8, 0.4],
      ],
      0.12,
      6,
    );
    return;
  }
  const standing = shapeAs(element, 'vertical-cylinder');
  if (standing !== undefined) standingVessel(solid, standing.radiusM, standing.heightM, detail, paints.shellWhite);
};

/** An upright vessel on a skirt with a dished top, its ladder and nozzles. */
export function standingVessel(solid: Solid, r: number, h: number, detail: Detail, paint: Paint): void {
  const facets = facetsOf(r, detail);
  const skirt = Math.min(h * 0.2, 2.5);
  solid.paint(paints.concreteDark);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.3, r0: r + 0.4, facets, top: true });
  solid.paint(paints.fireproofing);
  round(solid, { x: 0, y: 0, z0: 0.3, z1: skirt, r0: r * 1.02, facets });
  solid.paint(paint);
  round(solid, { x: 0, y: 0, z0: skirt, z1: h - r * 0.5, r0: r, facets });
  ellipsoid(solid, [0, 0, h - r * 0.5], r, r * 0.5, facets, 0);
  solid.paint(paints.pipePlain);
  nozzle(solid, [0, 0, h - 0.05], [0, 0, 1], r * 0.18, 0.8);
  nozzle(solid, [r * 0.9, 0, h * 0.4], [1, 0, 0], r * 0.15, 0.7);
  ladder(solid, [0, 0], r, Math.PI * 0.75, 0.3, h, detail);
}

/** A shell-and-tube heat exchanger: flanged channel ends, two stacked where the shape is high. */
export const heatExchanger: Model = (solid, element, detail) => {
  const lying = shapeAs(element, 'horizontal-cylinder');
  const standing = shapeAs(element, 'vertical-cylinder');
  if (lying !== undefined) {
    const { lengthM: length, radiusM: r, axisHeightM: axis } = lying;
    const facets = facetsOf(r, detail);
    solid.paint(paints.insulation);
    bar(solid, [-length * 0.36, 0, axis], [length * 0.5, 0, axis], r * 0.92, facets, true);
    solid.paint(paints.claddingBlue);
    bar(solid, [-length * 0.5, 0, axis], [-length * 0.37, 0, axis], r * 0.98, facets, true);
    solid.paint(paints.steel);
    for (const x of [-0.36, 0.44])
      bar(solid, [length * x - 0.1, 0, axis], [length * x + 0.1, 0, axis], r * 1.12, facets, true);
    saddles(solid, length * 0.9, r * 0.92, axis);
    solid.paint(paints.pipeWater);
    nozzle(solid, [-length * 0.43, 0, axis + r * 0.9], [0, 0, 1], r * 0.28, 0.8);
    nozzle(solid, [-length * 0.43, 0, axis - r * 0.9], [0, 0, -1], r * 0.28, Math.max(0.2, axis - r * 1.2));
    solid.paint(paints.pipeSteam);
    nozzle(solid, [length * 0.34, 0, axis + r * 0.9], [0, 0, 1], r * 0.3, 0.9);
    return;
  }
  if (standing !== undefined) standingVessel(solid, standing.radiusM, standing.heightM, detail, paints.insulation);
};

/** A pump or compressor on its plinth: motor, coupling guard, casing, suction and discharge. */
export function rotating(solid: Solid, length: number, width: number, height: number, casing: Paint): void {
  const axis = 0.35 + (height - 0.35) * 0.5;
  const r = Math.min(width, height) * 0.3;
  solid.paint(paints.plinth);
  box(solid, 0, 0, 0, length, width, 0.35);
  solid.paint(paints.claddingBlue);
  bar(solid, [-length * 0.45, 0, axis], [-length * 0.06, 0, axis], r, 12, true);
  solid.paint(paints.safetyYellow);
  box(solid, 0, 0, axis - r * 0.45, length * 0.14, r * 0.9, r * 0.9);
  solid.paint(casing);
  bar(solid, [length * 0.1, 0, axis], [length * 0.4, 0, axis], r * 1.15, 12, true);
  nozzle(solid, [length * 0.22, 0, axis + r * 0.9], [0, 0, 1], r * 0.35, Math.max(0.4, height - axis));
  nozzle(solid, [length * 0.38, 0, axis], [1, 0, 0], r * 0.4, length * 0.12);
  solid.paint(paints.darkSteel);
  box(solid, -length * 0.25, 0, 0.35, length * 0.25, r * 1.2, Math.max(0.1, axis - r - 0.35));
  box(solid, length * 0.25, 0, 0.35, length * 0.2, r * 1.2, Math.max(0.1, axis - r - 0.35));
}

const sizeOf = (shape: { lengthM: number; widthM: number; heightM: number } | undefined) =>
  shape === undefined ? ([2.4, 1, 1.5] as const) : ([shape.lengthM, shape.widthM, shape.heightM] as const);

export const pump: Model = (solid, element) => rotating(solid, ...sizeOf(shapeAs(element, 'box')), paints.pipePlain);

/** A compressor: two machines under an open shed when it has the room. */
export const compressor: Model = (solid, element, detail) => {
  const [length, width, height] = sizeOf(shapeAs(element, 'box'));
  const machine = Math.min(3.5, height);
  solid.paint(paints.concrete);
  box(solid, 0, 0, 0, length, width, 0.25);
  rotating(solid, length * 0.8, Math.min(width * 0.6, 5), machine, paints.pipeAir);
  if (height < 4.5) return;
  solid.paint(paints.steel);
  for (const x of [-1, 0, 1])
    for (const y of [-1, 1])
      box(solid, (x * (length - 0.6)) / 2, (y * (width - 0.6)) / 2, 0.25, 0.35, 0.35, height - 0.9);
  solid.paint(paints.roofBlue);
  const [hx, hy] = [length / 2 + 0.5, width / 2 + 0.5];
  solid.quad([-hx, -hy, height - 0.7], [hx, -hy, height - 0.7], [hx, 0, height], [-hx, 0, height]);
  solid.quad([hx, hy, height - 0.7], [-hx, hy, height - 0.7], [-hx, 0, height], [hx, 0, height]);
  solid.paint(paints.cladding);
  for (const y of [-hy + 0.5, hy - 0.5]) box(solid, 0, y, height - 2.4, length, 0.1, 1.7);
  if (detail === 'fine') {
    solid.paint(paints.safetyYellow);
    beam(solid, [-length / 2 + 0.5, 0, height - 1.2], [length / 2 - 0.5, 0, height - 1.2], 0.35, 0.45);
  }
};

/** A valve: body, bonnet, hand wheel or actuator. */
export const valve: Model = (solid) => {
  solid.paint(paints.pipePlain);
  bar(solid, [-0.9, 0, 0.8], [0.9, 0, 0.8], 0.2, 10);
  solid.paint(paints.darkSteel);
  for (const x of [-0.45, 0.45]) bar(solid, [x - 0.06, 0, 0.8], [x + 0.06, 0, 0.8], 0.36, 10, true);
  ellipsoid(solid, [0, 0, 0.8], 0.36, 0.36, 10);
  bar(solid, [0, 0, 1], [0, 0, 1.7], 0.08, 6);
  solid.paint(paints.fireRed);
  round(solid, { x: 0, y: 0, z0: 1.6, z1: 2, r0: 0.36, facets: 10, bottom: true });
  disc(solid, 0, 0, 2, 0.36, 10, true);
  solid.paint(paints.plinth);
  for (const x of [-0.75, 0.75]) box(solid, x, 0, 0, 0.3, 0.3, 0.6);
};
