import type { GroundPosition } from '../place/position.ts';

/** A polygon on the ground in local metres, not closed twice; either turning sense. */
export type Ring = readonly GroundPosition[];

/** Area enclosed by the ring in m², positive when it runs anticlockwise (shoelace formula). */
export function signedRingArea(ring: Ring): number {
  let twice = 0;
  for (const [a, b] of ringEdges(ring)) twice += a[0] * b[1] - b[0] * a[1];
  return twice / 2;
}

/** Area enclosed by the ring in m². */
export function ringArea(ring: Ring): number {
  return Math.abs(signedRingArea(ring));
}

/** Centre of gravity of the ring's surface; of its corners when the ring encloses nothing. */
export function ringCentroid(ring: Ring): GroundPosition {
  const area = signedRingArea(ring);
  let x = 0;
  let y = 0;
  if (Math.abs(area) < 1e-9) {
    for (const corner of ring) {
      x += corner[0] / ring.length;
      y += corner[1] / ring.length;
    }
    return [x, y];
  }
  for (const [a, b] of ringEdges(ring)) {
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

/** Whether the place lies inside the ring (even-odd rule); a place on the edge may count either way. */
export function ringContains(ring: Ring, place: GroundPosition): boolean {
  let inside = false;
  for (const [a, b] of ringEdges(ring)) {
    if (a[1] > place[1] === b[1] > place[1]) continue;
    if (place[0] < a[0] + ((b[0] - a[0]) * (place[1] - a[1])) / (b[1] - a[1])) inside = !inside;
  }
  return inside;
}

/** The ring's edges, from each corner to the next and from the last to the first. */
export function ringEdges(ring: Ring): [GroundPosition, GroundPosition][] {
  return ring.map((corner, index) => [corner, ring[(index + 1) % ring.length] ?? corner]);
}
