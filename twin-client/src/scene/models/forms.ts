import type { Point3, Solid } from './solid.ts';

/** How finely round things are cut and whether small parts are made: `fine` for a graphics card, `coarse` without one. */
export type Detail = 'fine' | 'coarse';

/** Facets of a circle of this radius: enough that it looks round from ten metres, few enough for a thousand of them. */
export function facetsOf(radiusM: number, detail: Detail): number {
  const fine = radiusM > 8 ? 40 : radiusM > 2 ? 28 : radiusM > 0.5 ? 14 : radiusM > 0.15 ? 8 : 5;
  return detail === 'fine' ? fine : Math.max(5, Math.round(fine * 0.6));
}

/** A box standing on `z0`, its middle at (x, y). */
export function box(solid: Solid, x: number, y: number, z0: number, lx: number, ly: number, lz: number): void {
  const [x0, x1, y0, y1, z1] = [x - lx / 2, x + lx / 2, y - ly / 2, y + ly / 2, z0 + lz];
  solid.quad([x0, y0, z1], [x1, y0, z1], [x1, y1, z1], [x0, y1, z1]);
  solid.quad([x0, y0, z0], [x1, y0, z0], [x1, y0, z1], [x0, y0, z1]);
  solid.quad([x1, y0, z0], [x1, y1, z0], [x1, y1, z1], [x1, y0, z1]);
  solid.quad([x1, y1, z0], [x0, y1, z0], [x0, y1, z1], [x1, y1, z1]);
  solid.quad([x0, y1, z0], [x0, y0, z0], [x0, y0, z1], [x0, y1, z1]);
  if (z0 > 0.4) solid.quad([x0, y1, z0], [x1, y1, z0], [x1, y0, z0], [x0, y0, z0]);
}

export interface Round {
  readonly x: number;
  readonly y: number;
  readonly z0: number;
  readonly z1: number;
  readonly r0: number;
  readonly r1?: number;
  readonly facets: number;
  readonly top?: boolean;
  readonly bottom?: boolean;
  /** Seen from inside, as the wall of an open tank. */
  readonly inward?: boolean;
}

/** An upright cylinder or cone. */
export function round(solid: Solid, { x, y, z0, z1, r0, r1 = r0, facets, top, bottom, inward }: Round): void {
  const slope = (r0 - r1) / Math.max(1e-6, z1 - z0);
  const flat = 1 / Math.hypot(1, slope);
  const sign = inward ? -1 : 1;
  const lower: number[] = [];
  const upper: number[] = [];
  for (let i = 0; i <= facets; i += 1) {
    const angle = (2 * Math.PI * i) / facets;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    lower.push(solid.vertex(x + r0 * c, y + r0 * s, z0, sign * c * flat, sign * s * flat, sign * slope * flat));
    upper.push(solid.vertex(x + r1 * c, y + r1 * s, z1, sign * c * flat, sign * s * flat, sign * slope * flat));
  }
  for (let i = 0; i < facets; i += 1) {
    const [a, b, c, d] = [lower[i] ?? 0, lower[i + 1] ?? 0, upper[i + 1] ?? 0, upper[i] ?? 0];
    if (inward) {
      solid.triangle(a, c, b);
      if (r1 > 0) solid.triangle(a, d, c);
    } else {
      solid.triangle(a, b, c);
      if (r1 > 0) solid.triangle(a, c, d);
    }
  }
  if (top && r1 > 0) disc(solid, x, y, z1, r1, facets, true);
  if (bottom) disc(solid, x, y, z0, r0, facets, false);
}

/** A flat disc that looks up or down. */
export function disc(solid: Solid, x: number, y: number, z: number, radius: number, facets: number, up: boolean): void {
  const middle = solid.vertex(x, y, z, 0, 0, up ? 1 : -1);
  for (let i = 0; i <= facets; i += 1) {
    const angle = (2 * Math.PI * i) / facets;
    solid.vertex(x + radius * Math.cos(angle), y + radius * Math.sin(angle), z, 0, 0, up ? 1 : -1);
  }
  for (let i = 1; i <= facets; i += 1) {
    if (up) solid.triangle(middle, middle + i, middle + i + 1);
    else solid.triangle(middle, middle + i + 1, middle + i);
  }
}

/** A flat ring that looks up, of part of a turn if wanted: platforms, rims. Angles in radians. */
export function annulus(
  solid: Solid,
  [x, y, z]: Point3,
  inner: number,
  outer: number,
  facets: number,
  from = 0,
  to = 2 * Math.PI,
): void {
  let before: readonly [number, number] | undefined;
  for (let i = 0; i <= facets; i += 1) {
    const angle = from + ((to - from) * i) / facets;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const a = solid.vertex(x + inner * c, y + inner * s, z, 0, 0, 1);
    const b = solid.vertex(x + outer * c, y + outer * s, z, 0, 0, 1);
    if (before !== undefined) {
      solid.triangle(before[0], before[1], b);
      solid.triangle(before[0], b, a);
    }
    before = [a, b];
  }
}

/** A whole or part of an ellipsoid of revolution about z; latitudes in radians from −π/2 to π/2. */
export function ellipsoid(
  solid: Solid,
  [x, y, z]: Point3,
  radius: number,
  height: number,
  facets: number,
  from = -Math.PI / 2,
  to = Math.PI / 2,
): void {
  const rows = Math.max(3, Math.round((facets * (to - from)) / (2 * Math.PI)));
  let before: readonly number[] = [];
  for (let row = 0; row <= rows; row += 1) {
    const latitude = from + ((to - from) * row) / rows;
    const [cl, sl] = [Math.cos(latitude), Math.sin(latitude)];
    const normalLength = Math.hypot(cl / radius, sl / height) || 1;
    const present: number[] = [];
    for (let i = 0; i <= facets; i += 1) {
      const angle = (2 * Math.PI * i) / facets;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      present.push(
        solid.vertex(
          x + radius * cl * c,
          y + radius * cl * s,
          z + height * sl,
          (cl * c) / radius / normalLength,
          (cl * s) / radius / normalLength,
          sl / height / normalLength,
        ),
      );
    }
    for (let i = 0; i < facets && row > 0; i += 1) {
      const [a, b, d, e] = [before[i] ?? 0, before[i + 1] ?? 0, present[i] ?? 0, present[i + 1] ?? 0];
      solid.triangle(a, b, e);
      solid.triangle(a, e, d);
    }
    before = present;
  }
}

const cross = (a: Point3, b: Point3): Point3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

const unit = (v: Point3): Point3 => {
  const length = Math.hypot(...v) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
};

/** A round bar between two points, open at its ends unless `closed`. */
export function bar(solid: Solid, from: Point3, to: Point3, radius: number, facets: number, closed = false): void {
  const along = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const side = unit(cross(along, Math.abs(along[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1]));
  const other = cross(along, side);
  const ring = (at: Point3) => {
    const indices: number[] = [];
    for (let i = 0; i <= facets; i += 1) {
      const angle = (2 * Math.PI * i) / facets;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const n: Point3 = [side[0] * c + other[0] * s, side[1] * c + other[1] * s, side[2] * c + other[2] * s];
      indices.push(solid.vertex(at[0] + n[0] * radius, at[1] + n[1] * radius, at[2] + n[2] * radius, ...n));
    }
    return indices;
  };
  const a = ring(from);
  const b = ring(to);
  for (let i = 0; i < facets; i += 1) {
    const [p, q, r, s] = [a[i] ?? 0, a[i + 1] ?? 0, b[i + 1] ?? 0, b[i] ?? 0];
    solid.triangle(p, q, r);
    solid.triangle(p, r, s);
  }
  if (closed) {
    cap(solid, to, along, side, other, radius, facets);
    cap(solid, from, [-along[0], -along[1], -along[2]], other, side, radius, facets);
  }
}

function cap(solid: Solid, at: Point3, out: Point3, u: Point3, v: Point3, radius: number, facets: number): void {
  const middle = solid.vertex(...at, ...out);
  for (let i = 0; i <= facets; i += 1) {
    const angle = (2 * Math.PI * i) / facets;
    const [c, s] = [Math.cos(angle) * radius, Math.sin(angle) * radius];
    solid.vertex(at[0] + u[0] * c + v[0] * s, at[1] + u[1] * c + v[1] * s, at[2] + u[2] * c + v[2] * s, ...out);
  }
  for (let i = 1; i <= facets; i += 1) solid.triangle(middle, middle + i, middle + i + 1);
}

/** A pipe through several points; bends are cut square, which at this size nobody sees. */
export function pipe(solid: Solid, points: readonly Point3[], radius: number, facets: number): void {
  for (let i = 1; i < points.length; i += 1) {
    const from = points[i - 1];
    const to = points[i];
    if (from !== undefined && to !== undefined) bar(solid, from, to, radius, facets);
  }
}

/** A square beam between two points: structural steel, rails, braces. */
export function beam(solid: Solid, from: Point3, to: Point3, width: number, height = width): void {
  const along = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const side = unit(cross(along, Math.abs(along[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1]));
  const up = cross(side, along);
  const corner = (at: Point3, u: number, v: number): Point3 => [
    at[0] + (side[0] * u * width) / 2 + (up[0] * v * height) / 2,
    at[1] + (side[1] * u * width) / 2 + (up[1] * v * height) / 2,
    at[2] + (side[2] * u * width) / 2 + (up[2] * v * height) / 2,
  ];
  const turns = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const;
  turns.forEach(([u, v], i) => {
    const [u2, v2] = turns[(i + 1) % 4] ?? [0, 0];
    solid.quad(corner(from, u2, v2), corner(from, u, v), corner(to, u, v), corner(to, u2, v2));
  });
}

/** A prism over a ring on the ground (anticlockwise), walls only. */
export function walls(solid: Solid, ring: readonly (readonly [number, number])[], z0: number, z1: number): void {
  ring.forEach(([x, y], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x, y];
    solid.quad([x, y, z0], [x2, y2, z0], [x2, y2, z1], [x, y, z1]);
  });
}
