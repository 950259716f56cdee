import { type Model, shapeAs } from './context.ts';
import { guardRail, ladder, ringPlatform } from './fittings.ts';
import { annulus, bar, beam, box, ellipsoid, facetsOf, round } from './forms.ts';
import { paints, shade } from './paint.ts';

/** A cooling tower: an induced-draught cell with louvres and fan stack, or a hyperbolic shell when it is round. */
export const coolingTower: Model = (solid, element, detail) => {
  const cell = shapeAs(element, 'box');
  if (cell !== undefined) {
    const { lengthM: lx, widthM: ly, heightM: h } = cell;
    const deck = h * 0.68;
    solid.paint(paints.concreteDark);
    box(solid, 0, 0, 0, lx + 1.4, ly + 1.4, 1.1);
    solid.paint(paints.claddingGrey);
    box(solid, 0, 0, deck * 0.46, lx, ly, deck * 0.54);
    solid.paint(paints.concrete);
    for (const x of [-1, 0, 1])
      for (const y of [-1, 1]) box(solid, (x * (lx - 0.5)) / 2, (y * (ly - 0.5)) / 2, 1, 0.5, 0.5, deck * 0.46 - 1);
    solid.paint(paints.darkSteel);
    box(solid, 0, 0, 1.1, lx - 1.4, ly - 1.4, deck * 0.46 - 1.1);
    solid.paint(shade(paints.claddingGrey, 0.86));
    for (let k = 0; k < 6; k += 1) {
      const z = 1.5 + (k * (deck * 0.46 - 1.7)) / 6;
      for (const side of [-1, 1]) box(solid, 0, (side * (ly - 0.2)) / 2, z, lx, 0.5, 0.12);
    }
    guardRail(
      solid,
      [
        [-lx / 2, -ly / 2, deck],
        [lx / 2, -ly / 2, deck],
        [lx / 2, ly / 2, deck],
        [-lx / 2, ly / 2, deck],
        [-lx / 2, -ly / 2, deck],
      ],
      detail,
    );
    const fan = Math.min(lx, ly) * 0.36;
    const facets = facetsOf(fan, detail);
    solid.paint(paints.white);
    round(solid, { x: 0, y: 0, z0: deck, z1: deck + (h - deck) * 0.5, r0: fan * 1.12, r1: fan, facets });
    round(solid, { x: 0, y: 0, z0: deck + (h - deck) * 0.5, z1: h, r0: fan, r1: fan * 1.08, facets });
    solid.paint(paints.darkSteel);
    round(solid, { x: 0, y: 0, z0: deck, z1: h, r0: fan * 1.02, facets, inward: true });
    annulus(solid, [0, 0, deck + (h - deck) * 0.45], 0, fan, facets);
    solid.paint(paints.pipeWater);
    bar(solid, [lx / 2 + 0.8, -ly * 0.3, 0.6], [lx / 2 + 0.8, -ly * 0.3, deck * 0.9], 0.45, 10);
    bar(solid, [lx / 2 + 0.8, -ly * 0.3, deck * 0.9], [lx / 2 - 0.5, -ly * 0.3, deck * 0.9], 0.45, 10);
    return;
  }
  const tower = shapeAs(element, 'vertical-cylinder');
  if (tower === undefined) return;
  const { radiusM: r, heightM: h } = tower;
  const facets = facetsOf(r, detail);
  const rows = 12;
  const radiusAt = (t: number) => r * (0.6 + 0.4 * ((1 - t / 0.8) ** 2) ** 0.9);
  solid.paint(paints.concrete);
  for (let i = 0; i < rows; i += 1) {
    const [t0, t1] = [i / rows, (i + 1) / rows];
    round(solid, {
      x: 0,
      y: 0,
      z0: 5 + (h - 5) * t0,
      z1: 5 + (h - 5) * t1,
      r0: radiusAt(t0),
      r1: radiusAt(t1),
      facets,
    });
  }
};

/** A flare: guyed riser with ladder, tip and pilot flame. */
export const flare: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  if (shape === undefined) return;
  const { radiusM: r, heightM: h } = shape;
  solid.paint(paints.concreteDark);
  box(solid, 0, 0, 0, 5, 5, 0.8);
  const side = Math.max(2.5, h * 0.045);
  const legs = [0, 1, 2].map((i) => {
    const angle = (2 * Math.PI * i) / 3 + 0.5;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
  const top = h * 0.94;
  const spread = (z: number) => side * (1.5 - (1.05 * z) / top);
  solid.paint(paints.galvanised);
  const storeys = Math.round(h / 8);
  for (const [i, [cx, cy]] of legs.entries()) {
    beam(solid, [cx * spread(0), cy * spread(0), 0], [cx * spread(top), cy * spread(top), top], 0.3);
    const [dx, dy] = legs[(i + 1) % 3] ?? [0, 0];
    for (let k = 0; k < storeys; k += 1) {
      const [z0, z1] = [(top * k) / storeys, (top * (k + 1)) / storeys];
      beam(solid, [cx * spread(z0), cy * spread(z0), z0], [dx * spread(z1), dy * spread(z1), z1], 0.14);
      beam(solid, [cx * spread(z1), cy * spread(z1), z1], [dx * spread(z1), dy * spread(z1), z1], 0.14);
    }
  }
  solid.paint(paints.steel);
  round(solid, { x: 0, y: 0, z0: 0.8, z1: h, r0: r * 0.7, facets: 12 });
  ringPlatform(solid, [0, 0, top], r * 0.7, 1.3, 0, 2 * Math.PI, detail);
  ladder(solid, [0, 0], r * 0.7, 1.6, 0.8, top, detail);
  solid.paint(paints.darkSteel);
  round(solid, { x: 0, y: 0, z0: h - 2.4, z1: h, r0: r * 0.95, facets: 12 });
  solid.paint(paints.flame);
  ellipsoid(solid, [0.25, 0, h + 1.1], 0.7, 1.7, 10);
};

/** A chimney: concrete or steel, its upper part in obstruction bands of red and white. */
export const stack: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  if (shape === undefined) return;
  const { radiusM: r, heightM: h } = shape;
  const facets = facetsOf(r, detail);
  const bands = 5;
  const from = h * 0.7;
  solid.paint(paints.concreteDark);
  round(solid, { x: 0, y: 0, z0: 0, z1: 0.8, r0: r * 1.8, facets, top: true });
  solid.paint(paints.concrete);
  round(solid, { x: 0, y: 0, z0: 0.8, z1: from, r0: r * 1.25, r1: r * 1.06, facets });
  for (let i = 0; i < bands; i += 1) {
    solid.paint(i % 2 === 0 ? shade(paints.warningRed, 0.95) : paints.white);
    const step = (h - from) / bands;
    const [t0, t1] = [1.06 - 0.06 * (i / bands), 1.06 - 0.06 * ((i + 1) / bands)];
    round(solid, { x: 0, y: 0, z0: from + i * step, z1: from + (i + 1) * step, r0: r * t0, r1: r * t1, facets });
  }
  solid.paint(paints.tyre);
  round(solid, { x: 0, y: 0, z0: h - 3, z1: h, r0: r * 0.9, facets, inward: true });
  annulus(solid, [0, 0, h], r * 0.9, r, facets);
  ringPlatform(solid, [0, 0, h * 0.68], r * 1.07, 1, 0, 2 * Math.PI, detail);
  ladder(solid, [0, 0], r * 1.25, 0.8, 0.8, h * 0.68, detail);
};

/** A weather mast: lattice, wind vane and cup arms at the top, radiation screen. The live sock is another thing. */
export const weatherMast: Model = (solid, element, detail) => {
  const shape = shapeAs(element, 'vertical-cylinder');
  const h = shape?.heightM ?? 10;
  solid.paint(paints.concreteDark);
  box(solid, 0, 0, 0, 1.4, 1.4, 0.4);
  const side = 0.28;
  const legs = [0, 1, 2].map(
    (i) => [side * Math.cos((2 * Math.PI * i) / 3), side * Math.sin((2 * Math.PI * i) / 3)] as const,
  );
  solid.paint(paints.galvanised);
  for (const [i, [x, y]] of legs.entries()) {
    beam(solid, [x, y, 0.4], [x, y, h], 0.06);
    const [x2, y2] = legs[(i + 1) % 3] ?? [x, y];
    if (detail === 'fine') for (let z = 0.5; z < h - 0.8; z += 0.8) beam(solid, [x, y, z], [x2, y2, z + 0.8], 0.03);
  }
  for (const angle of [0, 2.1, 4.2])
    beam(solid, [0, 0, h * 0.85], [Math.cos(angle) * h * 0.4, Math.sin(angle) * h * 0.4, 0], 0.025);
  solid.paint(paints.darkSteel);
  beam(solid, [-0.9, 0, h], [0.9, 0, h], 0.06);
  beam(solid, [-0.9, 0, h], [-0.9, 0, h + 0.5], 0.05);
  ellipsoid(solid, [-0.9, 0, h + 0.55], 0.2, 0.1, 8);
  beam(solid, [0.9, 0, h], [0.9, 0, h + 0.5], 0.05);
  beam(solid, [0.55, 0, h + 0.5], [1.25, 0, h + 0.5], 0.05);
  solid.paint(paints.white);
  round(solid, { x: 0.6, y: 0, z0: h * 0.2, z1: h * 0.2 + 0.5, r0: 0.2, facets: 10, top: true, bottom: true });
};
