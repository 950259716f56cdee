import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { joinCrew } from '../../crew/join.ts';
import { SoloCrew } from '../../crew/solo.ts';
import { portOfWorker } from '../../worker/ports.ts';
import type { ObstacleRaster } from '../obstacles.ts';
import { cellAt, faceAt } from '../wind-grid.ts';
import { carelessWind, roughGround } from './rough-ground.testing.ts';
import { type Faces, WindSolver } from './wind-solver.ts';

const threads: Worker[] = [];
function member(file = '../../crew/crew-thread.testing.ts') {
  const worker = new Worker(new URL(file, import.meta.url));
  threads.push(worker);
  return portOfWorker(worker);
}
afterEach(async () => {
  await Promise.all(threads.splice(0).map((worker) => worker.terminate()));
});

/** Net outflow of every cell of air, m³/s, in double precision. */
function outflows({ grid, solid }: ObstacleRaster, { u, v, w }: Faces): number[] {
  const { nx, ny, nz, cellM, layerM } = grid;
  const result: number[] = [];
  const difference = (speeds: Float32Array, low: number, high: number): number =>
    (speeds[high] ?? Number.NaN) - (speeds[low] ?? Number.NaN);
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        if (solid[cellAt(grid, i, j, k)] !== 0) continue;
        const face = faceAt(grid, i, j, k);
        result.push(
          cellM * layerM * difference(u, face, faceAt(grid, i + 1, j, k)) +
            cellM * layerM * difference(v, face, faceAt(grid, i, j + 1, k)) +
            cellM * cellM * difference(w, face, faceAt(grid, i, j, k + 1)),
        );
      }
    }
  }
  return result;
}

const norm = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/** A guess without the flow through walls, which the residual is measured against. */
function closed(raster: ObstacleRaster, guess: Faces): Faces {
  const solver = new WindSolver(raster, new SoloCrew());
  return solver.solve(guess, { mostIterations: 0 });
}

describe('the mass-consistent wind', () => {
  const raster = roughGround(40, 33, 17, 3);
  const guess = carelessWind(raster);
  const solver = new WindSolver(raster, new SoloCrew());

  it('neither gathers nor spreads anywhere, to the residual it states', () => {
    for (const relativeResidual of [1e-2, 1e-4, 1e-5]) {
      const wind = solver.solve(guess, { relativeResidual });
      const measured = norm(outflows(raster, wind)) / norm(outflows(raster, closed(raster, guess)));
      expect(wind.residual).toBeLessThan(relativeResidual);
      expect(Math.abs(measured - wind.residual) / wind.residual).toBeLessThan(0.05);
      expect(wind.iterations).toBeLessThan(15);
    }
  });

  it('does not blow through walls, the ground or into hollows', () => {
    const { grid, solid } = raster;
    const { u, v, w } = solver.solve(guess);
    const wrong: string[] = [];
    for (let k = 0; k < grid.nz; k += 1) {
      for (let j = 0; j < grid.ny; j += 1) {
        for (let i = 0; i < grid.nx; i += 1) {
          const isHollow = i > 2 && i < 6 && j > 2 && j < 6 && (k === 1 || k === 2);
          if (k === 0 && w[faceAt(grid, i, j, 0)] !== 0) wrong.push(`ground ${i} ${j}`);
          if (solid[cellAt(grid, i, j, k)] === 0 && !isHollow) continue;
          const speeds = [
            u[faceAt(grid, i, j, k)],
            u[faceAt(grid, i + 1, j, k)],
            v[faceAt(grid, i, j, k)],
            v[faceAt(grid, i, j + 1, k)],
            w[faceAt(grid, i, j, k)],
            w[faceAt(grid, i, j, k + 1)],
          ];
          if (speeds.some((speed) => speed !== 0)) wrong.push(`cell ${i} ${j} ${k}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('leaves a wind alone that is free of divergence already', () => {
    const flat: ObstacleRaster = { ...raster, solid: new Uint8Array(raster.solid.length) };
    const wind = new WindSolver(flat, new SoloCrew()).solve(guess);
    expect(wind.iterations).toBeLessThan(20);
    const change = wind.u.map((speed, face) => Math.abs(speed - (guess.u[face] ?? 0)));
    expect(change.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(1e-5);
  });

  it('answers calm air with calm air', () => {
    const calm = carelessWind(raster, 0, 0);
    const wind = solver.solve(calm);
    expect(wind).toMatchObject({ iterations: 0, residual: 0 });
    expect(wind.u.every((speed) => speed === 0)).toBe(true);
  });

  it('mirrors the wind where the place is mirrored', () => {
    const { nx, ny, nz } = raster.grid;
    const solid = raster.solid.map((_, cell) => {
      const i = cell % nx;
      return raster.solid[cell - i + (nx - 1 - i)] ?? 0;
    });
    const there = solver.solve(guess, { relativeResidual: 1e-6 });
    const mirrored = new WindSolver({ ...raster, solid }, new SoloCrew());
    const here = mirrored.solve(carelessWind(raster, -3, 1), { relativeResidual: 1e-6 });
    let worst = 0;
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i <= nx; i += 1) {
          const a = there.u[faceAt(raster.grid, i, j, k)] ?? Number.NaN;
          const b = here.u[faceAt(raster.grid, nx - i, j, k)] ?? Number.NaN;
          worst = Math.max(worst, Math.abs(a + b));
        }
      }
    }
    expect(worst).toBeLessThan(1e-3);
  });

  it('prefers to go around where air rises with difficulty', () => {
    const lift = (verticalRatio: number): number => {
      const { w } = new WindSolver(raster, new SoloCrew(), { verticalRatio }).solve(guess, { relativeResidual: 1e-4 });
      return norm([...w]);
    };
    const [stable, neutral] = [lift(0.1), lift(1)];
    expect(stable).toBeLessThan(0.7 * neutral);
  });

  it.each([0.01, 0.1, 0.4, 2])('converges with α² = %f', (verticalRatio) => {
    const wind = new WindSolver(raster, new SoloCrew(), { verticalRatio }).solve(guess);
    expect(wind.residual).toBeLessThan(1e-5);
    expect(wind.iterations).toBeLessThan(30);
  });

  it.each([
    [1, 1, 1],
    [1, 9, 4],
    [5, 1, 1],
    [7, 6, 1],
    [64, 3, 2],
  ])('solves grids of any size: %i × %i × %i', (nx, ny, nz) => {
    const grid = { ...raster.grid, nx, ny, nz };
    const place = { grid, obstacles: [], solid: new Uint8Array(nx * ny * nz), groundM: new Float32Array(nx * ny) };
    const gusts = carelessWind(place);
    gusts.u.forEach((speed, n) => {
      gusts.u[n] = speed + (n % 3);
    });
    const wind = new WindSolver(place, new SoloCrew()).solve(gusts);
    expect(wind.residual).toBeLessThan(1e-5);
  });

  it('begins with the λ before where the wind has changed by a little', () => {
    solver.solve(guess);
    const turned = carelessWind(raster, 2.97, 1.08);
    const cold = solver.solve(turned, { relativeResidual: 1e-4 });
    solver.solve(guess);
    const warm = solver.solve(turned, { relativeResidual: 1e-4, warm: true });
    expect(warm.iterations).toBeLessThan(cold.iterations);
    expect(warm.residual).toBeLessThan(1e-4);
  });

  it('refuses speeds that are not numbers', () => {
    const bad = carelessWind(raster);
    bad.v[1000] = Number.NaN;
    expect(() => solver.solve(bad)).toThrow(expect.objectContaining({ code: 'UPW_ENGINE_WIND_INVALID' }));
  });

  it('gives its memory back', () => {
    const crew = new SoloCrew();
    const first = new WindSolver(raster, crew);
    first.release();
    const second = new WindSolver(raster, crew);
    expect(second.faces.u.at).toBe(first.faces.u.at);
  });
});

describe('threads', () => {
  // Large enough for many parts on the finest level and several on the next.
  const raster = roughGround(120, 110, 16, 5);
  const guess = carelessWind(raster);
  const alone = new WindSolver(raster, new SoloCrew()).solve(guess);
  const bytes = ({ u, v, w }: Faces) => Buffer.concat([u, v, w].map((array) => Buffer.from(array.buffer)));

  it.each([1, 2, 3])('do not change a byte: %i beside the caller', async (members) => {
    const crew = joinCrew(Array.from({ length: members }, () => member()));
    const solver = new WindSolver(raster, crew);
    for (let n = 0; n < 3; n += 1) {
      const wind = solver.solve(guess);
      expect(wind.iterations).toBe(alone.iterations);
      expect(bytes(wind).equals(bytes(alone))).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  });

  it('may die: the solve begins again alone, with the same bytes', async () => {
    const crew = joinCrew([member('../../crew/dying-thread.testing.ts')], { patienceMs: 200 });
    const solver = new WindSolver(raster, crew);
    let wind = solver.solve(guess);
    for (let n = 0; n < 100 && crew.threads > 1; n += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      wind = solver.solve(guess);
    }
    expect(crew.threads).toBe(1);
    expect(bytes(wind).equals(bytes(alone))).toBe(true);
  });
});
