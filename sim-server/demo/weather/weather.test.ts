import { describe, expect, test } from 'vitest';
import { DirectionDeviation } from './direction-deviation.ts';
import { Sky } from './sky.ts';
import { clearSkyRadiation, sineOfElevation, solarHour } from './sun.ts';
import { Wind } from './wind.ts';

const park = { lat: 31.96, lon: 120.42, heightM: 15 };

/** 04:00 UTC is noon at 120° east. */
const noon = Date.UTC(2026, 2, 21, 4);

describe('sun', () => {
  test('stands 58° high over the park at noon of the equinox, and under the horizon at midnight', () => {
    expect(solarHour(noon, 120)).toBe(12);
    const elevation = (Math.asin(sineOfElevation(noon, park.lat, 120)) * 180) / Math.PI;
    expect(elevation).toBeGreaterThan(57);
    expect(elevation).toBeLessThan(59);
    expect(sineOfElevation(noon + 12 * 3_600_000, park.lat, 120)).toBeLessThan(0);
    expect(clearSkyRadiation(-0.1)).toBe(0);
    expect(clearSkyRadiation(1)).toBeCloseTo(1035, 0);
  });
});

describe('direction deviation', () => {
  test('is the ordinary deviation of directions, also across north', () => {
    for (const centre of [90, 0, 358]) {
      const deviation = new DirectionDeviation(1000);
      for (let index = 0; index < 1000; index += 1) deviation.add(centre + 12 * Math.sqrt(2) * Math.sin(index));
      expect(deviation.degrees).toBeGreaterThan(11.6);
      expect(deviation.degrees).toBeLessThan(12.4);
    }
  });

  test('a steady wind has none, a wind from everywhere the theoretical most of 104°', () => {
    const steady = new DirectionDeviation(60);
    for (let index = 0; index < 60; index += 1) steady.add(200);
    expect(steady.degrees).toBeCloseTo(0, 3);
    const everywhere = new DirectionDeviation(360);
    for (let index = 0; index < 360; index += 1) everywhere.add(index);
    expect(everywhere.degrees).toBeCloseTo(103.9, 0);
  });
});

describe('sky and wind', () => {
  function hours(startMs: number, count: number) {
    const sky = new Sky(park, 3, startMs);
    const wind = new Wind(3, sky);
    const speeds: number[] = [];
    const directions: number[] = [];
    for (let second = 0; second < count * 3600; second += 1) {
      sky.advance(startMs + second * 1000, 1);
      wind.advance(1, sky);
      speeds.push(wind.speedMPerS);
      directions.push(wind.directionDeg);
    }
    const mean = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    return { sky, wind, mean, directions };
  }

  test('the mean wind is 2–5 m/s from the south-east, with the deviation its own directions have', () => {
    const { wind, mean, directions } = hours(noon, 3);
    expect(mean).toBeGreaterThan(2);
    expect(mean).toBeLessThan(5);
    const last = directions.slice(-600);
    const middle = last.reduce((sum, direction) => sum + direction, 0) / last.length;
    expect(middle).toBeGreaterThan(70);
    expect(middle).toBeLessThan(180);
    const deviation = Math.sqrt(last.reduce((sum, direction) => sum + (direction - middle) ** 2, 0) / last.length);
    expect(wind.deviationDeg).toBeGreaterThan(0.95 * deviation);
    expect(wind.deviationDeg).toBeLessThan(1.05 * deviation);
  });

  test('the sun stirs the air: by day the wind wavers more than by night, and it is warmer and drier', () => {
    const day = hours(noon, 2);
    const night = hours(noon + 11 * 3_600_000, 2);
    expect(day.wind.deviationDeg).toBeGreaterThan(night.wind.deviationDeg + 3);
    expect(day.sky.airC).toBeGreaterThan(night.sky.airC);
    expect(day.sky.humidityPct).toBeLessThan(night.sky.humidityPct);
    expect(night.sky.radiationWm2).toBe(0);
  });
});
