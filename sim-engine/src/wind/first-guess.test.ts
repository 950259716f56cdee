import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstGuess } from './first-guess.ts';
import { testBox, testGrid, testProfile } from './obstacles.testing.ts';
import type { Obstacle } from './obstacles.ts';
import { rasterOf } from './raster.ts';
import { windAxes } from './wind-axes.ts';
import { faceAt, faceCount } from './wind-grid.ts';
import { cavityLength } from './zones/lengths.ts';

const west = windAxes(270);
const { nx, ny, nz, cellM, layerM } = testGrid;

describe('the first guess', () => {
  test('is the approaching profile everywhere where nothing stands', () => {
    const { u, v, w } = firstGuess(rasterOf([], testGrid), testProfile, windAxes(225));
    for (let k = 0; k < nz; k += 1) {
      const speed = testProfile((k + 0.5) * layerM) * Math.SQRT1_2;
      expect(u[faceAt(testGrid, 20, 20, k)]).toBeCloseTo(speed, 4);
      expect(v[faceAt(testGrid, 20, 20, k)]).toBeCloseTo(speed, 4);
      expect(u[faceAt(testGrid, 0, 3, k)]).toBe(u[faceAt(testGrid, nx, 30, k)]);
    }
    expect(w.every((speed) => speed === 0)).toBe(true);
  });

  test('is still in still air', () => {
    const { u, v, w } = firstGuess(rasterOf([testBox()], testGrid), () => 0, west);
    for (const field of [u, v, w]) expect(field.every((speed) => speed === 0)).toBe(true);
  });

  test('blows through no solid and no ground', () => {
    const raster = rasterOf([testBox({ angleRad: 0.4 }), testBox({ x: 110, y: 60, baseM: 8 })], testGrid);
    const { u, v, w } = firstGuess(raster, testProfile, windAxes(250));
    let shut = 0;
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          if (raster.solid[(k * ny + j) * nx + i] === 0) continue;
          shut += 1;
          for (const [field, a, b] of [
            [u, faceAt(testGrid, i, j, k), faceAt(testGrid, i + 1, j, k)],
            [v, faceAt(testGrid, i, j, k), faceAt(testGrid, i, j + 1, k)],
            [w, faceAt(testGrid, i, j, k), faceAt(testGrid, i, j, k + 1)],
          ] as const) {
            expect([field[a], field[b]]).toEqual([0, 0]);
          }
        }
      }
    }
    expect(shut).toBeGreaterThan(100);
    for (let face = 0; face < (nx + 1) * (ny + 1); face += 1) expect(w[face]).toBe(0);
  });

  test('has its cavity end at the published length behind a cube', () => {
    const fine = { ...testGrid, cellM: 1, layerM: 2, nx: 120, ny: 41, nz: 16 };
    const box = testBox({ x: 40, y: 20.5, lengthM: 10, widthM: 10, topM: 10 });
    const { u } = firstGuess(rasterOf([box], fine), testProfile, west);
    let end = 46;
    while ((u[faceAt(fine, end, 20, 0)] ?? 0) < 0 && end < 119) end += 1;
    // The lowest layer's middle is at z/H = 0.1.
    expect(end - 45).toBeGreaterThan(cavityLength(10, 10, 10) * Math.sqrt(1 - 0.01) - 1.5);
    expect(end - 45).toBeLessThan(cavityLength(10, 10, 10) + 1.5);
  });

  test('slows behind a rack but never turns back', () => {
    const rack = testBox({ porosity: 0.9, dragPerM: 0.12, widthM: 60, lengthM: 8, topM: 12 });
    const { u } = firstGuess(rasterOf([rack], testGrid), testProfile, west);
    const free = testProfile(2);
    const inside = u[faceAt(testGrid, 21, 20, 0)] ?? 0;
    const behind = u[faceAt(testGrid, 34, 20, 0)] ?? 0;
    expect(inside).toBeGreaterThan(0);
    expect(inside).toBeLessThan(0.9 * free);
    expect(behind).toBeGreaterThan(inside);
    expect(behind).toBeLessThan(free);
  });

  test('turns in a street: back across it near the roofs of both, up at the lee wall, down at the other', () => {
    const raster = rasterOf([testBox({ x: 70 }), testBox({ id: 'B2', x: 70 + 36 })], testGrid);
    const { u, w } = firstGuess(raster, testProfile, west);
    expect(u[faceAt(testGrid, 22, 20, 2)]).toBeLessThan(-1);
    expect(w[faceAt(testGrid, 20, 20, 2)]).toBeGreaterThan(0.3);
    expect(w[faceAt(testGrid, 23, 20, 2)]).toBeLessThan(-0.3);
  });

  test('keeps the wind along an oblique street', () => {
    const raster = rasterOf([testBox({ x: 60, widthM: 80 }), testBox({ id: 'B2', x: 60 + 36, widthM: 80 })], testGrid);
    const { v } = firstGuess(raster, testProfile, windAxes(225));
    expect(v[faceAt(testGrid, 19, 24, 1)]).toBeGreaterThan(0.5 * testProfile(6) * Math.SQRT1_2);
  });

  test('is mirrored where obstacles and wind are mirrored', () => {
    const width = ny * cellM;
    const here: Obstacle[] = [
      testBox({ angleRad: 0.3, x: 70, y: 60 }),
      testBox({ id: 'B2', x: 110, y: 70, topM: 12 }),
      { kind: 'cylinder', id: 'T', x: 80, y: 105, radiusM: 11, baseM: 0, topM: 15, porosity: 0 },
    ];
    const there = here.map((one): Obstacle => {
      const y = width - one.y;
      return one.kind === 'box' ? { ...one, y, angleRad: -one.angleRad } : { ...one, y };
    });
    const a = firstGuess(rasterOf(here, testGrid), testProfile, windAxes(250));
    const b = firstGuess(rasterOf(there, testGrid), testProfile, windAxes(290));
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          const mirrored = faceAt(testGrid, i, ny - 1 - j, k);
          expect(b.u[mirrored]).toBeCloseTo(a.u[faceAt(testGrid, i, j, k)] ?? Number.NaN, 4);
          expect(b.v[faceAt(testGrid, i, ny - j, k)]).toBeCloseTo(-(a.v[faceAt(testGrid, i, j, k)] ?? Number.NaN), 4);
          expect(b.w[mirrored]).toBeCloseTo(a.w[faceAt(testGrid, i, j, k)] ?? Number.NaN, 4);
        }
      }
    }
  });
});

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const someObstacle: fc.Arbitrary<Obstacle> = fc
  .record({
    round: fc.boolean(),
    x: number(-30, 220),
    y: number(-30, 190),
    a: number(0.01, 90),
    b: number(0.01, 90),
    angleRad: number(-7, 7),
    baseM: number(-5, 30),
    heightM: number(0, 60),
    porosity: fc.constantFrom(0, 0.2, 0.5, 0.9, 1),
  })
  .map(({ round, a, b, angleRad, heightM, ...one }) =>
    round
      ? { kind: 'cylinder', id: 'T', radiusM: a / 2, topM: one.baseM + heightM, ...one }
      : { kind: 'box', id: 'B', lengthM: a, widthM: b, angleRad, topM: one.baseM + heightM, ...one },
  );

describe('any obstacles', () => {
  test('give finite speeds no faster than three times the wind, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(someObstacle, { maxLength: 12 }),
        number(0, 360),
        fc.option(number(-0.2, 0.2), { nil: undefined }),
        (obstacles, fromDeg, slope) => {
          const terrain = slope === undefined ? undefined : (x: number) => 10 + slope * (x - 96);
          const axes = windAxes(fromDeg);
          const a = firstGuess(rasterOf(obstacles, testGrid, terrain), testProfile, axes);
          const b = firstGuess(rasterOf([...obstacles].reverse(), testGrid, terrain), testProfile, axes);
          const most = 3 * testProfile(120);
          for (const part of ['u', 'v', 'w'] as const) {
            expect(a[part]).toHaveLength(faceCount(testGrid));
            expect(a[part].every((speed) => Math.abs(speed) <= most)).toBe(true);
            expect(Buffer.compare(Buffer.from(a[part].buffer), Buffer.from(b[part].buffer))).toBe(0);
          }
        },
      ),
      { seed: 20_260_801, numRuns: 60 },
    );
  });
});
