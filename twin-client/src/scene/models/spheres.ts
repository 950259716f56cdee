import { type Model, shapeAs } from './context.ts';
import { arc, guardRail, nozzle, spiralStair } from './fittings.ts';
import { annulus, bar, box, ellipsoid, facetsOf, pipe, round } from './forms.ts';
import { paints } from './paint.ts';
import type { Point3 } from './solid.ts';

/** A storage sphere on fire-proofed legs, with spiral stair, top platform, safety valves and deluge ring. */
export const storageSphere: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'sphere');
  if (shape === undefined) return;
  const { radiusM: r, centreHeightM: h } = shape;
  const facets = facetsOf(r, detail);
  solid.paint(paints.concreteDark);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.2, r0: r * 1.12, facets, top: true });
  solid.paint(paints.shellWhite);
  ellipsoid(solid, [0, 0, h], r, r, facets);
  solid.paint(paints.shellShade);
  round(solid, { x: 0, y: 0, z0: h - 0.18, z1: h + 0.18, r0: r * 1.004, facets });

  const legs = r > 7 ? 10 : 8;
  const foot = (i: number): Point3 => {
    const angle = (2 * Math.PI * (i + 0.5)) / legs;
    return [r * 0.985 * Math.cos(angle), r * 0.985 * Math.sin(angle), 0];
  };
  for (let i = 0; i < legs; i += 1) {
    const [x, y] = foot(i);
    solid.paint(paints.fireproofing);
    round(solid, { x, y, z0: 0, z1: h * 0.78, r0: 0.5, facets: detail === 'fine' ? 10 : 6, top: true });
    solid.paint(paints.shellWhite);
    round(solid, { x, y, z0: h * 0.78, z1: h * 1.02, r0: 0.38, facets: detail === 'fine' ? 10 : 6 });
    if (detail === 'coarse') continue;
    const next = foot(i + 1);
    solid.paint(paints.steel);
    bar(solid, [x, y, h * 0.16], [next[0], next[1], h * 0.68], 0.07, 5);
    bar(solid, [x, y, h * 0.68], [next[0], next[1], h * 0.16], 0.07, 5);
  }

  const radiusAt = (z: number) => Math.sqrt(Math.max(0.2, r * r - Math.max(0, z - h) ** 2));
  const topZ = h + r * 0.94;
  spiralStair(solid, radiusAt, 0.2, topZ, Math.PI * 0.2, detail);
  solid.paint(paints.grating);
  annulus(solid, [0, 0, h + r + 0.5], 0, 2.4, 20);
  solid.paint(paints.darkSteel);
  round(solid, { x: 0, y: 0, z0: h + r - 0.15, z1: h + r + 0.48, r0: 2.4, facets: 20, bottom: true });
  guardRail(solid, arc([0, 0, h + r + 0.5], 2.35, 0, 2 * Math.PI, detail === 'fine' ? 16 : 8), detail, 1.5);
  solid.paint(paints.pipeGas);
  nozzle(solid, [0.7, 0.5, h + r + 0.5], [0, 0, 1], 0.22, 1.3);
  nozzle(solid, [-0.7, 0.5, h + r + 0.5], [0, 0, 1], 0.22, 1.3);
  pipe(
    solid,
    [
      [0, -0.8, h + r],
      [0, -0.8, h + r + 1.9],
      [0, -r * 1.12, h + r + 1.9],
      [0, -r * 1.12, 0.5],
    ],
    0.18,
    6,
  );
  solid.paint(paints.fireRed);
  for (const latitude of [0.28, 0.72]) {
    const ringRadius = r * Math.cos(latitude) + 0.35;
    const ring = arc([0, 0, h + r * Math.sin(latitude)], ringRadius, 0, 2 * Math.PI, Math.min(facets, 28));
    pipe(solid, ring, 0.07, 4);
  }
  solid.paint(paints.pipeGas);
  pipe(
    solid,
    [
      [0, 0, h - r],
      [0, 0, 1],
      [r * 1.3, 0, 1],
    ],
    0.28,
    8,
  );
  solid.paint(paints.fireRed);
  box(solid, r * 0.7, 0, 0.7, 0.7, 0.9, 0.9);
};
