import type { CellBox } from '../dispersion/cell-box.ts';
import { type GridLines, linesOf } from '../dispersion/grid-lines.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import { curvedShare, linearShare, logarithmicShare } from './crossing.ts';
import { rounded } from './round-ring.ts';
import { simplified } from './simplify.ts';
import type { Ring } from './threat-zone.ts';

type Place = readonly [number, number];

/** Rings of one layer around the cells that reach a limit. */
export type Contour = (limit: number) => Ring[];

/**
 * Directed crossings of a square, from edge to edge (0 south, 1 east, 2 north, 3 west), the inside on the left, by the
 * corners inside: 1 south-west, 2 south-east, 4 north-east, 8 north-west. Saddles (5, 10) with a clean middle.
 */
const crossings: readonly (readonly number[])[] = [
  [],
  [0, 3],
  [1, 0],
  [1, 3],
  [2, 1],
  [0, 3, 2, 1],
  [2, 0],
  [2, 3],
  [3, 2],
  [0, 2],
  [1, 0, 3, 2],
  [1, 2],
  [3, 1],
  [0, 1],
  [3, 0],
  [],
];
/** Saddles whose middle is inside. */
const filledSaddle: Readonly<Record<number, readonly number[]>> = { 5: [0, 1, 2, 3], 10: [3, 0, 1, 2] };

/** How values fall off between cells: the logarithm of a concentration along a smooth curve, a share evenly. */
export type ContourScale = 'logarithmic' | 'linear';

/**
 * Closed rings on a grid by marching squares (Lorensen & Cline 1987 in the plane). A crossing lies where the value,
 * taken between the middles of two cells in its scale, passes the limit; corners are rounded by a curve through the
 * crossings, so that a ring of a few cells is smooth. A ring that leaves the grid runs along its edge, half a cell
 * beyond the outermost middles. The values may lie on other lines over the same ground, which draw together where more
 * is to be seen. The inside is on the left: outer rings run anticlockwise, holes clockwise.
 */
export function contourOn(
  grid: FieldGrid,
  scale: ContourScale = 'logarithmic',
  lines: GridLines = linesOf(grid),
): (values: Float32Array<ArrayBuffer>, offset: number, box: Readonly<CellBox>) => Contour {
  const { xM, yM } = lines;
  const [nx, ny] = [xM.length, yM.length];
  const cellM = Math.min(leastGap(xM), leastGap(yM));
  const width = nx + 4;
  // Nodes 2 … n + 1 are the cells' middles; 1 and n + 2 the grid's edge, which repeats the outermost cells; 0 and
  // n + 3 lie on the edge as well and hold clean air, so that every ring closes there.
  const xs = nodesOf(xM, grid.cellM);
  const ys = nodesOf(yM, grid.cellM);
  const padded = new Float32Array(width * (ny + 4));
  // Edges of the padded grid: 2k runs east from node k, 2k + 1 north. Each crossed edge leads to the next.
  const next = new Int32Array(2 * padded.length).fill(-1);
  const step = [0, 3, 2 * width, 1] as const;
  const share = (node: number, other: number, k: number, count: number, limit: number): number => {
    const [from, to] = [padded[node] as number, padded[other] as number];
    if (scale === 'linear') return linearShare(from, to, limit);
    // Curved where both neighbours beyond are middles, too; straight in the logarithm at the grid's edge.
    if (k < 3 || k > count - 1) return logarithmicShare(from, to, limit);
    const beyond = padded[2 * other - node] as number;
    return curvedShare(padded[2 * node - other] as number, from, to, beyond, limit);
  };
  const place = (edge: number, limit: number): Place => {
    const north = edge % 2;
    const node = (edge - north) / 2;
    const other = north ? node + width : node + 1;
    const i = node % width;
    const j = Math.floor(node / width);
    const t = share(node, other, north ? j : i, north ? ny : nx, limit);
    const [x, y] = [xs[i] as number, ys[j] as number];
    return north ? [x, y + t * ((ys[j + 1] as number) - y)] : [x + t * ((xs[i + 1] as number) - x), y];
  };
  const frame = {
    west: xs[0] as number,
    east: xs[nx + 3] as number,
    south: ys[0] as number,
    north: ys[ny + 3] as number,
  };
  return (values, offset, box) => {
    padded.fill(0);
    for (let j = box.jLow; j <= box.jHigh; j += 1) {
      const row = offset + j * nx;
      const to = (j + 2) * width;
      padded.set(values.subarray(row + box.iLow, row + box.iHigh + 1), to + box.iLow + 2);
      padded[to + 1] = padded[to + 2] as number;
      padded[to + nx + 2] = padded[to + nx + 1] as number;
    }
    padded.copyWithin(width, 2 * width, 3 * width);
    padded.copyWithin((ny + 2) * width, (ny + 1) * width, (ny + 2) * width);
    const [iFirst, iLast] = squaresOf(box.iLow, box.iHigh, nx);
    const [jFirst, jLast] = squaresOf(box.jLow, box.jHigh, ny);
    return (limit) => {
      const starts: number[] = [];
      for (let j = jFirst; j <= jLast; j += 1) {
        let code = 0;
        const last = j * width + iLast;
        // The square's eastern corners become the western ones of the next.
        for (let corner = j * width + iFirst; corner <= last; corner += 1) {
          const southEast = (padded[corner + 1] as number) >= limit ? 2 : 0;
          const northEast = (padded[corner + width + 1] as number) >= limit ? 4 : 0;
          code = ((code & 2) >> 1) | ((code & 4) << 1) | southEast | northEast;
          if (code === 0 || code === 15) continue;
          const filled = (code === 5 || code === 10) && middleOf(padded, corner, width) >= limit;
          const path = (filled ? filledSaddle[code] : undefined) ?? (crossings[code] as readonly number[]);
          for (let k = 0; k < path.length; k += 2) {
            const from = 2 * corner + (step[path[k] as number] as number);
            next[from] = 2 * corner + (step[path[k + 1] as number] as number);
            starts.push(from);
          }
        }
      }
      const rings: Ring[] = [];
      for (const start of starts) {
        if (next[start] === -1) continue;
        const ring: Place[] = [];
        for (let edge = start; next[edge] !== -1; ) {
          ring.push(place(edge, limit));
          const to = next[edge] as number;
          next[edge] = -1;
          edge = to;
        }
        const simple = simplified(rounded(ring, cellM, frame), cellM / 20);
        if (simple.length >= 3) rings.push(simple);
      }
      return rings;
    };
  };
}

/** Coordinates of the nodes along one axis: the middles, and twice each edge. */
function nodesOf(middles: Float64Array<ArrayBuffer>, cellM: number): Float64Array<ArrayBuffer> {
  const count = middles.length;
  const [first, last] = [middles[0] as number, middles[count - 1] as number];
  return Float64Array.from({ length: count + 4 }, (_, k) => {
    if (k < 2) return first - 0.5 * cellM;
    return k > count + 1 ? last + 0.5 * cellM : (middles[k - 2] as number);
  });
}

function leastGap(lines: Float64Array<ArrayBuffer>): number {
  return lines.reduce((least, at, k) => (k > 0 ? Math.min(least, at - (lines[k - 1] as number)) : least), Infinity);
}

/** The first and last square, by its western or southern node, that cells from `low` to `high` can fill. */
function squaresOf(low: number, high: number, count: number): readonly [number, number] {
  return [low === 0 ? 0 : low + 1, high === count - 1 ? count + 2 : high + 2];
}

function middleOf(padded: Float32Array<ArrayBuffer>, corner: number, width: number): number {
  const south = (padded[corner] as number) + (padded[corner + 1] as number);
  return (south + (padded[corner + width] as number) + (padded[corner + width + 1] as number)) / 4;
}
