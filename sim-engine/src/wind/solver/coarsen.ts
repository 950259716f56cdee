import { type Conductance, distances, layoutOf } from './conductance.ts';

/** How many cells become one along x, y, z: 1 or 2. */
export type Factors = readonly [number, number, number];

/** An axis is halved while its coupling is at least this share of the strongest one's: the others relax by themselves. */
const leastCoupling = 0.35;

/** The factors for the next coarser level, or undefined where it would not pay. */
export function factorsFor({ layout, widthsM }: Conductance, verticalRatio: number): Factors | undefined {
  const { nx, ny, nz } = layout;
  const counts = [nx, ny, nz];
  if (nx * ny * nz <= 64) return undefined;
  const couplings = widthsM.map((widths, axis) => {
    const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length;
    return (counts[axis] ?? 0) > 1 ? (axis === 2 ? verticalRatio : 1) / (mean * mean) : 0;
  });
  const strongest = Math.max(...couplings);
  if (strongest === 0) return undefined;
  const halve = (axis: number): number => ((couplings[axis] ?? 0) >= leastCoupling * strongest ? 2 : 1);
  return [halve(0), halve(1), halve(2)];
}

/**
 * The next coarser level: a coarse face carries what the fine faces on it carry, over the longer distance between the
 * middles of coarse cells.
 */
export function coarsen(fine: Conductance, factors: Factors): Conductance {
  const [fx, fy, fz] = factors;
  const widthsM = fine.widthsM.map((widths, axis) =>
    merged(widths, factors[axis] ?? 1),
  ) as unknown as Conductance['widthsM'];
  const from = fine.layout;
  const layout = layoutOf(widthsM[0].length, widthsM[1].length, widthsM[2].length);
  const carry = (faces: Float32Array, axis: number): Float32Array => {
    const to = new Float32Array(layout.length);
    const fineDistances = distances(fine.widthsM[axis] ?? []);
    const coarseDistances = distances(widthsM[axis] ?? []);
    const last = [from.nx, from.ny, from.nz][axis] ?? 0;
    const factor = factors[axis] ?? 1;
    const share = coarseDistances.map((distance, n) => (fineDistances[Math.min(n * factor, last)] ?? 0) / distance);
    // Of the two fine cells along each other axis; along its own a face stands alone.
    const [sx, sy, sz] = [axis === 0 ? 1 : fx, axis === 1 ? 1 : fy, axis === 2 ? 1 : fz];
    const [ex, ey, ez] = [axis === 0 ? 1 : 0, axis === 1 ? 1 : 0, axis === 2 ? 1 : 0];
    for (let k = 0; k < layout.nz + ez; k += 1) {
      for (let j = 0; j < layout.ny + ey; j += 1) {
        const firstJ = Math.min(j * fy, from.ny);
        const firstK = Math.min(k * fz, from.nz);
        const start = from.origin + firstK * from.plane + firstJ * from.row;
        const target = layout.origin + k * layout.plane + j * layout.row;
        for (let i = 0; i < layout.nx + ex; i += 1) {
          const at = start + Math.min(i * fx, from.nx);
          let sum = 0;
          // Beyond an odd last cell lie zeros.
          for (let c = 0; c < sz; c += 1) {
            for (let b = 0; b < sy; b += 1) {
              for (let a = 0; a < sx; a += 1) sum += faces[at + c * from.plane + b * from.row + a] ?? 0;
            }
          }
          to[target + i] = sum * (share[axis === 0 ? i : axis === 1 ? j : k] ?? 0);
        }
      }
    }
    return to;
  };
  return { layout, widthsM, west: carry(fine.west, 0), south: carry(fine.south, 1), floor: carry(fine.floor, 2) };
}

function merged(widthsM: readonly number[], factor: number): number[] {
  if (factor === 1) return [...widthsM];
  return Array.from(
    { length: Math.ceil(widthsM.length / 2) },
    (_, n) => (widthsM[2 * n] ?? 0) + (widthsM[2 * n + 1] ?? 0),
  );
}
