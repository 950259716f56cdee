import { ln } from '../arithmetic/logarithm.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import type { CellBox } from '../dispersion/segment-field.ts';
import { simplified } from './simplify.ts';
import type { Ring } from './threat-zone.ts';

type Place = readonly [number, number];

/** Rings of one layer (its first value at `offset` of `values`) around the cells of a box that reach a limit. */
export type Contour = (
  values: Float32Array<ArrayBuffer>,
  offset: number,
  box: Readonly<CellBox>,
  limit: number,
) => Ring[];

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

/**
 * Closed rings on a grid by marching squares (Lorensen & Cline 1987 in the plane): a crossing lies where the logarithm
 * of the concentration, which falls off evenly, passes the limit; outside the grid counts as clean air, so that every
 * ring closes. The inside is on the left: outer rings run anticlockwise, holes clockwise.
 */
export function contourOn({ x0M, y0M, cellM, nx, ny }: FieldGrid): Contour {
  const width = nx + 2;
  // Edges of the padded grid: 2k runs east from corner k, 2k + 1 north. Each crossed edge leads to the next.
  const step = [0, 3, 2 * width, 1] as const;
  const next = new Int32Array(2 * width * (ny + 2)).fill(-1);
  return (values, offset, box, limit) => {
    const value = (i: number, j: number): number =>
      i < 0 || j < 0 || i >= nx || j >= ny ? 0 : (values[offset + j * nx + i] as number);
    const starts: number[] = [];
    for (let j = box.jLow - 1; j <= box.jHigh; j += 1) {
      let code = 0;
      for (let i = box.iLow - 2; i <= box.iHigh; i += 1) {
        // The square's eastern corners become the western ones of the next.
        const southEast = value(i + 1, j) >= limit ? 2 : 0;
        const northEast = value(i + 1, j + 1) >= limit ? 4 : 0;
        code = ((code & 2) >> 1) | ((code & 4) << 1) | southEast | northEast;
        if (code === 0 || code === 15) continue;
        const south = 2 * ((j + 1) * width + i + 1);
        const saddle = code === 5 || code === 10;
        const sum = saddle ? value(i, j) + value(i + 1, j) + value(i + 1, j + 1) + value(i, j + 1) : 0;
        const path =
          (saddle && sum >= 4 * limit ? filledSaddle[code] : undefined) ?? (crossings[code] as readonly number[]);
        for (let k = 0; k < path.length; k += 2) {
          const from = south + (step[path[k] as number] as number);
          next[from] = south + (step[path[k + 1] as number] as number);
          starts.push(from);
        }
      }
    }
    const place = (edge: number): Place => {
      const north = edge % 2;
      const start = (edge - north) / 2;
      const i = (start % width) - 1;
      const j = Math.floor(start / width) - 1;
      const t = crossing(value(i, j), value(i + 1 - north, j + north), limit);
      return [x0M + (i + (north ? 0 : t)) * cellM, y0M + (j + (north ? t : 0)) * cellM];
    };
    const rings: Ring[] = [];
    for (const start of starts) {
      if (next[start] === -1) continue;
      const ring: Place[] = [];
      for (let edge = start; next[edge] !== -1; ) {
        ring.push(place(edge));
        const to = next[edge] as number;
        next[edge] = -1;
        edge = to;
      }
      const simple = simplified(ring, cellM / 20);
      if (simple.length >= 3) rings.push(simple);
    }
    return rings;
  };
}

/** Where between two cells the limit is passed, 0.02…0.98 of the way, evenly in the logarithm. */
function crossing(from: number, to: number, limit: number): number {
  const floor = limit * 1e-3;
  const a = ln(Math.max(from, floor) / limit);
  const b = ln(Math.max(to, floor) / limit);
  return Math.min(0.98, Math.max(0.02, a / (a - b)));
}
