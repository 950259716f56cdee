import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import { contourOn } from './contour.ts';
import { threatLimits, toxicLoadOf } from './limits.ts';
import { simplified } from './simplify.ts';
import type { Ring } from './threat-zone.ts';
import { loadRate } from './toxic-load.ts';
import { signedArea } from './zones.ts';

const grid: FieldGrid = { x0M: 0, y0M: 0, cellM: 2, nx: 101, ny: 101 };
const everywhere = { iLow: 0, iHigh: 100, jLow: 0, jHigh: 100 };

function layerOf(value: (x: number, y: number) => number): Float32Array<ArrayBuffer> {
  const layer = new Float32Array(grid.nx * grid.ny);
  for (let j = 0; j < grid.ny; j += 1) {
    for (let i = 0; i < grid.nx; i += 1) layer[j * grid.nx + i] = value(i * 2, j * 2);
  }
  return layer;
}

const hill = (cx: number, cy: number, width: number) => (x: number, y: number) =>
  Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * width ** 2));
const rings = (value: (x: number, y: number) => number, limit: number): Ring[] =>
  contourOn(grid)(layerOf(value), 0, everywhere)(limit);

describe('zones from a layer', () => {
  it('ring a hill at the right distance, anticlockwise, with the right area', () => {
    const [ring, ...more] = rings(hill(100, 100, 20), Math.exp(-2));
    expect(more).toEqual([]);
    for (const [x, y] of ring ?? []) expect(Math.abs(Math.hypot(x - 100, y - 100) - 40)).toBeLessThan(0.3);
    expect(signedArea(ring ?? [])).toBeGreaterThan(0.99 * Math.PI * 1600);
    expect(signedArea(ring ?? [])).toBeLessThan(1.01 * Math.PI * 1600);
  });
  it('turn the other way round a hole, so that areas add up', () => {
    const crater = (x: number, y: number): number => {
      const r = Math.hypot(x - 100, y - 100);
      return Math.exp(-((r - 40) ** 2) / 200);
    };
    const found = rings(crater, Math.exp(-0.5));
    expect(found).toHaveLength(2);
    const areas = found.map(signedArea).sort((a, b) => a - b);
    expect(areas[0]).toBeLessThan(0);
    expect(areas[1]).toBeGreaterThan(0);
    expect((areas[0] ?? 0) + (areas[1] ?? 0)).toBeCloseTo(Math.PI * (50 ** 2 - 30 ** 2), -2);
  });
  it('close along the edge of the grid', () => {
    const [ring] = rings(hill(0, 100, 20), Math.exp(-2));
    expect(signedArea(ring ?? [])).toBeGreaterThan(0.5 * Math.PI * 1600 * 0.99);
    expect(Math.min(...(ring ?? []).map(([x]) => x))).toBeGreaterThanOrEqual(-2);
  });
  it('end at the edge of the grid, half a cell beyond the outermost middles, and nowhere beyond', () => {
    const [ring, ...more] = rings(() => 1, 0.5);
    expect(more).toEqual([]);
    expect(ring).toHaveLength(4);
    expect(signedArea(ring ?? [])).toBeCloseTo(202 * 202, 6);
    const [half] = rings((x) => Math.exp((101 - x) / 20), 1);
    expect(signedArea(half ?? [])).toBeCloseTo(102 * 202, 2);
    const [cut] = rings(hill(0, 100, 20), Math.exp(-2));
    expect(Math.min(...(cut ?? []).map(([x]) => x))).toBe(-1);
    const along = (cut ?? []).filter(([x]) => x === -1).map(([, y]) => y);
    expect(Math.max(...along) - Math.min(...along)).toBeCloseTo(80, 0);
  });
  it('are smooth where the gas is only a few cells wide', () => {
    // A plume one to three cells wide: its ring against the true one, in cells.
    const width = (x: number) => 1 + x / 40;
    const plume = (x: number, y: number): number =>
      x < 10 ? 0 : Math.exp(-((y - 99.3) ** 2) / (2 * width(x) ** 2)) / width(x);
    const [ring] = rings(plume, 0.15);
    const middle = (ring ?? []).filter(([x]) => x > 20 && x < 150);
    for (const [x, y] of middle) {
      const true_ = width(x) * Math.sqrt(-2 * Math.log(0.15 * width(x)));
      expect(Math.abs(Math.abs(y - 99.3) - true_)).toBeLessThan(0.2);
    }
    const small = rings(hill(100.7, 99.2, 2), Math.exp(-2))[0] ?? [];
    const radii = small.map(([x, y]) => Math.hypot(x - 100.7, y - 99.2));
    expect(small.length).toBeGreaterThan(12);
    expect(Math.max(...radii) - Math.min(...radii)).toBeLessThan(0.2);
    expect(signedArea(small) / (Math.PI * 16)).toBeCloseTo(1, 1);
  });
  it('keep two hills apart, and are none where nothing reaches the limit', () => {
    const two = (x: number, y: number): number => Math.max(hill(50, 50, 8)(x, y), hill(150, 150, 8)(x, y));
    expect(rings(two, 0.5)).toHaveLength(2);
    expect(rings(two, 2)).toEqual([]);
  });
  it('never repeat a corner, on random fields as on smooth ones', () => {
    let state = 12345;
    const random = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    const found = rings(() => random(), 0.5);
    expect(found.length).toBeGreaterThan(100);
    let area = 0;
    for (const ring of found) {
      expect(ring.length).toBeGreaterThanOrEqual(3);
      expect(new Set(ring.map(([x, y]) => `${x},${y}`)).size).toBe(ring.length);
      area += signedArea(ring);
    }
    expect(area / (202 * 202)).toBeGreaterThan(0.4);
    expect(area / (202 * 202)).toBeLessThan(0.6);
  });
  it('drop corners on a straight edge only', () => {
    const square: [number, number][] = [
      [0, 0],
      [5, 0.001],
      [10, 0],
      [10, 10],
      [5, 10],
      [0, 10],
    ];
    expect(simplified(square, 0.1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ]);
  });
});

describe('limits', () => {
  it('are in order, with both languages and the exposure time', () => {
    const limits = threatLimits(chemicalOf('ammonia', 'the test'), 30, 293.15);
    expect(limits.map(({ level }) => level)).toEqual(['aegl-1', 'aegl-2', 'aegl-3', 'lfl-10', 'lfl-50', 'lfl-100']);
    expect(limits[1]?.label.en).toBe('AEGL-2, 30 min: 220 ppm');
    expect(limits[1]?.label.zh).toContain('30 分钟');
    // 220 ppm of ammonia at 20 °C: 220e-6 · 101325 · 0.01703 / (8.314 · 293.15).
    expect(limits[1]?.limitKgPerM3).toBeCloseTo(1.5575e-4, 7);
  });
  it('of a fuel stand on their PAC where EPA has no AEGL, and say so', () => {
    expect(threatLimits(chemicalOf('methane', 'the test'), 30, 293.15)[0]?.label.en).toMatch(/^PAC-1/);
  });
  it('as toxic load is reached by the limit breathed for its time', () => {
    const chlorine = chemicalOf('chlorine', 'the test');
    const [, , three] = threatLimits(chlorine, 10, 293.15);
    const load = loadRate(three?.limitKgPerM3 ?? 0, 2) * 10;
    expect(load / (toxicLoadOf(chlorine, 'aegl-3', 10, 293.15) ?? 0)).toBeCloseTo(1, 9);
  });
});
