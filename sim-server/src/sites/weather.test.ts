import type { Site } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../contract/index.ts';
import { Latest } from '../historian/latest.ts';
import { openLocalLiveBus } from '../live/local-live-bus.ts';
import { Sites } from './sites.ts';
import { meanDirectionDeg, Weather } from './weather.ts';

const point = (id: string, unit: string): Site['points'][number] => ({
  id,
  element: 'WM',
  name: { zh: id, en: id },
  quantity: 'wind-speed',
  unit,
  range: { low: -100, high: 400 },
  at: [0, 0, 10],
  periodMs: 1000,
});
const park: Site = {
  id: 'park',
  kind: 'chemical-park',
  name: { zh: '园区', en: 'Park' },
  origin: { lat: 31, lon: 121, heightM: 4 },
  extent: { min: [0, 0], max: [1, 1] },
  roughnessM: 0.3,
  mast: {
    element: 'WM',
    heightM: 10,
    windSpeed: 'WS',
    windDirection: 'WD',
    airTemperature: 'TA',
    solarRadiation: 'SR',
    humidity: 'HA',
    airPressure: 'PA',
    rain: 'RA',
    airTemperatures: { lower: 'TA', lowerM: 2, upper: 'TU', upperM: 10 },
  },
  elements: [],
  points: [
    point('WS', 'm/s'),
    point('WD', '°'),
    point('TA', '°C'),
    point('SR', 'W/m²'),
    point('HA', '%RH'),
    point('PA', 'hPa'),
    point('RA', 'mm'),
    point('TU', '°C'),
  ],
};

function station() {
  const live = openLocalLiveBus();
  const latest = new Latest();
  const weather = new Weather(new Sites([park]), latest, live);
  const say = (id: string, sourceTime: number, value: number, quality: Sample['quality'] = 'good') => {
    const sample: Sample = { point: id, sourceTime, receivedTime: sourceTime, value, quality };
    latest.offer('park', sample);
    live.publish('park', { kind: 'samples', samples: [sample] });
  };
  return { weather, say };
}

describe('the weather of a site', () => {
  test('is nothing before the mast has spoken, and for a site that is not there', () => {
    const { weather, say } = station();
    expect(weather.of('park', 0)).toBeUndefined();
    say('WS', 1_000, 3);
    expect(weather.of('park', 0)).toBeUndefined();
    expect(weather.of('elsewhere', 0)).toBeUndefined();
  });

  test('carries what else the mast measures in the units of the models, and no difference of a broken thermometer', () => {
    const { weather, say } = station();
    say('WS', 1_000, 3);
    say('WD', 1_000, 10);
    say('HA', 1_000, 65);
    say('PA', 1_000, 1008);
    say('RA', 1_000, 2.5);
    say('TA', 1_000, 12);
    expect(weather.of('park', 1_000)?.weather.temperatureDifference).toBeUndefined();
    say('TU', 1_000, 13.2);
    const sample = weather.of('park', 1_000)?.weather;
    expect(sample).toMatchObject({ relativeHumidity: 0.65, pressurePa: 100_800, rainMmPerH: 2.5 });
    expect(sample?.temperatureDifference).toMatchObject({ lowerM: 2, upperM: 10 });
    expect(sample?.temperatureDifference?.upperLessLowerK).toBeCloseTo(1.2, 9);
    say('TU', 2_000, 400);
    expect(weather.of('park', 2_000)?.weather.temperatureDifference).toBeUndefined();
  });

  test('is the mean of the last minute, of directions as vectors', () => {
    const { weather, say } = station();
    say('WS', 0, 9);
    for (const [time, speed, direction] of [
      [100_000, 2, 350],
      [130_000, 4, 10],
    ] as const) {
      say('WS', time, speed);
      say('WD', time, direction);
    }
    say('TA', 130_000, 20);
    say('SR', 130_000, 800);
    const answer = weather.of('park', 131_000);
    expect(answer).toMatchObject({ sourceTime: 130_000, stale: false });
    expect(answer?.weather).toMatchObject({
      timeS: 0,
      windSpeedMPerS: 3,
      windHeightM: 10,
      temperatureK: 293.15,
      solarWPerM2: 800,
    });
    expect(Math.min(answer?.weather.windFromDeg ?? 180, 360 - (answer?.weather.windFromDeg ?? 180))).toBeLessThan(1e-6);
  });

  test('leaves bad readings out and says when the last good one is old', () => {
    const { weather, say } = station();
    say('WS', 100_000, 3);
    say('WD', 100_000, 90);
    say('WS', 101_000, 60, 'bad');
    expect(weather.of('park', 102_000)).toMatchObject({ sourceTime: 100_000, stale: false });
    expect(weather.of('park', 200_000)?.stale).toBe(true);
  });

  test('opposite winds do not give a direction out of nowhere', () => {
    expect(meanDirectionDeg([0, 180])).toBe(180);
    expect(meanDirectionDeg([80, 100])).toBeCloseTo(90, 9);
    expect(meanDirectionDeg([315, 45, 0])).toBeCloseTo(0, 9);
  });
});
