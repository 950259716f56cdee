import type { HazardField } from '@upwind/sim-engine';
import { describe, expect, it } from 'vitest';
import { fieldBytes, frameAt, scaleOf } from './field-texture.ts';

const words = { zh: '', en: '' };
function fieldOf(values: readonly number[]): HazardField {
  return {
    chemical: 'chlorine',
    grid: { x0M: 0, y0M: 0, cellM: 10, nx: values.length, ny: 1 },
    heightM: 1.5,
    averagingTimeS: 600,
    timesS: Float64Array.of(0),
    concentration: Float32Array.from(values),
    toxicLoad: new Float32Array(values.length),
    releasedKg: Float64Array.of(0),
    rateKgPerS: Float64Array.of(0),
    model: { id: 'test', name: words, assumptions: [], weaknesses: [] },
  };
}

describe('the field as a picture', () => {
  it('shows four decades below the highest concentration, on a log scale', () => {
    const field = fieldOf([0, 1e-7, 1e-4, 1e-2, 1]);
    const scale = scaleOf(field);
    expect(scale.highKgPerM3 / scale.lowKgPerM3).toBeCloseTo(1e4, 6);
    const bytes = fieldBytes(field, scale);
    expect(bytes[0]).toBe(0);
    expect(bytes[1]).toBe(0);
    expect(bytes[4]).toBe(255);
    expect(bytes[3]).toBeGreaterThan(bytes[2] ?? 0);
  });

  it('draws an empty field as nothing', () => {
    const field = fieldOf([0, 0, 0]);
    expect([...fieldBytes(field, scaleOf(field))]).toEqual([0, 0, 0]);
  });

  it('stands between two frames as far as the time does', () => {
    const times = [0, 10, 20];
    expect(frameAt(times, 15)).toEqual({ frame: 1, mix: 0.5 });
    expect(frameAt(times, -5)).toEqual({ frame: 0, mix: 0 });
    expect(frameAt(times, 99)).toEqual({ frame: 1, mix: 1 });
    expect(frameAt([0], 3)).toEqual({ frame: 0, mix: 0 });
  });
});
