import { chemicalPark, type Point } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { Instrument } from './instrument.ts';

function point(id: string): Point {
  const found = chemicalPark.points.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no point ${id}`);
  return found;
}

describe('instrument', () => {
  test('shows no more decimals than it can tell apart', () => {
    for (const [id, resolution] of [
      ['LI-101A', 0.001],
      ['AT-3001', 0.01],
      ['TI-101A', 0.1],
      ['FI-611', 1],
      ['NI-001', 1],
    ] as const) {
      const instrument = new Instrument(point(id), 1);
      expect(instrument.resolution).toBe(resolution);
      const decimals = Math.max(0, -Math.round(Math.log10(resolution)));
      for (const value of [0.123456, 2.34567, 9.87654]) {
        expect(String(instrument.show(value)).split('.')[1]?.length ?? 0).toBeLessThanOrEqual(decimals);
      }
    }
  });

  test('stops at the ends of its range', () => {
    const detector = new Instrument(point('AT-3001'), 1);
    expect(detector.show(500)).toBe(10);
    expect(Object.is(detector.show(-3), 0)).toBe(true);
  });

  test('a wind vane turns over north and never says 360', () => {
    const vane = new Instrument(point('WD-001'), 1);
    for (let turn = 0; turn < 2000; turn += 1) {
      const shown = vane.show(359.8 + (turn % 5) / 10);
      expect(shown >= 0 && shown < 360).toBe(true);
      expect(shown < 5 || shown > 355).toBe(true);
    }
  });

  test('its noise is small and has no bias', () => {
    const level = new Instrument(point('LI-101A'), 1);
    const shown = Array.from({ length: 4000 }, () => level.show(8));
    const mean = shown.reduce((sum, value) => sum + value, 0) / shown.length;
    expect(mean).toBeCloseTo(8, 3);
    expect(Math.max(...shown) - Math.min(...shown)).toBeLessThan(0.04);
  });
});
