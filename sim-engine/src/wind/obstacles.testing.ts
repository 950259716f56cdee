import { ln } from '../arithmetic/logarithm.ts';
import type { Obstacle } from './obstacles.ts';
import type { WindGrid } from './wind-grid.ts';

type Box = Extract<Obstacle, { kind: 'box' }>;

/** A cube of 20 m in the middle of a small grid, changed as told. */
export function testBox(changes: Partial<Box> = {}): Box {
  return {
    kind: 'box',
    id: 'B',
    x: 82,
    y: 82,
    lengthM: 20,
    widthM: 20,
    angleRad: 0,
    baseM: 0,
    topM: 20,
    porosity: 0,
    ...changes,
  };
}

export const testGrid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 4, layerM: 4, nx: 48, ny: 40, nz: 14 };

/** Log profile over grass, 5 m/s at 10 m. */
export function testProfile(heightM: number): number {
  return heightM <= 0.03 ? 0 : (5 * ln(heightM / 0.03)) / ln(10 / 0.03);
}
