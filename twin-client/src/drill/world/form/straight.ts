import type { GroundPosition, Position } from '@upwind/scenes';
import {
  addQuad,
  addTriangle,
  addVertex,
  type Colour,
  cross,
  minus,
  plus,
  type Solid,
  shaded,
  times,
  unit,
} from './solid.ts';
import { triangulated } from './triangulated.ts';

/** A place of an element turned into local metres of the site: x along its heading, y to the left of it, z up. */
export type Turn = (x: number, y: number, z: number) => Position;

/** The turn of a thing that stands at `at` and heads `headingDeg` anticlockwise from east. */
export function turnOf(at: Position, headingDeg = 0): Turn {
  const cos = Math.cos((headingDeg * Math.PI) / 180);
  const sin = Math.sin((headingDeg * Math.PI) / 180);
  return (x, y, z) => [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos, at[2] + z];
}

export interface BoxFaces {
  readonly colour: Colour;
  readonly top?: Colour;
  /** Colour of the lower edge as a part of the colour. */
  readonly foot?: number;
  /** Draw the underside too. */
  readonly under?: boolean;
}

/** A box with its base centred on (x, y, z) of a turn, `size` along, across and up. */
export function addBox(
  solid: Solid,
  turn: Turn,
  [x, y, z]: Position,
  [length, width, height]: readonly [number, number, number],
  faces: BoxFaces,
): void {
  const [l, w] = [length / 2, width / 2];
  const foot = shaded(faces.colour, faces.foot ?? 1);
  const side = (ax: number, ay: number, bx: number, by: number) =>
    addQuad(
      solid,
      [
        turn(x + ax, y + ay, z),
        turn(x + bx, y + by, z),
        turn(x + bx, y + by, z + height),
        turn(x + ax, y + ay, z + height),
      ],
      [foot, foot, faces.colour, faces.colour],
    );
  side(-l, -w, l, -w);
  side(l, -w, l, w);
  side(l, w, -l, w);
  side(-l, w, -l, -w);
  const level = (h: number): [Position, Position, Position, Position] => [
    turn(x - l, y - w, h),
    turn(x + l, y - w, h),
    turn(x + l, y + w, h),
    turn(x - l, y + w, h),
  ];
  addQuad(solid, level(z + height), faces.top ?? faces.colour);
  if (faces.under) {
    const [a, b, c, d] = level(z);
    addQuad(solid, [d, c, b, a], foot);
  }
}

/** A slim square bar between two places, for frames, legs and rails. */
export function addBar(solid: Solid, from: Position, to: Position, thickM: number, colour: Colour): void {
  const axis = unit(minus(to, from));
  const aside = unit(cross(Math.abs(axis[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], axis));
  const other = cross(axis, aside);
  const half = thickM / 2;
  const corner = (place: Position, [a, b]: readonly [number, number]): Position =>
    plus(place, plus(times(aside, a * half), times(other, b * half)));
  order.forEach((one, index) => {
    const next = order[(index + 1) % 4] ?? one;
    addQuad(solid, [corner(from, one), corner(from, next), corner(to, next), corner(to, one)], colour);
  });
}

const order: readonly (readonly [number, number])[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
];

/** A flat surface over a ring of any turning sense, looking up, with texture places in site metres. */
export function addFloor(solid: Solid, ring: readonly GroundPosition[], z: number, colour: Colour): void {
  const { corners, triangles } = triangulated(ring);
  const first = solid.positions.length / 3;
  for (const [x, y] of corners) addVertex(solid, [x, y, z], [0, 0, 1], [x, y], colour);
  for (const index of triangles) solid.indices.push(first + index);
}

/** Upright walls along a line, `thickM` thick, from z to z + height, with a top. */
export function addWall(
  solid: Solid,
  line: readonly GroundPosition[],
  z: number,
  heightM: number,
  thickM: number,
  faces: BoxFaces,
): void {
  line.slice(1).forEach((to, index) => {
    const from = line[index];
    if (!from) return;
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const length = Math.hypot(dx, dy);
    if (length < 1e-3) return;
    const heading = (Math.atan2(dy, dx) * 180) / Math.PI;
    const turn = turnOf([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, z], heading);
    addBox(solid, turn, [0, 0, 0], [length + thickM, thickM, heightM], faces);
  });
}

/** A roof with a ridge along x over a box of a turn, eaves at z, `overM` beyond the walls. */
export function addGable(
  solid: Solid,
  turn: Turn,
  z: number,
  [length, width, rise]: readonly [number, number, number],
  colour: Colour,
  wall: Colour,
  overM = 0.5,
): void {
  const l = length / 2 + overM;
  const w = width / 2 + overM;
  const drop = (rise * overM) / (width / 2);
  const ridge = z + rise;
  const eave = z - drop;
  addQuad(solid, [turn(-l, -w, eave), turn(l, -w, eave), turn(l, 0, ridge), turn(-l, 0, ridge)], colour);
  addQuad(solid, [turn(l, w, eave), turn(-l, w, eave), turn(-l, 0, ridge), turn(l, 0, ridge)], colour);
  addQuad(solid, [turn(-l, 0, ridge), turn(l, 0, ridge), turn(l, -w, eave), turn(-l, -w, eave)], shaded(colour, 0.6));
  addQuad(solid, [turn(l, 0, ridge), turn(-l, 0, ridge), turn(-l, w, eave), turn(l, w, eave)], shaded(colour, 0.6));
  const half = length / 2;
  addTriangle(solid, turn(half, -width / 2, z), turn(half, width / 2, z), turn(half, 0, ridge), wall);
  addTriangle(solid, turn(-half, width / 2, z), turn(-half, -width / 2, z), turn(-half, 0, ridge), wall);
}
