import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../../chemicals/table.ts';
import type { AirborneSource, EntryKind } from '../../release/airborne.ts';
import { boundaryLayerOf } from '../../weather/boundary-layer.ts';
import { isDense } from './is-dense.ts';

function source(kind: EntryKind, kg: number, temperatureK: number, dropletShare: number): AirborneSource {
  const one = (value: number) => new Float64Array([value]);
  return {
    release: 'R1',
    kind,
    at: [0, 0, 0],
    stepS: 1,
    massKg: one(kg),
    dropletShare: one(dropletShare),
    temperatureK: one(temperatureK),
    radiusM: one(1),
    speedMPerS: one(0),
  };
}

const air = (windSpeedMPerS: number) =>
  boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg: 0,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.03,
    inverseObukhovPerM: 0,
    stability: 'D',
  });

describe('heavy or passive, by Britter and McQuaid', () => {
  it.each([
    ['a kilogram a second of boiling chlorine in a breeze', 'pool', 'chlorine', 1, 239, 0.3, 3, true],
    ['ten milligrams a second of it', 'pool', 'chlorine', 1e-5, 239, 0.3, 5, false],
    ['the same kilogram in a gale', 'pool', 'chlorine', 0.05, 293, 0, 30, false],
    ['ammonia as vapour', 'pool', 'ammonia', 1, 293, 0, 3, false],
    ['ammonia with droplets', 'jet', 'ammonia', 5, 239, 0.8, 3, true],
    ['cold methane', 'pool', 'methane', 50, 112, 0, 3, true],
    ['warm methane', 'pool', 'methane', 50, 293, 0, 3, false],
    ['a burst of propane', 'burst', 'propane', 1000, 231, 0.6, 5, true],
  ] as const)('%s', (_, kind, id, kg, kelvin, droplets, wind, dense) => {
    const judged = isDense(source(kind, kg, kelvin, droplets), chemicalOf(id, 'the test'), air(wind));
    expect(judged.dense, judged.reason.en).toBe(dense);
    expect(judged.reason.en).toMatch(/heavy gas|passive gas/);
    expect(judged.reason.zh).toMatch(/计算/);
  });

  it('is a number of the release: greater in a light wind, of a burst by its room and not by its rate', () => {
    const chlorine = chemicalOf('chlorine', 'the test');
    const steady = source('jet', 1, 293, 0);
    expect(isDense(steady, chlorine, air(1)).number).toBeGreaterThan(isDense(steady, chlorine, air(6)).number);
    const burst = isDense(source('burst', 1000, 293, 0), chlorine, air(4));
    const room = 1000 / (burst.densityRatio * burst.airDensityKgPerM3);
    const reduced = 9.81 * (burst.densityRatio - 1);
    expect(burst.number / (Math.sqrt(reduced * room) / (4 * Math.cbrt(room)))).toBeCloseTo(1, 1);
  });
});
