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
  it('shows five decades from where the lowest limit is, on a log scale', () => {
    const field = fieldOf([0, 1e-8, 1e-5, 1e-3, 1]);
    const zone = {
      chemical: 'chlorine',
      level: 'aegl-1',
      limitKgPerM3: 1.5e-6,
      label: words,
      timeS: 0,
      rings: [],
      areaM2: 0,
      reachM: 0,
    } as const;
    const scale = scaleOf(field, [zone, { ...zone, chemical: 'ammonia', limitKgPerM3: 1e-9 }]);
    expect(scale.lowKgPerM3).toBeCloseTo(1e-6, 12);
    expect(scale.highKgPerM3).toBeCloseTo(0.1, 9);
    const bytes = fieldBytes(field, scale);
    expect([bytes[0], bytes[1], bytes[4]]).toEqual([0, 0, 255]);
    expect(bytes[3]).toBeGreaterThan(bytes[2] ?? 0);
  });

  it('without any limit shows five decades below the highest concentration', () => {
    expect(scaleOf(fieldOf([0, 0.02]), [])).toMatchObject({ highKgPerM3: 0.1 });
  });

  it('draws an empty field as nothing', () => {
    const field = fieldOf([0, 0, 0]);
    expect([...fieldBytes(field, scaleOf(field, []))]).toEqual([0, 0, 0]);
  });

  it('stands between two frames as far as the time does', () => {
    const times = [0, 10, 20];
    expect(frameAt(times, 15)).toEqual({ frame: 1, mix: 0.5 });
    expect(frameAt(times, -5)).toEqual({ frame: 0, mix: 0 });
    expect(frameAt(times, 99)).toEqual({ frame: 1, mix: 1 });
    expect(frameAt([0], 3)).toEqual({ frame: 0, mix: 0 });
  });
});
