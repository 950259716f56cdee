import { ln } from '../arithmetic/logarithm.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import type { CellBox } from '../dispersion/segment-field.ts';
import type { Ring } from './threat-zone.ts';

type Place = readonly [number, number];

/**
 * Closed rings around the cells of a layer that reach a limit, by marching squares (Lorensen & Cline 1987 in the
 * plane): crossings lie where the logarithm of the concentration, which falls off evenly, passes the limit; outside the
 * grid counts as clean air, so that every ring closes. The inside is on the left: outer rings run anticlockwise, holes
 * clockwise.
 */
export function contour(
  grid: FieldGrid,
  layer: Float32Array<ArrayBuffer>,
  offset: number,
  box: CellBox,
  limit: number,
): Ring[] {
  const { nx, ny } = grid;
  const value = (i: number, j: number): number =>
    i < 0 || j < 0 || i >= nx || j >= ny ? 0 : (layer[offset + j * nx + i] as number);
  const width = nx + 2;
  const next = new Map<number, number>();
  // Edges of the padded grid: even numbers run east from (i, j), odd ones north.
  const eastEdge = (i: number, j: number): number => 2 * ((j + 1) * width + i + 1);
  for (let j = box.jLow - 1; j <= box.jHigh; j += 1) {
    let code = 0;
    for (let i = box.iLow - 2; i <= box.iHigh; i += 1) {
      // The square's eastern corners become the western ones of the next.
      const southEast = value(i + 1, j) >= limit ? 2 : 0;
      const northEast = value(i + 1, j + 1) >= limit ? 4 : 0;
      code = ((code & 2) >> 1) | ((code & 4) << 1) | southEast | northEast;
      if (code === 0 || code === 15) continue;
      const south = eastEdge(i, j);
      const north = eastEdge(i, j + 1);
      const west = south + 1;
      const east = eastEdge(i + 1, j) + 1;
      const saddle = code === 5 || code === 10;
      const middle = saddle ? value(i, j) + value(i + 1, j) + value(i + 1, j + 1) + value(i, j + 1) : 0;
      for (const [from, to] of crossings(code, south, east, north, west, middle >= 4 * limit)) next.set(from, to);
    }
  }
  const place = (edge: number): Place => {
    const vertical = edge % 2;
    const start = (edge - vertical) / 2;
    const i = (start % width) - 1;
    const j = Math.floor(start / width) - 1;
    const t = crossing(value(i, j), value(i + 1 - vertical, j + vertical), limit);
    return [grid.x0M + (i + (vertical ? 0 : t)) * grid.cellM, grid.y0M + (j + (vertical ? t : 0)) * grid.cellM];
  };
  const rings: Ring[] = [];
  for (const start of [...next.keys()]) {
    if (!next.has(start)) continue;
    const ring: Place[] = [];
    let edge: number | undefined = start;
    while (edge !== undefined) {
      ring.push(place(edge));
      const to: number | undefined = next.get(edge);
      next.delete(edge);
      edge = to === start ? undefined : to;
    }
    const simple = simplified(ring, grid.cellM / 20);
    if (simple.length >= 3) rings.push(simple);
  }
  return rings;
}

/** Directed crossings of one square, inside on the left; `filled` says whether the middle of a saddle is inside. */
function crossings(
  code: number,
  south: number,
  east: number,
  north: number,
  west: number,
  filled: boolean,
): readonly (readonly [number, number])[] {
  switch (code) {
    case 1:
      return [[south, west]];
    case 2:
      return [[east, south]];
    case 3:
      return [[east, west]];
    case 4:
      return [[north, east]];
    case 6:
      return [[north, south]];
    case 7:
      return [[north, west]];
    case 8:
      return [[west, north]];
    case 9:
      return [[south, north]];
    case 11:
      return [[east, north]];
    case 12:
      return [[west, east]];
    case 13:
      return [[south, east]];
    case 14:
      return [[west, south]];
    case 5:
      return filled
        ? [
            [south, east],
            [north, west],
          ]
        : [
            [south, west],
            [north, east],
          ];
    default:
      return filled
        ? [
            [west, south],
            [east, north],
          ]
        : [
            [east, south],
            [west, north],
          ];
  }
}

/** Where between two cells the limit is passed, 0.02…0.98 of the way, evenly in the logarithm. */
function crossing(from: number, to: number, limit: number): number {
  const floor = limit * 1e-3;
  const a = ln(Math.max(from, floor) / limit);
  const b = ln(Math.max(to, floor) / limit);
  return Math.min(0.98, Math.max(0.02, a / (a - b)));
}

/** The ring without the corners that lie within `tolerance` of the line between their kept neighbours (Douglas & Peucker 1973). */
export function simplified(ring: readonly Place[], tolerance: number): Place[] {
  const count = ring.length;
  if (count <= 4) return [...ring];
  const keep = new Uint8Array(count);
  // Split at the first corner and the one farthest from it, so that both arcs have fixed ends.
  const first = ring[0] as Place;
  let far = 0;
  let most = -1;
  ring.forEach(([x, y], k) => {
    const d = (x - first[0]) * (x - first[0]) + (y - first[1]) * (y - first[1]);
    if (d > most) {
      most = d;
      far = k;
    }
  });
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
