import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../../chemicals/table.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { buoyancyOf } from './buoyancy.ts';
import { airOf } from './plain.testing.ts';

const one = (value: number): Float64Array<ArrayBuffer> => Float64Array.of(value);
const source = (kgPerS: number, more: Partial<AirborneSource> = {}): AirborneSource => ({
  release: 'R',
  kind: 'jet',
  at: [0, 0, 1],
  stepS: 5,
  massKg: one(5 * kgPerS),
  dropletShare: one(0),
  temperatureK: one(293),
  radiusM: one(0),
  speedMPerS: one(0),
  ...more,
});
const judge = (chemical: string, from: AirborneSource, wind = 4) =>
  buoyancyOf(from, chemicalOf(chemical, 'the test'), () => airOf(0, 270, wind));

describe('weight and lightness of a release', () => {
  it('of chlorine: dense when it is much, passive when it is little, and denser in a light wind', () => {
    expect(judge('chlorine', source(5)).regime).toBe('dense');
    expect(judge('chlorine', source(5)).densityRatio).toBeCloseTo(71 / 29, 1);
    expect(judge('chlorine', source(0.001), 8).regime).toBe('passive');
  });
  it('of hydrogen: it lifts', () => {
    expect(judge('hydrogen', source(1)).regime).toBe('buoyant');
    expect(judge('hydrogen', source(1)).riseM).toBeGreaterThan(10);
  });
  it('of ammonia: droplets and cold make dense what is light as a warm gas', () => {
    expect(judge('ammonia', source(2)).regime).not.toBe('dense');
    expect(judge('ammonia', source(2, { dropletShare: one(0.8), temperatureK: one(240) })).regime).toBe('dense');
  });
  it('of a burst is judged by its room, not by its rate', () => {
    const burst = judge('chlorine', source(200, { kind: 'burst' }));
    expect(burst.regime).toBe('dense');
  });
  it('of nothing is passive', () => {
    expect(judge('chlorine', source(0)).regime).toBe('passive');
  });
});
