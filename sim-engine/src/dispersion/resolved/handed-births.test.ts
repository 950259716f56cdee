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
  it('becomes particles of one mass, none lost but half of one', () => {
    let mostKg = 0;
    for (let step = 0; step < 40; step += 1) for (const mass of gas(step).massKg) mostKg += mass;
    const births = new HandedBirths({ grid, mostKg, of: gas }, 500);
    let made = 0;
    for (let step = 0; step < 40; step += 1) made += births.of(step, next).length;
    expect(Math.abs(made * births.massKg - mostKg)).toBeLessThanOrEqual(0.5 * births.massKg + 1e-9);
  });

  it('appears in the cell it left, within its depth', () => {
    const births = new HandedBirths({ grid, mostKg: 10, of: gas }, 1000);
    const places = births.of(3, next);
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
  });

  it('makes nothing of nothing', () => {
    const births = new HandedBirths({ grid, mostKg: 0, of: () => undefined }, 1000);
    expect(births.of(0, next)).toEqual([]);
  });
});
