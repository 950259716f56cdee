type Place = readonly [number, number];

/** The ring without the corners that lie within `tolerance` of the line between their kept neighbours (Douglas & Peucker 1973). */
export function simplified(ring: readonly Place[], tolerance: number): Place[] {
  const count = ring.length;
  if (count <= 4) return [...ring];
  const keep = new Uint8Array(count);
  // Split at the first corner and the one farthest from it, so that both arcs have fixed ends.
  const far = farthestFrom(ring, ring[0] as Place);
  keep[0] = 1;
  keep[far] = 1;
  // Arcs that wait, each as its first and its last corner.
  const waiting = [0, far, far, count];
  while (waiting.length > 0) {
    const high = waiting.pop() as number;
    const low = waiting.pop() as number;
    const at = worstOf(ring, low, high, tolerance);
    if (at < 0) continue;
    keep[at] = 1;
    waiting.push(low, at, at, high);
  }
  const kept: Place[] = [];
  for (let k = 0; k < count; k += 1) if (keep[k] === 1) kept.push(ring[k] as Place);
  return kept;
}

/** The corner of an arc farthest from the line between its ends, if farther than `tolerance`; else −1. */
function worstOf(ring: readonly Place[], low: number, high: number, tolerance: number): number {
  const [ax, ay] = ring[low] as Place;
  const [bx, by] = ring[high % ring.length] as Place;
  const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
  let worst = tolerance;
  let at = -1;
  for (let k = low + 1; k < high; k += 1) {
    const place = ring[k] as Place;
    const [dx, dy] = [place[0] - ax, place[1] - ay];
    const off = length > 0 ? Math.abs(dx * (by - ay) - dy * (bx - ax)) / length : Math.sqrt(dx * dx + dy * dy);
    if (off > worst) {
      worst = off;
      at = k;
    }
  }
  return at;
}

function farthestFrom(ring: readonly Place[], [fx, fy]: Place): number {
  let far = 0;
  let most = -1;
  ring.forEach(([x, y], k) => {
    const square = (x - fx) * (x - fx) + (y - fy) * (y - fy);
    if (square > most) {
      most = square;
      far = k;
    }
  });
  return far;
}
