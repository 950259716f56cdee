import { describe, expect, it } from 'vitest';
import { boundaryLayerOf } from '../../weather/boundary-layer.ts';
import { airChangesPerHour } from './air-exchange.ts';
import { indoorOf } from './indoor.ts';

const timesS = Float64Array.from({ length: 361 }, (_, k) => 10 * k);
const cloud = (fromS: number, toS: number) => ({
  timesS,
  kgPerM3: timesS.map((t) => (t >= fromS && t < toS ? 1e-4 : 0)),
});

describe('a closed building', () => {
  it('fills as 1 − exp(−at) while the cloud stands and empties as exp(−at) afterwards', () => {
    const { kgPerM3 } = indoorOf({ timesS, kgPerM3: timesS.map(() => 1e-4) }, 0.5);
    expect((kgPerM3[360] as number) / 1e-4).toBeCloseTo(1 - Math.exp(-0.5), 6);
    const gone = indoorOf(cloud(0, 1800), 2).kgPerM3;
    expect((gone[360] as number) / (gone[181] as number)).toBeCloseTo(Math.exp(-2 * 0.4972), 2);
  });
  it('keeps poison in when the cloud has passed: then is the time to open up', () => {
    const { ventilateAtS } = indoorOf(cloud(300, 1500), 0.3);
    expect(ventilateAtS).toBeGreaterThanOrEqual(1500);
    expect(ventilateAtS).toBeLessThan(1530);
    expect(indoorOf(cloud(300, 4000), 0.3).ventilateAtS).toBeUndefined();
    expect(indoorOf({ timesS, kgPerM3: timesS.map(() => 0) }, 0.3).ventilateAtS).toBeUndefined();
  });
  it('is never worse than outdoors at its worst, nor negative, and walls that take make it better', () => {
    for (const changes of [0, 0.1, 3, 100]) {
      const { kgPerM3 } = indoorOf(cloud(300, 1500), changes);
      expect(kgPerM3.every((value) => value >= 0 && value <= 1e-4 * (1 + 1e-12))).toBe(true);
    }
    expect(indoorOf(cloud(300, 1500), 0.5, 1).kgPerM3[150]).toBeLessThan(
      indoorOf(cloud(300, 1500), 0.5).kgPerM3[150] as number,
    );
  });
  it('takes in as much as changes over time let in', () => {
    const steady = indoorOf(cloud(0, 3600), 1).kgPerM3[360] as number;
    const varying = indoorOf(cloud(0, 3600), (t) => (t < 1800 ? 0 : 2)).kgPerM3[360] as number;
    expect(varying / steady).toBeCloseTo(1, 1);
  });
});

describe('air exchange', () => {
  const air = (windSpeedMPerS: number, temperatureK = 293.15) =>
    boundaryLayerOf({
      windSpeedMPerS,
      windFromDeg: 0,
      windHeightM: 10,
      temperatureK,
      roughnessM: 0.1,
      inverseObukhovPerM: 0,
      stability: 'D',
    });
  it('of an ordinary house lies between 0.1 and 1 an hour and grows with wind, cold and leaks', () => {
    const house = { heightM: 3, tightness: 'ordinary' } as const;
    expect(airChangesPerHour(house, air(3))).toBeGreaterThan(0.1);
    expect(airChangesPerHour(house, air(3))).toBeLessThan(0.4);
    expect(airChangesPerHour(house, air(8))).toBeGreaterThan(2 * airChangesPerHour(house, air(3)));
    expect(airChangesPerHour(house, air(3, 263))).toBeGreaterThan(airChangesPerHour(house, air(3)));
    expect(airChangesPerHour({ ...house, heightM: 12 }, air(3, 263))).toBeGreaterThan(
      airChangesPerHour(house, air(3, 263)),
    );
    const [tight, leaky] = (['tight', 'leaky'] as const).map((t) =>
      airChangesPerHour({ heightM: 3, tightness: t }, air(3)),
    );
    expect((leaky as number) / (tight as number)).toBeCloseTo(7.5, 6);
  });
});
