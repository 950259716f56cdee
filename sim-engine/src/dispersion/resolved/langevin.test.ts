import { describe, expect, it } from 'vitest';
import { SoloCrew } from '../../crew/solo.ts';
import { cellAt } from '../../wind/wind-grid.ts';
import { advance } from './langevin.oracle.ts';
import { makeMover } from './mover.ts';
import { movingAir } from './moving-air.ts';
import { evenTurbulence, gridOf, layeredWind, neutralAir, openRaster, openWind } from './open-wind.testing.ts';
import { makeParticles, type Particles, particleWords, word } from './particles.ts';
import { addParticle } from './release-particle.ts';
import { turbulenceField } from './turbulence.ts';
import { wallDistance } from './wall-distance.ts';

const steps = { stepS: 1, courant: 0.5, memoryShare: 0.3 };
const seed = 11;

describe('the kernel', () => {
  it('gives the bits of its plain twin among walls, with gradients, shear, meander and settling', () => {
    const grid = gridOf(16, 12, 8, 5, 3);
    const raster = openRaster(grid);
    for (let k = 0; k < 4; k += 1) {
      for (let j = 4; j < 7; j += 1) for (let i = 6; i < 9; i += 1) raster.solid[cellAt(grid, i, j, k)] = 1;
    }
    const boundary = neutralAir(4, 0.3, 250);
    const wind = openWind(raster, boundary);
    const turbulence = { ...turbulenceField(wind, boundary, wallDistance(raster, 100)), lidM: 30 };
    const crew = new SoloCrew();
    const rise = {
      stepS: 2,
      length: 5,
      values: Float32Array.from({ length: 20 }, (_, k) => [0.3 * k, 0.05 * k, 0.4, 0][k % 4] ?? 0),
    };
    const options = { ...steps, grid, capacity: 600, seed, depositionMPerS: 0.02, rise };
    const mover = makeMover(crew, options);
    mover.setAir(wind, turbulence);
    const twin = makeParticles(600);
    const air = movingAir(wind, turbulence, seed, steps, 0.02);
    for (const particles of [mover.particles, twin]) {
      for (let n = 0; n < 600; n += 1) {
        const birth = {
          id: n,
          source: 0,
          x: 3 + (n % 20),
          y: 2 + (n % 56),
          z: 0.1 * (n % 200),
          massKg: 1,
          clockS: n % 3,
        };
        addParticle(particles, birth, seed, air.table);
      }
    }
    for (let window = 0; window < 3; window += 1) {
      mover.advance(7);
      advance(air, twin, 0, 600, 7, rise);
    }
    expect(mover.particles.words).toEqual(twin.words);
    // The case had them all: settled, gone through the sides, rising still, broken up.
    const fates = new Set(Array.from({ length: 600 }, (_, n) => twin.words[n * particleWords + word.source] ?? 0));
    expect([...fates].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1 << 20]);
  });
});

describe('the equation', () => {
  it("spreads gas in even turbulence as Taylor's theorem says, for steps short and long", () => {
    const grid = gridOf(40, 40, 40, 50, 50);
    const raster = openRaster(grid);
    const sigma = [0.8, 0.6, 0.4] as const;
    const structure = 0.05;
    const wind = layeredWind(raster, () => 0);
    for (const stepS of [0.5, 4]) {
      const count = 20_000;
      const { particles, run } = box(wind, evenTurbulence(raster, sigma, structure), count, {
        ...steps,
        stepS,
        memoryShare: 99,
      });
      fill(particles, count, () => [1000, 1000, 1000]);
      let time = 0;
      for (const window of [10, 50, 240]) {
        run(window);
        time += window;
        sigma.forEach((s, axis) => {
          const memory = (2 * s * s) / structure;
          const exact = 2 * s * s * memory * memory * (time / memory - 1 + Math.exp(-time / memory));
          let sum = 0;
          for (let n = 0; n < count; n += 1) sum += ((particles.floats[n * particleWords + axis] ?? 0) - 1000) ** 2;
          expect(sum / count / exact).toBeGreaterThan(0.95);
          expect(sum / count / exact).toBeLessThan(1.04);
        });
      }
    }
  });

  it('carries gas on the mean wind and keeps a still cloud symmetric', () => {
    const grid = gridOf(40, 40, 10, 50, 50);
    const raster = openRaster(grid);
    const wind = layeredWind(
      raster,
      () => 2,
      () => 0,
    );
    const { particles, run } = box(wind, evenTurbulence(raster, [0.5, 0.5, 0.5], 0.1), 20_000, steps);
    fill(particles, 20_000, () => [200, 1000, 250]);
    run(300);
    const means = [0, 1, 2].map((axis) => mean(particles, axis));
    expect((means[0] ?? 0) / 800).toBeCloseTo(1, 2);
    expect(Math.abs((means[1] ?? 0) - 1000)).toBeLessThan(0.6);
    const south = share(particles, (_x, y) => y < 1000);
    expect(Math.abs(south - 0.5)).toBeLessThan(0.015);
  });

  it('keeps well-mixed gas well mixed under a boundary layer, in a cavity and in corners', () => {
    const grid = gridOf(12, 12, 10, 4, 3);
    const raster = openRaster(grid);
    closeSides(raster.solid, grid);
    for (let k = 0; k < 4; k += 1) {
      for (let j = 4; j < 8; j += 1) for (let i = 4; i < 7; i += 1) raster.solid[cellAt(grid, i, j, k)] = 1;
    }
    const boundary = neutralAir(5, 0.1);
    // Still air, but the turbulence of a wind among walls: σ and stress differ from cell to cell.
    const wind = layeredWind(raster, () => 0);
    const windy = openWind(raster, boundary);
    const turbulence = { ...turbulenceField(windy, boundary, wallDistance(raster, 100)), lidM: 30 };
    const count = 40_000;
    const { particles, run } = box(wind, turbulence, count, steps);
    const open: number[] = [];
    for (let cell = 0; cell < raster.solid.length; cell += 1) if (raster.solid[cell] === 0) open.push(cell);
    fill(particles, count, (n) => {
      const cell = open[n % open.length] ?? 0;
      const at = (k: number): number => ((n * k) % 997) / 997;
      return [
        (cell % 12) * 4 + 4 * at(31),
        (Math.floor(cell / 12) % 12) * 4 + 4 * at(57),
        Math.floor(cell / 144) * 3 + 3 * at(83),
      ];
    });
    run(240);
    expect(particles.count).toBe(count);
    const perLayer = new Float64Array(10);
    const airLayer = new Float64Array(10);
    for (const cell of open) airLayer[Math.floor(cell / 144)] = (airLayer[Math.floor(cell / 144)] ?? 0) + 1;
    let beside = 0;
    for (let n = 0; n < count; n += 1) {
      const at = n * particleWords;
      const k = Math.floor((particles.floats[at + 2] ?? 0) / 3);
      perLayer[k] = (perLayer[k] ?? 0) + 1;
      if ((particles.floats[at] ?? 0) < 8) beside += 1;
    }
    perLayer.forEach((found, k) => {
      const even = (count * (airLayer[k] ?? 0)) / open.length;
      expect(found / even).toBeGreaterThan(0.93);
      expect(found / even).toBeLessThan(1.07);
    });
    // The row of cells at the west wall holds its share too.
    const evenBeside = (count * open.filter((cell) => cell % 12 === 1).length) / open.length;
    expect(beside / evenBeside).toBeGreaterThan(0.93);
    expect(beside / evenBeside).toBeLessThan(1.07);
  });
});

function box(
  wind: Parameters<typeof movingAir>[0],
  turbulence: Parameters<typeof movingAir>[1],
  capacity: number,
  how: typeof steps,
): { particles: Particles; run: (windowS: number) => void } {
  const mover = makeMover(new SoloCrew(), { ...how, grid: wind.raster.grid, capacity, seed });
  mover.setAir(wind, turbulence);
  return { particles: mover.particles, run: (windowS) => mover.advance(windowS) };
}

function fill(particles: Particles, count: number, place: (n: number) => readonly [number, number, number]): void {
  const { table } = movingAirTable();
  for (let n = 0; n < count; n += 1) {
    const [x, y, z] = place(n);
    addParticle(particles, { id: n, source: 0, x, y, z, massKg: 1, clockS: 0 }, seed, table);
  }
}

function movingAirTable(): { table: Float32Array } {
  const raster = openRaster(gridOf(2, 2, 2, 1, 1));
  return movingAir(
    layeredWind(raster, () => 0),
    evenTurbulence(raster, [1, 1, 1], 1),
    1,
    steps,
  );
}

function mean(particles: Particles, axis: number): number {
  let sum = 0;
  for (let n = 0; n < particles.count; n += 1) sum += particles.floats[n * particleWords + axis] ?? 0;
  return sum / particles.count;
}

function share(particles: Particles, inside: (x: number, y: number) => boolean): number {
  let found = 0;
  for (let n = 0; n < particles.count; n += 1) {
    const at = n * particleWords;
    if (inside(particles.floats[at] ?? 0, particles.floats[at + 1] ?? 0)) found += 1;
  }
  return found / particles.count;
}

function closeSides(solid: Uint8Array, { nx, ny, nz }: { nx: number; ny: number; nz: number }): void {
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        if (i === 0 || j === 0 || i === nx - 1 || j === ny - 1) solid[(k * ny + j) * nx + i] = 1;
      }
    }
  }
}
