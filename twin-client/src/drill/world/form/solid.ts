import type { Position } from '@upwind/scenes';

/** Red, green, blue, 0–1, as the eye sees them (sRGB). */
export type Colour = readonly [number, number, number];

/**
 * A growing triangle mesh in local ENU metres: flat arrays of places, normals, texture places in metres and colours.
 * Triangles run anticlockwise seen from outside. Knows no 3D engine.
 */
export interface Solid {
  readonly positions: number[];
  readonly normals: number[];
  readonly uvs: number[];
  readonly colours: number[];
  readonly indices: number[];
}

export function emptySolid(): Solid {
  return { positions: [], normals: [], uvs: [], colours: [], indices: [] };
}

export function triangleCount(solid: Solid): number {
  return solid.indices.length / 3;
}

/** Adds one vertex and returns its index. */
export function addVertex(
  solid: Solid,
  at: Position,
  normal: Position,
  uv: readonly [number, number],
  colour: Colour,
): number {
  solid.positions.push(at[0], at[1], at[2]);
  solid.normals.push(normal[0], normal[1], normal[2]);
  solid.uvs.push(uv[0], uv[1]);
  solid.colours.push(colour[0], colour[1], colour[2], 1);
  return solid.positions.length / 3 - 1;
}

/** Adds a flat four-cornered face, corners anticlockwise from outside; `uv` of each corner, else metres along the sides. */
export function addQuad(
  solid: Solid,
  corners: readonly [Position, Position, Position, Position],
  colours: Colour | readonly [Colour, Colour, Colour, Colour],
  uv?: readonly (readonly [number, number])[],
): void {
  const normal = normalOf(corners[0], corners[1], corners[2]);
  const wide = distance(corners[0], corners[1]);
  const high = distance(corners[1], corners[2]);
  const places = uv ?? [
    [0, 0],
    [wide, 0],
    [wide, high],
    [0, high],
  ];
  const first = corners.map((corner, index) =>
    addVertex(solid, corner, normal, places[index] ?? [0, 0], colourAt(colours, index)),
  )[0] as number;
  solid.indices.push(first, first + 1, first + 2, first, first + 2, first + 3);
}

export function addTriangle(solid: Solid, a: Position, b: Position, c: Position, colour: Colour): void {
  const normal = normalOf(a, b, c);
  const first = addVertex(solid, a, normal, [a[0], a[1]], colour);
  addVertex(solid, b, normal, [b[0], b[1]], colour);
  addVertex(solid, c, normal, [c[0], c[1]], colour);
  solid.indices.push(first, first + 1, first + 2);
}

function colourAt(colours: Colour | readonly Colour[], index: number): Colour {
  const one = colours[index];
  return Array.isArray(one) ? (one as unknown as Colour) : (colours as Colour);
}

/** A colour made darker (below 1) or lighter (above 1). */
export function shaded(colour: Colour, by: number): Colour {
  return [Math.min(1, colour[0] * by), Math.min(1, colour[1] * by), Math.min(1, colour[2] * by)];
}

export function normalOf(a: Position, b: Position, c: Position): Position {
  const u = minus(b, a);
  const v = minus(c, a);
  return unit([u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]);
}

export function minus(a: Position, b: Position): Position {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function plus(a: Position, b: Position): Position {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

export function times(a: Position, by: number): Position {
  return [a[0] * by, a[1] * by, a[2] * by];
}

export function cross(a: Position, b: Position): Position {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function unit(a: Position): Position {
  const length = Math.hypot(a[0], a[1], a[2]);
  return length < 1e-12 ? [0, 0, 1] : [a[0] / length, a[1] / length, a[2] / length];
}

export function distance(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
