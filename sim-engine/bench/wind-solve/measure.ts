import type { Crew } from '../../src/crew/crew.ts';
import { type Faces, WindSolver } from '../../src/wind/solver/wind-solver.ts';
import { parkRaster, parkWind } from '../park/park-wind.ts';
import type { ParkBox } from '../park/park1km.ts';

/** What one process measured, the same in Node and in a browser. Times in ms. */
export interface WindMeasure {
  readonly setUpMs: number;
  /** One each: first guess in, divergence, iterations, projection, recomputed residual, speeds out. */
  readonly solvesMs: readonly number[];
  /** The same, warm, after the wind turned by 5°, to 1e-3. */
  readonly warmMs: readonly number[];
  readonly residual: number;
  readonly iterations: number;
  readonly warmResidual: number;
  readonly warmIterations: number;
  readonly cells: number;
  readonly threads: number;
  /** Of the bytes of u, v, w. */
  readonly digest: string;
}

export const relativeResidual = 1e-5;

export function measureWind(crew: Crew, boxes: readonly ParkBox[], runs: number): WindMeasure {
  const raster = parkRaster(boxes);
  const [west, turned] = [parkWind(raster, 270), parkWind(raster, 275)];
  const before = performance.now();
  const solver = new WindSolver(raster, crew);
  const setUpMs = performance.now() - before;
  const solvesMs: number[] = [];
  const warmMs: number[] = [];
  // The first one lets the compiler finish.
  let solved = solver.solve(west, { relativeResidual });
  let warm = solved;
  for (let n = 0; n < runs; n += 1) {
    const start = performance.now();
    solved = solver.solve(west, { relativeResidual });
    const middle = performance.now();
    warm = solver.solve(turned, { relativeResidual: 1e-3, warm: true });
    solvesMs.push(middle - start);
    warmMs.push(performance.now() - middle);
  }
  return {
    setUpMs,
    solvesMs,
    warmMs,
    residual: solved.residual,
    iterations: solved.iterations,
    warmResidual: warm.residual,
    warmIterations: warm.iterations,
    cells: raster.solid.length,
    threads: crew.threads,
    digest: digestOf(solved),
  };
}

/** FNV-1a over the bytes of a wind, as 32-bit words. */
export function digestOf({ u, v, w }: Faces): string {
  let hash = 0x811c9dc5;
  for (const array of [u, v, w]) {
    for (const word of new Uint32Array(array.buffer, array.byteOffset, array.length)) {
      hash = Math.imul(hash ^ word, 0x01000193);
    }
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
