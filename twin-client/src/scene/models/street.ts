import { ringCentroid } from '@upwind/scenes';
import { type Model, shapeAs } from './context.ts';
import { bar, beam, box, ellipsoid, round } from './forms.ts';
import { paints } from './paint.ts';

/** A gate across its path: two piers, a barrier arm, a sliding leaf; or a pair of piers for a marker. */
export const gate: Model = (solid, element) => {
  const path = shapeAs(element, 'path');
  const [from, to] = path ? [path.path[0], path.path.at(-1)] : [undefined, undefined];
  if (path === undefined || from === undefined || to === undefined) return;
  const h = Math.max(1.8, path.heightM);
  for (const [x, y, z] of [from, to]) {
    solid.paint(paints.renderWarm);
    box(solid, x, y, z, 1.1, 1.1, h + 0.6);
    solid.paint(paints.concreteDark);
    box(solid, x, y, z + h + 0.6, 1.3, 1.3, 0.18);
  }
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const at = (t: number, z: number) => [from[0] + dx * t, from[1] + dy * t, from[2] + z] as const;
  const parts = 8;
  for (let i = 0; i < parts; i += 1) {
    solid.paint(i % 2 === 0 ? paints.warningRed : paints.white);
    beam(solid, at(0.06 + (0.86 * i) / parts, 1), at(0.06 + (0.86 * (i + 1)) / parts, 1), 0.12);
  }
  solid.paint(paints.darkSteel);
  const [px, py, pz] = at(0.07, 0);
  box(solid, px, py, pz, 0.4, 0.4, 1.15);
};

/** A fence: posts every three metres, rails and a coping; the mesh between is left to the eye. */
export const fence: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'path');
  if (shape === undefined) return;
  const h = shape.heightM;
  shape.path.forEach((to, i) => {
    const from = shape.path[i - 1];
    if (from === undefined) return;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const at = (t: number, z: number) =>
      [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + z] as const;
    solid.paint(paints.brick);
    beam(solid, at(0, 0.25), at(1, 0.25), 0.28, 0.5);
    solid.paint(paints.galvanised);
    for (const z of [0.75, h - 0.1]) beam(solid, at(0, z), at(1, z), 0.05);
    if (detail === 'fine') for (const z of [1.1, 1.45, 1.8]) beam(solid, at(0, z), at(1, z), 0.03);
    const posts = Math.max(1, Math.round(length / (detail === 'fine' ? 3 : 9)));
    for (let k = 0; k <= posts; k += 1) {
      const [x, y, z] = at(k / posts, 0);
      box(solid, x, y, z, 0.12, 0.12, h);
    }
  });
};

/** The sign of a muster point: a green board on two posts; its pictogram is drawn on the decal sheet. */
export const musterPoint: Model = (solid, element) => {
  const area = shapeAs(element, 'area');
  const [x, y] = area ? ringCentroid(area.ring) : [element.at[0], element.at[1]];
  if (area === undefined) solid.frame([0, 0, 0], 0);
  solid.paint(paints.galvanised);
  for (const side of [-0.7, 0.7]) beam(solid, [x + side, y, 0], [x + side, y, 4.4], 0.12);
  solid.paint(paints.signGreen);
  box(solid, x, y, 2.4, 2.2, 0.1, 2.2);
};

/** Only the pole of a wind sock; the sock itself turns with the live wind. */
export const windSockPole: Model = (solid, element) => {
  const base = -element.at[2];
  solid.paint(paints.concreteDark);
  box(solid, 0, 0, base, 0.8, 0.8, 0.3);
  solid.paint(paints.galvanised);
  round(solid, { x: 0, y: 0, z0: base, z1: base + 8.2, r0: 0.11, r1: 0.07, facets: 8 });
};

/** A fixed gas detector on its post: yellow head, junction box, sunshade. */
export const gasDetector: Model = (solid, element) => {
  const head = Math.max(0.4, element.at[2]);
  const base = -element.at[2];
  solid.paint(paints.galvanised);
  bar(solid, [0, 0, base], [0, 0, Math.max(0.7, base + head + 0.9)], 0.05, 6);
  solid.paint(paints.safetyYellow);
  box(solid, 0.12, 0, -0.1, 0.22, 0.2, 0.3);
  solid.paint(paints.steel);
  round(solid, { x: 0.12, y: 0, z0: -0.28, z1: -0.1, r0: 0.09, r1: 0.12, facets: 8, bottom: true });
  solid.paint(paints.claddingBlue);
  box(solid, 0, 0, 0.42, 0.26, 0.2, 0.26);
};

/** A camera on its pole, as high as its marker. */
export const camera: Model = (solid, element) => {
  const base = -element.at[2];
  solid.paint(paints.galvanised);
  if (element.at[2] < 16) round(solid, { x: 0, y: 0, z0: base, z1: 0.3, r0: 0.12, r1: 0.08, facets: 8 });
  else beam(solid, [0, 0, -1.2], [0, 0, 0.3], 0.12);
  solid.paint(paints.white);
  bar(solid, [0.1, 0, 0.1], [0.75, 0, -0.05], 0.14, 8, true);
  solid.paint(paints.tyre);
  ellipsoid(solid, [0.77, 0, -0.05], 0.11, 0.11, 8);
};

/** A fire hydrant. */
export const hydrant: Model = (solid) => {
  solid.paint(paints.fireRed);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.85, r0: 0.16, facets: 10 });
  ellipsoid(solid, [0, 0, 0.85], 0.19, 0.16, 10, 0);
  bar(solid, [-0.34, 0, 0.6], [0.34, 0, 0.6], 0.09, 8, true);
};
