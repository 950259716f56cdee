import { describe, expect, it } from 'vitest';
import { seededGenerator } from '../../arithmetic/generator.ts';
import type { AreaGas } from '../area-gas.ts';
import { HandedBirths } from './handed-births.ts';

const grid = { x0M: 100, y0M: 200, cellM: 5, nx: 10 };
const { next } = seededGenerator(4);
const gas = (step: number): AreaGas => ({
  cell: Int32Array.of(0, 11, 23),
  massKg: Float64Array.of(0.3, 1.7, 0.05 * step),
  heightM: Float64Array.of(1, 2, 3),
});

describe('gas that is handed over', () => {
  it('becomes particles in the step it comes, none lost', () => {
    const births = new HandedBirths({ grid, of: gas }, 500, 40);
    for (let step = 0; step < 40; step += 1) {
      const made = births.of(step, next);
      const mass = made.reduce((sum, { massKg }) => sum + massKg, 0);
      expect(mass).toBeCloseTo(2 + 0.05 * step, 9);
      expect(new Set(made.map(({ massKg }) => massKg)).size).toBe(1);
    }
  });

  it('appears in the cell it left, within its depth', () => {
    const places = new HandedBirths({ grid, of: gas }, 10_000, 40).of(3, next);
    expect(places.length).toBeGreaterThan(150);
    const cells = [
      [100, 200, 1],
      [105, 205, 2],
      [115, 210, 3],
    ] as const;
    for (const { x, y, heightM } of places) {
      const own = cells.find(([cx, cy]) => Math.abs(x - cx) <= 2.5 && Math.abs(y - cy) <= 2.5);
      expect(own).toBeDefined();
      expect(heightM).toBeLessThanOrEqual(own?.[2] ?? 0);
    }
    const heavy = places.filter(({ x }) => Math.abs(x - 105) <= 2.5).length / places.length;
    expect(heavy).toBeCloseTo(1.7 / 2.15, 1);
  });

  it('makes nothing of nothing', () => {
    expect(new HandedBirths({ grid, of: () => undefined }, 1000, 40).of(0, next)).toEqual([]);
  });
});
