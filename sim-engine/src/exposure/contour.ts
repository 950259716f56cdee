import { ln } from '../arithmetic/logarithm.ts';
import type { CellBox } from '../dispersion/cell-box.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
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

/**
 * Closed rings on a grid by marching squares (Lorensen & Cline 1987 in the plane): a crossing lies where the logarithm
 * of the concentration, which falls off evenly, passes the limit; outside the grid counts as clean air, so that every
 * ring closes. The inside is on the left: outer rings run anticlockwise, holes clockwise.
 */
export function contourOn({
  x0M,
  y0M,
  cellM,
  nx,
  ny,
}: FieldGrid): (values: Float32Array<ArrayBuffer>, offset: number, box: Readonly<CellBox>) => Contour {
  const width = nx + 2;
  /** The layer with a rim of clean air; corner (i, j) of the grid at (j + 1)·width + i + 1. */
  const padded = new Float32Array(width * (ny + 2));
  // Edges of the padded grid: 2k runs east from corner k, 2k + 1 north. Each crossed edge leads to the next.
  const next = new Int32Array(2 * padded.length).fill(-1);
  const step = [0, 3, 2 * width, 1] as const;
  const place = (edge: number, limit: number): Place => {
    const north = edge % 2;
    const corner = (edge - north) / 2;
    const other = north ? corner + width : corner + 1;
    const t = crossing(padded[corner] as number, padded[other] as number, limit);
    const i = (corner % width) - 1;
    const j = Math.floor(corner / width) - 1;
    return [x0M + (i + (north ? 0 : t)) * cellM, y0M + (j + (north ? t : 0)) * cellM];
  };
  return (values, offset, box) => {
    padded.fill(0);
    for (let j = box.jLow; j <= box.jHigh; j += 1) {
      const row = offset + j * nx;
      padded.set(values.subarray(row + box.iLow, row + box.iHigh + 1), (j + 1) * width + box.iLow + 1);
    }
    return (limit) => {
      const starts: number[] = [];
      for (let j = box.jLow - 1; j <= box.jHigh; j += 1) {
        let code = 0;
        const last = (j + 1) * width + box.iHigh + 1;
        // The square's eastern corners become the western ones of the next.
        for (let corner = (j + 1) * width + box.iLow; corner <= last; corner += 1) {
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
        const simple = simplified(ring, cellM / 20);
        if (simple.length >= 3) rings.push(simple);
      }
      return rings;
    };
  };
}

function middleOf(padded: Float32Array<ArrayBuffer>, corner: number, width: number): number {
  const south = (padded[corner] as number) + (padded[corner + 1] as number);
  return (south + (padded[corner + width] as number) + (padded[corner + width + 1] as number)) / 4;
}

/** Where between two cells the limit is passed, 0.02…0.98 of the way, evenly in the logarithm. */
function crossing(from: number, to: number, limit: number): number {
  const floor = limit * 1e-3;
  const a = ln(Math.max(from, floor) / limit);
  const b = ln(Math.max(to, floor) / limit);
  return Math.min(0.98, Math.max(0.02, a / (a - b)));
}
