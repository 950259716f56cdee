import { describe, expect, it } from 'vitest';
import { testBox } from '../../wind/obstacles.testing.ts';
import { rasterOf } from '../../wind/raster.ts';
import { cellAt, type WindGrid } from '../../wind/wind-grid.ts';
import { openPlace } from './open-place.ts';

const grid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx: 40, ny: 40, nz: 20 };
const box = testBox({ x: 100, y: 100, lengthM: 20, widthM: 40, baseM: 0, topM: 30 });
const raster = rasterOf([box], grid);
const isAir = ({ x, y, z }: { x: number; y: number; z: number }): boolean =>
  raster.solid[cellAt(grid, Math.floor(x / 5), Math.floor(y / 5), Math.floor(z / 3))] === 0;

describe('where gas enters the air of a grid', () => {
  it('is where it is let out, in the open', () => {
    expect(openPlace(raster, 40, 50, 2)).toEqual({ x: 40, y: 50, z: 2 });
  });

  it('is beside a building for a leak at its foot, on its roof for one just below the roof', () => {
    const foot = openPlace(raster, 92, 100, 1);
    expect(foot.z).toBe(1);
    expect(foot.x).toBeCloseTo(89.75, 6);
    const roof = openPlace(raster, 98, 100, 29);
    expect(roof).toMatchObject({ x: 98, y: 100 });
    expect(roof.z).toBeGreaterThan(30);
    expect([foot, roof].every(isAir)).toBe(true);
  });

  it('is within the grid for gas above it, below ground or beyond its edge', () => {
    for (const place of [openPlace(raster, 40, 50, 900), openPlace(raster, -80, 5000, -1)]) {
      expect(place.z).toBeGreaterThan(0);
      expect(place.z).toBeLessThan(60);
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.y).toBeLessThan(200);
      expect(isAir(place)).toBe(true);
    }
  });
});
