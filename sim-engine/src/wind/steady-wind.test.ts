import { chemicalPark, type Site } from '@upwind/scenes';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceByReference } from '../../validation/wind/reference-solver.ts';
import { SoloCrew } from '../crew/solo.ts';
import { type BoundaryLayer, boundaryLayerOf } from '../weather/boundary-layer.ts';
import { approachOf, firstGuess } from './first-guess.ts';
import { testBox, testGrid } from './obstacles.testing.ts';
import type { Obstacle } from './obstacles.ts';
import { rasterOf } from './raster.ts';
import { siteWind } from './site-wind.ts';
import { WindSolver } from './solver/wind-solver.ts';
import { windField } from './steady-wind.ts';
import type { WindField } from './wind-field.ts';
import { cellAt, faceAt } from './wind-grid.ts';

const crew = new SoloCrew();
const { nx, ny, nz, cellM, layerM } = testGrid;
const air = (windFromDeg: number, windSpeedMPerS = 5): BoundaryLayer =>
  boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.05,
    inverseObukhovPerM: 0,
    stability: 'D',
  });

function windOf(obstacles: readonly Obstacle[], moment: BoundaryLayer): WindField {
  const solver = new WindSolver(rasterOf(obstacles, testGrid), crew);
  const field = windField(solver, moment);
  solver.release();
  return field;
}

/** Net outflow of a cell, m³/s. */
function outflow({ u, v, w }: WindField, i: number, j: number, k: number): number {
  const at = (field: Float32Array, a: number, b: number, c: number): number =>
    field[faceAt(testGrid, i + a, j + b, k + c)] ?? Number.NaN;
  const sides = at(u, 1, 0, 0) - at(u, 0, 0, 0) + at(v, 0, 1, 0) - at(v, 0, 0, 0);
  return sides * cellM * layerM + (at(w, 0, 0, 1) - at(w, 0, 0, 0)) * cellM * cellM;
}

function forCells(visit: (i: number, j: number, k: number) => void): void {
  for (let k = 0; k < nz; k += 1) for (let j = 0; j < ny; j += 1) for (let i = 0; i < nx; i += 1) visit(i, j, k);
}

describe('the wind around obstacles', () => {
  test('carries as much out of every cell as into it, and nothing through solids', () => {
    const field = windOf([testBox(), testBox({ id: 'B2', x: 120, angleRad: 0.6 })], air(260));
    expect(field.residual).toBeLessThan(2e-5);
    let [worst, through] = [0, 0];
    forCells((i, j, k) => {
      worst = Math.max(worst, Math.abs(outflow(field, i, j, k)));
      if (field.raster.solid[cellAt(testGrid, i, j, k)] === 0) return;
      through = Math.max(
        through,
        Math.abs(field.u[faceAt(testGrid, i, j, k)] ?? 1),
        Math.abs(field.u[faceAt(testGrid, i + 1, j, k)] ?? 1),
        Math.abs(field.v[faceAt(testGrid, i, j, k)] ?? 1),
        Math.abs(field.v[faceAt(testGrid, i, j + 1, k)] ?? 1),
        Math.abs(field.w[faceAt(testGrid, i, j, k + 1)] ?? 1),
      );
    });
    // 16 m² faces under 5 m/s pass 80 m³/s.
    expect(worst).toBeLessThan(0.05);
    expect(through).toBe(0);
  });

  test('is that of the plain solver in doubles', () => {
    const obstacles = [testBox(), testBox({ id: 'B2', x: 130, y: 60, topM: 12 })];
    const raster = rasterOf(obstacles, testGrid);
    const { profile, axes } = approachOf(air(240));
    const oracle = balanceByReference(raster, firstGuess(raster, profile, axes), 1e-7);
    const field = windOf(obstacles, air(240));
    let worst = 0;
    for (const part of ['u', 'v', 'w'] as const) {
      field[part].forEach((speed, face) => {
        worst = Math.max(worst, Math.abs(speed - (oracle[part][face] ?? Number.NaN)));
      });
    }
    expect(worst).toBeLessThan(2e-3);
  });

  test('keeps a bubble of reversed wind behind a cube, and is faster over it and beside it', () => {
    const { u } = windOf([testBox()], air(270));
    const free = (k: number): number => u[faceAt(testGrid, 2, 2, k)] ?? Number.NaN;
    expect(u[faceAt(testGrid, 25, 20, 1)]).toBeLessThan(-0.1 * free(1));
    expect(u[faceAt(testGrid, 20, 20, 7)]).toBeGreaterThan(1.02 * free(7));
    expect(u[faceAt(testGrid, 20, 26, 1)]).toBeGreaterThan(1.02 * free(1));
  });

  test('is mirrored around a symmetrical site', () => {
    const y = (ny * cellM) / 2;
    const { u } = windOf([testBox({ y }), testBox({ id: 'B2', x: 120, y, widthM: 40 })], air(270));
    let worst = 0;
    forCells((i, j, k) => {
      const here = u[faceAt(testGrid, i, j, k)] ?? Number.NaN;
      worst = Math.max(worst, Math.abs(here - (u[faceAt(testGrid, i, ny - 1 - j, k)] ?? Number.NaN)));
    });
    expect(worst).toBeLessThan(2e-3);
  });

  test('climbs a slope with its profile, from one layer above ground', () => {
    const raster = rasterOf([], { ...testGrid, nz: 24 }, (x) => 2 + 0.1 * x);
    const solver = new WindSolver(raster, crew);
    const { u } = windField(solver, air(270));
    solver.release();
    const { profile } = approachOf(air(270));
    for (let i = 8; i < 40; i += 1) {
      let k = 1;
      while (raster.solid[cellAt(raster.grid, i, 20, k - 1)] === 1) k += 1;
      const speed = 0.5 * ((u[faceAt(raster.grid, i, 20, k)] ?? 0) + (u[faceAt(raster.grid, i + 1, 20, k)] ?? 0));
      const free = profile((k + 0.5) * layerM - (raster.groundM[20 * nx + i] ?? 0));
      expect(Math.abs(speed / free - 1)).toBeLessThan(0.15);
    }
  });

  test('is still where the air is still', () => {
    const { u, v, w } = windOf([testBox()], air(270, 0));
    for (const field of [u, v, w]) expect(field.every((speed) => speed === 0)).toBe(true);
  });

  test('stays finite and bounded in any weather around anything', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const boxes = fc.array(
      fc.record({
        x: number(0, 190),
        y: number(0, 160),
        lengthM: number(1, 60),
        widthM: number(1, 60),
        topM: number(1, 50),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(boxes, number(0, 360), number(0, 60), (sizes, fromDeg, speed) => {
        const { u, v, w } = windOf(
          sizes.map((size, n) => testBox({ ...size, id: `B${n}`, angleRad: n })),
          air(fromDeg, speed),
        );
        for (const field of [u, v, w]) expect(field.every((one) => Math.abs(one) < 400)).toBe(true);
      }),
      { seed: 20_260_802, numRuns: 25 },
    );
  });
});

describe('the wind of a site', () => {
  const moment = { releases: [[0, 0]] as [number, number][], airAt: () => air(250), timesS: [0, 60], crew };

  test('is one field for a steady wind over the demo park', () => {
    const { over, raster, notes } = siteWind(chemicalPark, moment);
    expect(over.fields).toHaveLength(1);
    expect(over.fields[0]?.residual).toBeLessThan(2e-5);
    expect(raster.solid.some((cell) => cell === 1)).toBe(true);
    expect(notes).toEqual([]);
  });

  test('is the approaching wind where nothing stands', () => {
    const bare: Site = { ...chemicalPark, extent: { min: [-80, -80], max: [80, 80] }, elements: [], points: [] };
    const { over } = siteWind(bare, moment);
    const { u, raster } = over.fields[0] as WindField;
    const { grid } = raster;
    expect(u[faceAt(grid, 3, 3, 2)]).toBe(u[faceAt(grid, 20, 20, 2)]);
  });
});
