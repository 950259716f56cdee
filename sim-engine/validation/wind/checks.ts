import { type FirstGuess, firstGuess } from '../../src/wind/first-guess.ts';
import type { Obstacle, ObstacleRaster } from '../../src/wind/obstacles.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import { windAxes } from '../../src/wind/wind-axes.ts';
import type { WindField } from '../../src/wind/wind-field.ts';
import { faceAt, type WindGrid } from '../../src/wind/wind-grid.ts';
import { cavityLength } from '../../src/wind/zones/lengths.ts';
import type { Pair } from '../metrics.ts';
import { guessOf, type PotentialFlow } from './potential-flows.ts';

/** How the checks balance mass. */
export type Balance = (raster: ObstacleRaster, guess: FirstGuess) => WindField;

/** Largest change that balancing makes to a uniform wind over level ground, over its speed. */
export function uniformChange(balance: Balance): number {
  const grid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx: 40, ny: 32, nz: 16 };
  const raster = rasterOf([], grid);
  let worst = 0;
  for (const from of [270, 200, 33]) {
    const axes = windAxes(from);
    const { u, v, w } = balance(
      raster,
      firstGuess(raster, () => 5, axes),
    );
    for (let k = 0; k < grid.nz; k += 1) {
      for (let j = 0; j < grid.ny; j += 1) {
        for (let i = 0; i < grid.nx; i += 1) {
          const face = faceAt(grid, i, j, k);
          worst = Math.max(worst, Math.abs((u[face] ?? 0) - Math.fround(5 * axes.east)));
          worst = Math.max(worst, Math.abs((v[face] ?? 0) - Math.fround(5 * axes.north)), Math.abs(w[face] ?? 0));
        }
      }
    }
  }
  return worst / 5;
}

export interface FlowComparison {
  /** Root mean square of the velocity error over the far wind between 1.25 and 2.5 m from the middle. */
  readonly error: number;
  /** Known and computed speed-up over the middle, from a layer above the body to where it is 2 % of the far wind. */
  readonly above: readonly Pair[];
}

/** A known flow on a box of 6 × 6 × 3 m; `cellM` divides it. */
export function compareFlow(flow: PotentialFlow, cellM: number, layerM: number, balance: Balance): FlowComparison {
  const n = Math.round(6 / cellM);
  const grid: WindGrid = { x0M: -3, y0M: -3, z0M: 0, cellM, layerM, nx: n, ny: n, nz: Math.round(3 / layerM) };
  const { raster, guess } = guessOf(flow, grid);
  const { u, v, w } = balance(raster, guess);
  let [square, count] = [0, 0];
  const above: Pair[] = [];
  for (let k = 0; k < grid.nz; k += 1) {
    for (let j = 0; j < n; j += 1) {
      for (let i = 0; i < n; i += 1) {
        const [x, y, z] = [(i + 0.5) * cellM - 3, (j + 0.5) * cellM - 3, (k + 0.5) * layerM];
        const r = Math.sqrt(x * x + y * y + z * z);
        const isAbove = i === n >> 1 && j === n >> 1 && z > flow.topM + layerM;
        if (r > 2.5 || (r < 1.25 && !isAbove) || raster.solid[(k * n + j) * n + i] === 1) continue;
        const middle = (field: Float32Array, di: number, dj: number, dk: number): number =>
          0.5 * ((field[faceAt(grid, i, j, k)] ?? 0) + (field[faceAt(grid, i + di, j + dj, k + dk)] ?? 0));
        const [, du, dv, dw] = flow.disturbance(x, y, z);
        const off = [middle(u, 1, 0, 0) - 1 - du, middle(v, 0, 1, 0) - dv, middle(w, 0, 0, 1) - dw];
        if (isAbove && du >= 0.02) above.push({ observed: du, predicted: middle(u, 1, 0, 0) - 1 });
        if (r < 1.25) continue;
        for (const part of off) square += part * part;
        count += 1;
      }
    }
  }
  return { error: Math.sqrt(square / count), above };
}

/** Shapes of isolated blocks, in heights: width across and length along the wind. */
const shapes = [
  [1, 1],
  [2, 1],
  [4, 1],
  [1, 2],
  [1, 3],
  [2, 2],
] as const;

/** Cells a height. */
const fineness = 8;

/**
 * Published length of the bubble behind isolated blocks (Fackrell 1984) and where the balanced wind at the ground turns
 * forward again behind them, both in heights.
 */
export function cavities(balance: Balance): Pair[] {
  return shapes.map(([width, length]) => {
    const heightM = 16;
    const cellM = heightM / fineness;
    const { field, block } = flowAround(width * heightM, length * heightM, heightM, cellM, balance);
    const { grid } = field.raster;
    const j = grid.ny >> 1;
    const wall = Math.round((block.x + block.lengthM / 2) / cellM);
    let [last, i] = [0, wall + 1];
    for (; i < grid.nx; i += 1) {
      const speed = field.u[faceAt(grid, i, j, 0)] ?? 0;
      if (speed >= 0) {
        const turn = i - (speed > last ? speed / (speed - last) : 0);
        return { observed: cavityLength(length, width, 1), predicted: ((turn - wall) * cellM) / heightM };
      }
      last = speed;
    }
    return { observed: cavityLength(length, width, 1), predicted: ((i - wall) * cellM) / heightM };
  });
}

/** The wind from the west around one block on level ground with the log profile of z0 = H/100. */
export function flowAround(
  widthM: number,
  lengthM: number,
  heightM: number,
  cellM: number,
  balance: Balance,
): { field: WindField; block: Extract<Obstacle, { kind: 'box' }> } {
  const even = (metres: number): number => 2 * Math.ceil(metres / cellM / 2);
  const grid: WindGrid = {
    x0M: 0,
    y0M: 0,
    z0M: 0,
    cellM,
    layerM: cellM,
    nx: even(9 * heightM + lengthM),
    ny: even(4 * heightM + widthM),
    nz: even(2.5 * heightM),
  };
  const block = {
    kind: 'box',
    id: 'block',
    x: 3 * heightM + lengthM / 2,
    y: (grid.ny * cellM) / 2,
    lengthM,
    widthM,
    angleRad: 0,
    baseM: 0,
    topM: heightM,
    porosity: 0,
  } as const;
  const raster = rasterOf([block], grid);
  const z0 = heightM / 100;
  const profile = (z: number): number => (z <= z0 ? 0 : (5 * Math.log(z / z0)) / Math.log(100));
  return { field: balance(raster, firstGuess(raster, profile, windAxes(270))), block };
}
