import { describe, expect, test } from 'vitest';
import { testBox, testGrid } from './obstacles.testing.ts';
import { rasterOf } from './raster.ts';
import { cellAt } from './wind-grid.ts';

const solids = (raster: { solid: Uint8Array }): number => raster.solid.reduce((sum, cell) => sum + cell, 0);

describe('obstacles as cells', () => {
  test('a box that fits the cells fills exactly its volume', () => {
    expect(solids(rasterOf([testBox()], testGrid))).toBe(5 * 5 * 5);
  });

  test('a turned box and a cylinder keep their volume to a tenth', () => {
    const turned = rasterOf([testBox({ angleRad: 0.5, lengthM: 40 })], testGrid);
    expect(solids(turned) / 5).toBeGreaterThan(45);
    expect(solids(turned) / 5).toBeLessThan(55);
    const tank = rasterOf(
      [{ kind: 'cylinder', id: 'T', x: 80, y: 80, radiusM: 20, baseM: 0, topM: 12, porosity: 0 }],
      testGrid,
    );
    expect(Math.abs(solids(tank) / 3 / ((Math.PI * 400) / 16) - 1)).toBeLessThan(0.1);
  });

  test('a lifted body leaves air below', () => {
    const { solid } = rasterOf([testBox({ baseM: 8, topM: 16 })], testGrid);
    expect([0, 1, 2, 3, 4].map((k) => solid[cellAt(testGrid, 20, 20, k)])).toEqual([0, 0, 1, 1, 0]);
  });

  test('overlapping boxes merge, and one inside another is dropped', () => {
    const raster = rasterOf(
      [testBox(), testBox({ id: 'in', lengthM: 8, widthM: 8, topM: 12 }), testBox({ id: 'twin' })],
      testGrid,
    );
    expect(solids(raster)).toBe(125);
    expect(raster.obstacles).toHaveLength(1);
    expect(raster.leftOut).toEqual({ small: 0, hidden: 2, outside: 0, overLimit: 0 });
  });

  test('slim and porous obstacles are kept as drag without solid cells; low and tiny ones are left out', () => {
    const raster = rasterOf(
      [
        testBox({ id: 'stack', lengthM: 2, widthM: 2, topM: 40 }),
        testBox({ id: 'rack', porosity: 0.9, dragPerM: 0.12 }),
        testBox({ id: 'kerb', topM: 1 }),
        testBox({ id: 'pole', lengthM: 0.1, widthM: 0.1 }),
      ],
      testGrid,
    );
    expect(solids(raster)).toBe(0);
    expect(raster.obstacles.map(({ id }) => id)).toEqual(['rack', 'stack']);
    expect(raster.leftOut?.small).toBe(2);
  });

  test('obstacles outside the grid and sizes that are no numbers are left out', () => {
    const raster = rasterOf([testBox({ x: -500 }), testBox({ x: Number.NaN }), testBox({ topM: Infinity })], testGrid);
    expect(raster.obstacles).toEqual([]);
    expect(raster.leftOut).toMatchObject({ outside: 1, small: 2 });
  });

  test('ground rises in steps of layers, and a building stands on it without a gap', () => {
    const slope = (x: number): number => 0.1 * x;
    const { solid, groundM } = rasterOf([testBox({ baseM: 8, topM: 28 })], testGrid, slope);
    expect(groundM[0]).toBeCloseTo(0.2, 5);
    expect(solid[cellAt(testGrid, 47, 0, 3)]).toBe(1);
    expect(solid[cellAt(testGrid, 47, 0, 5)]).toBe(0);
    for (let k = 0; k < 7; k += 1) expect(solid[cellAt(testGrid, 20, 20, k)]).toBe(1);
  });
});
