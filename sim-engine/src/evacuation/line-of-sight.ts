import type { Ring } from '@upwind/scenes';
import { hypot } from '../arithmetic/hypotenuse.ts';
import { cellAt, type Walkable } from './walkable.ts';

/** Whether the straight line between two places passes only walkable cells, and no body. */
export function isClear(walkable: Walkable, from: readonly [number, number], to: readonly [number, number]): boolean {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const pieces = Math.max(1, Math.ceil(hypot(dx, dy) / (walkable.cellM / 4)));
  for (let piece = 0; piece <= pieces; piece += 1) {
    const cell = cellAt(walkable, from[0] + (dx * piece) / pieces, from[1] + (dy * piece) / pieces);
    if (cell < 0 || walkable.pace[cell] === 0) return false;
  }
  return walkable.bodies.every((ring) => passesBy(ring, from, to));
}

/** Whether a straight line keeps outside a ring. */
function passesBy(ring: Ring, from: readonly [number, number], to: readonly [number, number]): boolean {
  const [ax, ay] = from;
  const [bx, by] = to;
  const { west, east, south, north } = boxOf(ring);
  if (Math.max(ax, bx) < west || Math.min(ax, bx) > east || Math.max(ay, by) < south || Math.min(ay, by) > north) {
    return true;
  }
  // Bodies are convex: the line crosses one only where corners lie on both sides and the boxes overlap.
  let left = false;
  let right = false;
  for (const corner of ring) {
    if ((bx - ax) * (corner[1] - ay) - (by - ay) * (corner[0] - ax) >= 0) left = true;
    else right = true;
  }
  return !left || !right || !crossesEdge(ring, from, to);
}

interface Box {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Boxes of rings that were asked for: a search looks past the same bodies thousands of times. */
const boxes = new WeakMap<Ring, Box>();

function boxOf(ring: Ring): Box {
  const known = boxes.get(ring);
  if (known !== undefined) return known;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const box = { west, east, south, north };
  boxes.set(ring, box);
  return box;
}

function crossesEdge(ring: Ring, a: readonly [number, number], b: readonly [number, number]): boolean {
  const turn = (p: readonly [number, number], q: readonly [number, number], r: readonly [number, number]): number =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return ring.some((corner, k) => {
    const next = ring[(k + 1) % ring.length] ?? corner;
    return turn(a, b, corner) * turn(a, b, next) <= 0 && turn(corner, next, a) * turn(corner, next, b) <= 0;
  });
}
