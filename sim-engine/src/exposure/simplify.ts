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
  const stack: [number, number][] = [
    [0, far],
    [far, count],
  ];
  for (let arc = stack.pop(); arc !== undefined; arc = stack.pop()) {
    const [low, high] = arc;
    const [ax, ay] = ring[low] as Place;
    const [bx, by] = ring[high % count] as Place;
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    let worst = tolerance;
    let at = -1;
    for (let k = low + 1; k < high; k += 1) {
      const [x, y] = ring[k] as Place;
      const off =
        length > 0
          ? Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length
          : Math.sqrt((x - ax) * (x - ax) + (y - ay) * (y - ay));
      if (off > worst) {
        worst = off;
        at = k;
      }
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([low, at], [at, high]);
  }
  return ring.filter((_, k) => keep[k] === 1);
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
