import type { GroundPosition } from '../place/position.ts';
import { type Ring, ringContains, ringEdges } from './ring.ts';

/** Distance in metres from a place to the straight line between `a` and `b`. */
export function distanceToSegment(place: GroundPosition, a: GroundPosition, b: GroundPosition): number {
  const east = b[0] - a[0];
  const north = b[1] - a[1];
  const lengthSquared = east * east + north * north;
  const along = lengthSquared === 0 ? 0 : ((place[0] - a[0]) * east + (place[1] - a[1]) * north) / lengthSquared;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(place[0] - a[0] - t * east, place[1] - a[1] - t * north);
}

/** Free ground in metres between two rings: 0 when they touch, overlap or one holds the other. */
export function clearanceM(one: Ring, other: Ring): number {
  if (ringsOverlap(one, other)) return 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [ringA, ringB] of [
    [one, other],
    [other, one],
  ] as const) {
    for (const corner of ringA) {
      for (const [a, b] of ringEdges(ringB)) nearest = Math.min(nearest, distanceToSegment(corner, a, b));
    }
  }
  return nearest;
}

/** Distance in metres from a place to a ring: 0 inside it. */
export function distanceToRing(place: GroundPosition, ring: Ring): number {
  if (ringContains(ring, place)) return 0;
  return ringEdges(ring).reduce((nearest, [a, b]) => Math.min(nearest, distanceToSegment(place, a, b)), Infinity);
}

/** Whether two rings touch or share ground: their edges meet, or one holds the other. */
export function ringsOverlap(one: Ring, other: Ring): boolean {
  const [first] = one;
  const [second] = other;
  if (first === undefined || second === undefined || !boxesOverlap(one, other)) return false;
  const otherEdges = ringEdges(other);
  for (const [a, b] of ringEdges(one)) {
    for (const [c, d] of otherEdges) if (segmentsMeet(a, b, c, d)) return true;
  }
  return ringContains(other, first) || ringContains(one, second);
}

function boxesOverlap(one: Ring, other: Ring): boolean {
  return ([0, 1] as const).every((axis) => {
    const [low, high] = span(one, axis);
    const [otherLow, otherHigh] = span(other, axis);
    return low <= otherHigh && otherLow <= high;
  });
}

function span(ring: Ring, axis: 0 | 1): [number, number] {
  const values = ring.map((corner) => corner[axis]);
  return [Math.min(...values), Math.max(...values)];
}

function segmentsMeet(a: GroundPosition, b: GroundPosition, c: GroundPosition, d: GroundPosition): boolean {
  const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)] as const;
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) return true;
  return (
    (sides[0] === 0 && between(a, b, c)) ||
    (sides[1] === 0 && between(a, b, d)) ||
    (sides[2] === 0 && between(c, d, a)) ||
    (sides[3] === 0 && between(c, d, b))
  );
}

/** For a place on the line through `a` and `b`: whether it lies from the one to the other. */
function between(a: GroundPosition, b: GroundPosition, place: GroundPosition): boolean {
  return ([0, 1] as const).every(
    (axis) => Math.min(a[axis], b[axis]) <= place[axis] && place[axis] <= Math.max(a[axis], b[axis]),
  );
}

function side(a: GroundPosition, b: GroundPosition, place: GroundPosition): number {
  return Math.sign((b[0] - a[0]) * (place[1] - a[1]) - (b[1] - a[1]) * (place[0] - a[0]));
}
