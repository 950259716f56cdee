import { describe, expect, test } from 'vitest';
import { SoloCrew } from '../crew/solo.ts';
import { type BoundaryLayer, boundaryLayerOf } from '../weather/boundary-layer.ts';
import { testBox } from './obstacles.testing.ts';
import { rasterOf } from './raster.ts';
import { WindSolver } from './solver/wind-solver.ts';
import type { WindGrid } from './wind-grid.ts';
import { windFieldsOver } from './wind-over-time.ts';

const grid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 5, nx: 32, ny: 32, nz: 8 };
const raster = rasterOf([testBox()], grid);
const balance = new WindSolver(raster, new SoloCrew());
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

describe('the wind around obstacles over time', () => {
  test('is solved once for one direction and scaled with the speed', () => {
    const speeds = [4, 8, 2, 0];
    const { moments, fields } = windFieldsOver(balance, (timeS) => air(250, speeds[timeS]), [0, 1, 2, 3]);
    expect(fields).toHaveLength(1);
    expect(moments.map(({ share }) => Number(share.toFixed(6)))).toEqual([1, 2, 0.5, 0]);
    expect(moments.every(({ turnDeg }) => turnDeg === 0)).toBe(true);
  });

  test('is solved again when the wind turns by more than a step, the short way round, or its class changes', () => {
    const turns = [350, 352, 356, 2, 351];
    const over = windFieldsOver(balance, (timeS) => air(turns[timeS] ?? 0), [0, 1, 2, 3, 4]);
    expect(over.rungDeg).toBe(5);
    expect(over.moments.map(({ field }) => over.fields.indexOf(field))).toEqual([0, 0, 1, 2, 0]);
    for (const { turnDeg } of over.moments) expect(Math.abs(turnDeg)).toBeLessThanOrEqual(2.5);
    expect(windFieldsOver(balance, (timeS) => air(270, 4, timeS * 0.05), [0, 1]).fields).toHaveLength(2);
  });

  test('keeps at most twelve fields, however the wind turns', () => {
    const times = Array.from({ length: 73 }, (_, k) => k);
    const { fields, rungDeg } = windFieldsOver(balance, (timeS) => air(5 * timeS), times);
    expect(fields.length).toBeLessThanOrEqual(12);
    expect(rungDeg).toBeGreaterThan(5);
  });

  test('keeps as few when the class changes as well, and does not flip between fields in gusts', () => {
    const times = Array.from({ length: 73 }, (_, k) => k);
    const classes = 'ABCDEF';
    const wild = (timeS: number) => ({
      ...air(5 * timeS),
      stability: classes[timeS % 6] as BoundaryLayer['stability'],
    });
    expect(windFieldsOver(balance, wild, times).fields.length).toBeLessThanOrEqual(12);
    const gusts = Array.from({ length: 700 }, (_, k) => k);
    const { moments } = windFieldsOver(balance, (timeS) => air(270 + 20 * Math.sin(timeS)), gusts);
    const changes = moments.filter(({ field }, n) => n > 0 && field !== moments[n - 1]?.field);
    expect(changes.length).toBeLessThanOrEqual(60);
    for (const { turnDeg } of moments) expect(Math.abs(turnDeg)).toBeLessThanOrEqual(0.75 * 45);
  });
});
