import { chemicalPark, type Element, type Site } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { windGridAround } from './grid-choice.ts';
import { rasterOf } from './raster.ts';
import { planArea } from './resolution.ts';
import { obstaclesOf } from './site-obstacles.ts';
import { terrainOf } from './terrain.ts';
import { cellCount } from './wind-grid.ts';

const name = { zh: '物', en: 'thing' };
const site = (elements: Element[], half = 200): Site => ({
  ...chemicalPark,
  extent: { min: [-half, -half], max: [half, half] },
  elements,
  points: [],
});
const element = (kind: Element['kind'], shape: Element['shape'], more: Partial<Element> = {}): Element => ({
  id: 'E-1',
  kind,
  name,
  at: [10, 20, 0],
  shape,
  ...more,
});

describe('what of a site stands in the wind', () => {
  test('nothing of a site without elements, and its raster is all air', () => {
    const empty = site([]);
    expect(obstaclesOf(empty)).toEqual([]);
    const { grid } = windGridAround(empty);
    expect(rasterOf([], grid).solid.every((cell) => cell === 0)).toBe(true);
  });

  test('ground, marks and instruments do not; buildings, vessels, racks and trees do', () => {
    const flat = { kind: 'box', lengthM: 10, widthM: 10, heightM: 6 } as const;
    const kinds = (['road', 'pad', 'water', 'camera', 'office', 'storage-tank', 'pipe-rack', 'green'] as const).map(
      (kind, k) => ({ ...element(kind, flat), id: `E-${k}` }),
    );
    expect(obstaclesOf(site(kinds)).map(({ id }) => id)).toEqual(['E-4', 'E-5', 'E-6', 'E-7']);
  });

  test('a box keeps its heading and stands on its ground', () => {
    const box = { kind: 'box', lengthM: 30, widthM: 12, heightM: 9 } as const;
    const [found] = obstaclesOf(site([element('office', box, { at: [1, 2, 5], headingDeg: 30 })]));
    expect(found).toMatchObject({ x: 1, y: 2, lengthM: 30, widthM: 12, baseM: 5, topM: 14, porosity: 0 });
    expect(found?.kind === 'box' && found.angleRad).toBeCloseTo(Math.PI / 6, 12);
  });

  test('a sphere on legs becomes a lifted cylinder of its frontal area', () => {
    const [found] = obstaclesOf(site([element('storage-sphere', { kind: 'sphere', radiusM: 8, centreHeightM: 10 })]));
    if (found?.kind !== 'cylinder') throw new Error('no cylinder');
    expect([found.baseM, found.topM]).toEqual([2, 18]);
    expect(2 * found.radiusM * 16).toBeCloseTo(Math.PI * 64, 9);
  });

  test('a rack becomes one porous box a straight piece, a bund the four walls of its ring', () => {
    const path: [number, number, number][] = [
      [0, 0, 0],
      [50, 0, 0],
      [50, 1, 0],
      [50, 30, 0],
    ];
    const rack = obstaclesOf(site([element('pipe-rack', { kind: 'path', path, widthM: 8, heightM: 9 })]));
    expect(rack.map((piece) => piece.kind === 'box' && piece.lengthM)).toEqual([50, 30]);
    expect(rack.every(({ porosity, dragPerM }) => porosity > 0.5 && (dragPerM ?? 0) > 0)).toBe(true);
    const ring: [number, number][] = [
      [0, 0],
      [20, 0],
      [20, 10],
      [0, 10],
    ];
    const bund = obstaclesOf(site([element('bund', { kind: 'area', ring, heightM: 2 })]));
    expect(bund.map((wall) => wall.kind === 'box' && wall.lengthM)).toEqual([20, 10, 20, 10]);
    expect(obstaclesOf(site([element('bund', { kind: 'area', ring, heightM: 0.6 })]))).toEqual([]);
  });

  test('an area with height keeps its surface', () => {
    const ring: [number, number][] = [
      [0, 0],
      [40, 0],
      [40, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ];
    const [found] = obstaclesOf(site([element('warehouse', { kind: 'area', ring, heightM: 8 })]));
    expect(found && planArea(found)).toBeCloseTo(600, 6);
  });

  test('the demo park fits into a grid of at most 1.3 million cells, and most that stands there is felt', () => {
    const obstacles = obstaclesOf(chemicalPark);
    const { grid } = windGridAround(chemicalPark, [[0, 0]]);
    expect(cellCount(grid)).toBeLessThanOrEqual(1_300_000);
    expect(grid.x0M).toBeLessThan(chemicalPark.extent.min[0]);
    expect(grid.x0M + grid.nx * grid.cellM).toBeGreaterThan(chemicalPark.extent.max[0]);
    const raster = rasterOf(obstacles, grid, terrainOf(chemicalPark));
    expect(raster.obstacles.length).toBeGreaterThan(obstacles.length / 4);
    expect(raster.leftOut?.overLimit).toBe(0);
    expect(raster.solid.some((cell) => cell === 1)).toBe(true);
  });

  test('a site too large for one grid is covered around its releases, and the choice says so', () => {
    const { grid, notes } = windGridAround(site([], 5000), [[3000, 3000]]);
    expect(cellCount(grid)).toBeLessThanOrEqual(1_300_000);
    expect(grid.x0M).toBeCloseTo(2000, 6);
    expect(notes.length).toBeGreaterThan(0);
    expect(notes[0]?.en).toMatch(/within 1000 m of the releases/);
  });

  test('twenty thousand obstacles, all over each other, become one raster without exceeding the work limit', () => {
    const many = Array.from({ length: 20_000 }, (_, k) =>
      element('office', { kind: 'box', lengthM: 60, widthM: 40, heightM: 9 }, { id: `E-${k}`, headingDeg: k % 360 }),
    );
    const crowded = site(many);
    const { grid } = windGridAround(crowded);
    const raster = rasterOf(obstaclesOf(crowded), grid);
    expect(raster.obstacles.length).toBeLessThan(200);
    expect((raster.leftOut?.hidden ?? 0) + raster.obstacles.length + (raster.leftOut?.overLimit ?? 0)).toBe(20_000);
  });
});

describe('the ground of a site', () => {
  const box = { kind: 'box', lengthM: 10, widthM: 10, heightM: 6 } as const;

  test('is level where things stand level', () => {
    expect(terrainOf(chemicalPark)).toBeUndefined();
  });

  test('is the plane through the feet of what stands on it', () => {
    const places: [number, number][] = [
      [0, 0],
      [100, 0],
      [0, 100],
      [-80, 40],
    ];
    const terrain = terrainOf(
      site(places.map(([x, y], k) => element('office', box, { id: `E-${k}`, at: [x, y, 3 + 0.05 * x - 0.02 * y] }))),
    );
    expect(terrain?.(50, 50)).toBeCloseTo(4.5, 9);
  });
});
