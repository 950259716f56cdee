import { describe, expect, it } from 'vitest';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import { ensembleCount, highestOf } from './ensemble.ts';

const grid: FieldGrid = { x0M: 0, y0M: 0, cellM: 5, nx: 81, ny: 61 };

/** A hill whose top lies at y, and which is at least one within 50 m. */
function member(y: number): Float32Array<ArrayBuffer> {
  const layer = new Float32Array(grid.nx * grid.ny);
  for (let j = 0; j < grid.ny; j += 1) {
    for (let i = 0; i < grid.nx; i += 1) {
      layer[j * grid.nx + i] = Math.exp((2500 - (i * 5 - 200) ** 2 - (j * 5 - y) ** 2) / 1000);
    }
  }
  return layer;
}

describe('an ensemble', () => {
  it('of one member is that member', () => {
    const count = ensembleCount(grid, 1);
    count.add(member(150));
    expect(new Set(count.share())).toEqual(new Set([0, 1]));
    const [low, middle, high] = count.zones();
    expect(Math.abs((middle?.areaM2 ?? 0) / (Math.PI * 2500) - 1)).toBeLessThan(0.05);
    expect(low?.areaM2).toBeGreaterThanOrEqual(middle?.areaM2 ?? 0);
    expect(high?.areaM2).toBeLessThanOrEqual(middle?.areaM2 ?? 0);
  });
  it('gives shares between 0 and 1 whatever the order, and rings that lie within one another', () => {
    const places = Array.from({ length: 20 }, (_, k) => 100 + 5 * k);
    const [there, back] = [ensembleCount(grid, 1), ensembleCount(grid, 1)];
    for (const y of places) there.add(member(y));
    for (const y of [...places].reverse()) back.add(member(y));
    expect(back.share()).toEqual(there.share());
    expect(there.members).toBe(20);
    expect(Math.max(...there.share())).toBeLessThanOrEqual(1);
    const areas = there.zones().map(({ areaM2 }) => areaM2);
    expect(areas).toHaveLength(3);
    expect(areas[0]).toBeGreaterThan(areas[1] ?? 0);
    expect(areas[1]).toBeGreaterThan(areas[2] ?? 0);
    // Half the members reach as far as the middle one of them: 150 m ± 50 m, from which half the spread is taken.
    const middle = there.zones([0.5])[0]?.rings[0] ?? [];
    expect(Math.max(...middle.map(([, y]) => y))).toBeCloseTo(197.5, -1);
  });
  it('weighs its members', () => {
    const count = ensembleCount(grid, 1);
    count.add(member(100), 3);
    count.add(member(250), 1);
    expect(count.share()[20 * grid.nx + 40]).toBeCloseTo(0.75, 6);
    expect(count.share()[50 * grid.nx + 40]).toBeCloseTo(0.25, 6);
    expect(count.zones([0.9])).toEqual([]);
  });
  it('is empty without members, and refuses a foreign layer or weight', () => {
    const count = ensembleCount(grid, 1);
    expect(Math.max(...count.share())).toBe(0);
    expect(count.zones()).toEqual([]);
    expect(() => count.add(new Float32Array(3))).toThrow(RangeError);
    expect(() => count.add(member(100), Number.NaN)).toThrow(RangeError);
    count.add(new Float32Array(grid.nx * grid.ny).fill(Number.NaN));
    expect(Math.max(...count.share())).toBe(0);
  });
  it('asks of a run whether a limit was ever reached', () => {
    expect(highestOf(Float32Array.from([1, 5, 0, 4, 2, 7]), 3)).toEqual(Float32Array.from([4, 5, 7]));
  });
});
