import { type Generator, seededGenerator } from '../../arithmetic/generator.ts';
import type { ObstacleRaster } from '../obstacles.ts';
import { cellCount, faceAt, faceCount, type WindGrid } from '../wind-grid.ts';
import type { Faces } from './wind-solver.ts';

/** A place with random blocks on it, one of them hollow, for tests. */
export function roughGround(nx: number, ny: number, nz: number, seed: number): ObstacleRaster {
  const grid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx, ny, nz };
  const random = seededGenerator(seed);
  const solid = new Uint8Array(cellCount(grid));
  for (let n = 0; n < (nx * ny) / 40; n += 1) {
    const [i, j] = [random.integer(nx), random.integer(ny)];
    const [wide, deep, high] = [1 + random.integer(4), 1 + random.integer(4), 1 + random.integer(nz)];
    fill(grid, solid, [i, j, 0], [wide, deep, high], 1);
  }
  fill(grid, solid, [2, 2, 0], [5, 5, Math.min(5, nz)], 1);
  fill(grid, solid, [3, 3, 1], [3, 3, 2], 0);
  return { grid, obstacles: [], solid, groundM: new Float32Array(nx * ny) };
}

function fill(
  { nx, ny, nz }: WindGrid,
  solid: Uint8Array,
  [i0, j0, k0]: readonly [number, number, number],
  [wide, deep, high]: readonly [number, number, number],
  value: number,
): void {
  for (let k = k0; k < Math.min(nz, k0 + high); k += 1) {
    for (let j = j0; j < Math.min(ny, j0 + deep); j += 1) {
      for (let i = i0; i < Math.min(nx, i0 + wide); i += 1) solid[(k * ny + j) * nx + i] = value;
    }
  }
}

/** A wind that grows with height and does not care about what stands in its way. */
export function carelessWind({ grid }: ObstacleRaster, eastMps = 3, northMps = 1): Faces {
  const count = faceCount(grid);
  const [u, v, w] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
  for (let k = 0; k < grid.nz; k += 1) {
    const share = Math.sqrt((k + 0.5) / grid.nz);
    for (let j = 0; j <= grid.ny; j += 1) {
      for (let i = 0; i <= grid.nx; i += 1) {
        const face = faceAt(grid, i, j, k);
        if (j < grid.ny) u[face] = eastMps * share;
        if (i < grid.nx) v[face] = northMps * share;
      }
    }
  }
  return { u, v, w };
}

export function randomArray(random: Generator, length: number): Float32Array {
  return Float32Array.from({ length }, () => random.next() - 0.5);
}
