import { describe, expect, test } from 'vitest';
import { balanceByReference } from '../../validation/wind/reference-solver.ts';
import { type BoundaryLayer, boundaryLayerOf } from '../weather/boundary-layer.ts';
import { testBox } from './obstacles.testing.ts';
import { rasterOf } from './raster.ts';
import { type MassBalance, windField } from './steady-wind.ts';
import { faceAt, type WindGrid } from './wind-grid.ts';
import { windFieldsOver } from './wind-over-time.ts';

const grid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 5, nx: 32, ny: 32, nz: 8 };
const raster = rasterOf([testBox()], grid);
const balance: MassBalance = (where, guess) => balanceByReference(where, guess, 1e-5);
const air = (windFromDeg: number, windSpeedMPerS = 4, inverseObukhovPerM = 0): BoundaryLayer =>
  boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.1,
    inverseObukhovPerM,
    stability: inverseObukhovPerM === 0 ? 'D' : 'F',
  });

describe('the wind around obstacles', () => {
  test('carries as much out of every cell as into it', () => {
    const { u, v, w, residual } = windField(raster, air(270), { balance });
    expect(residual).toBeLessThan(2e-5);
    let worst = 0;
    for (let k = 0; k < grid.nz; k += 1) {
      for (let j = 0; j < grid.ny; j += 1) {
        for (let i = 0; i < grid.nx; i += 1) {
          const at = (field: Float32Array, a: number, b: number, c: number): number =>
            field[faceAt(grid, i + a, j + b, k + c)] ?? Number.NaN;
          const out =
            at(u, 1, 0, 0) - at(u, 0, 0, 0) + at(v, 0, 1, 0) - at(v, 0, 0, 0) + at(w, 0, 0, 1) - at(w, 0, 0, 0);
          worst = Math.max(worst, Math.abs(out));
        }
      }
    }
    expect(worst).toBeLessThan(1e-2);
  });

  test('is still where the air is still', () => {
    const { u, v, w } = windField(raster, { ...air(270), driftShare: 0 }, { balance });
    for (const field of [u, v, w]) expect(field.every((speed) => speed === 0)).toBe(true);
  });

  test('is solved once for one direction and scaled with the speed', () => {
    const speeds = [4, 8, 2, 0];
    const { moments, fields } = windFieldsOver(raster, (timeS) => air(250, speeds[timeS]), [0, 1, 2, 3], balance);
    expect(fields).toHaveLength(1);
    expect(moments.map(({ share }) => Number(share.toFixed(6)))).toEqual([1, 2, 0.5, 0]);
    expect(moments.every(({ turnDeg }) => turnDeg === 0)).toBe(true);
  });

  test('is solved again when the wind turns by more than a step, the short way round, or its class changes', () => {
    const turns = [350, 352, 356, 2, 351];
    const over = windFieldsOver(raster, (timeS) => air(turns[timeS] ?? 0), [0, 1, 2, 3, 4], balance);
    expect(over.rungDeg).toBe(5);
    expect(over.moments.map(({ field }) => over.fields.indexOf(field))).toEqual([0, 0, 1, 2, 0]);
    for (const { turnDeg } of over.moments) expect(Math.abs(turnDeg)).toBeLessThanOrEqual(2.5);
    expect(windFieldsOver(raster, (timeS) => air(270, 4, timeS * 0.05), [0, 1], balance).fields).toHaveLength(2);
  });

  test('keeps at most twelve fields, however the wind turns', () => {
    const times = Array.from({ length: 73 }, (_, k) => k);
    const { fields, rungDeg } = windFieldsOver(
      raster,
      (timeS) => air(5 * timeS),
      times,
      (where, guess) => ({
        raster: where,
        ...guess,
        residual: 1,
        iterations: 0,
      }),
    );
    expect(fields.length).toBeLessThanOrEqual(12);
    expect(rungDeg).toBeGreaterThan(5);
  });
});
