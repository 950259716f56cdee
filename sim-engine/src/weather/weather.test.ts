import type { StabilityClass, WeatherSample } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { type BoundaryLayer, boundaryLayerOf, windSpeedAt } from './boundary-layer.ts';
import { cloudOfSun, globalRadiation, netRadiation, sensibleHeat } from './energy-balance.ts';
import { scalarGradient, shear, windCorrection, windOverFriction } from './similarity.ts';
import { classBySigmaTheta, classOfInverseObukhov, inverseObukhovOfClass } from './stability.ts';
import { solarElevationDeg } from './sun.ts';
import { temperatureAt } from './temperature.ts';
import { weatherTimeline } from './timeline.ts';

const place = { roughnessM: 0.1, latDeg: 31.96, lonDeg: 120.42, startTime: Date.UTC(2026, 5, 21, 4) };
const sample: WeatherSample = {
  timeS: 0,
  windSpeedMPerS: 4,
  windFromDeg: 90,
  windHeightM: 10,
  temperatureK: 293,
};

describe('stability', () => {
  it('from σθ follows EPA-454/R-99-005 tables 6-8a and 6-8b', () => {
    const over15cm = (sigma: number, speed: number, day: boolean): StabilityClass =>
      classBySigmaTheta(sigma, speed, 0.15, 10, day);
    expect([23, 20, 15, 10, 5, 3].map((sigma) => over15cm(sigma, 2.5, true)).join('')).toBe('ABCDDD');
    expect([23, 20, 15, 10, 5, 3].map((sigma) => over15cm(sigma, 2.5, false)).join('')).toBe('FEDDEF');
    expect([2, 3.5, 5, 7].map((speed) => over15cm(25, speed, true)).join('')).toBe('ABCD');
    expect([2, 3.2, 4].map((speed) => over15cm(25, speed, false)).join('')).toBe('FED');
    expect([2, 4, 6].map((speed) => over15cm(2, speed, false)).join('')).toBe('FED');
    // A rougher surface shakes the vane more for the same stability.
    expect(classBySigmaTheta(13, 2.5, 0.15, 10, true)).toBe('C');
    expect(classBySigmaTheta(13, 2.5, 0.5, 10, true)).toBe('D');
  });
  it("lies on Golder's lines and comes back from them", () => {
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F'] as const) {
      expect(classOfInverseObukhov(inverseObukhovOfClass(name, 0.1), 0.1)).toBe(name);
    }
    const values = (['A', 'B', 'C', 'D', 'E', 'F'] as const).map((name) => inverseObukhovOfClass(name, 0.25));
    expect([...values].sort((a, b) => a - b)).toEqual(values);
  });
  it('is judged from the best that a sample carries, and says from what', () => {
    const judge = (more: Partial<WeatherSample>) => weatherTimeline([{ ...sample, ...more }], place).methods[0];
    const temperatureDifference = { lowerM: 2, upperM: 10, upperLessLowerK: -0.2 };
    const all = { temperatureDifference, solarWPerM2: 700, cloudOktas: 2, sigmaThetaDeg: 12, stability: 'F' as const };
    // The place's second zero is noon.
    expect(judge(all)).toBe('radiation');
    const { solarWPerM2: _sun, ...dark } = all;
    expect(judge(dark)).toBe('temperature-difference');
    expect(judge({ cloudOktas: 2, sigmaThetaDeg: 12, stability: 'F' })).toBe('cloud');
    expect(judge({ sigmaThetaDeg: 12, stability: 'F' })).toBe('sigma-theta');
    expect(judge({ stability: 'F' })).toBe('given');
    const night = { timeS: 43_200 };
    expect(judge({ ...all, ...night })).toBe('temperature-difference');
    expect(judge({ ...night, netRadiationWPerM2: -60, cloudOktas: 2 })).toBe('radiation');
    expect(judge({ ...night, solarWPerM2: 0 })).toBe('clear-night');
    expect(judge({})).toBe('assumed');
  });
});

describe('the sun', () => {
  it('stands where the almanac has it', () => {
    // Greenwich, summer solstice noon: 90 − 51.48 + 23.44.
    expect(solarElevationDeg(Date.UTC(2026, 5, 21, 12), 51.48, 0)).toBeCloseTo(61.96, 0);
    expect(solarElevationDeg(Date.UTC(2026, 11, 21, 0), 51.48, 0)).toBeLessThan(-50);
    expect(solarElevationDeg(Date.UTC(2026, 2, 20, 12), 0, 0)).toBeGreaterThan(87);
    expect(solarElevationDeg(Date.UTC(2026, 5, 21, 4), 31.96, 120.42)).toBeGreaterThan(78);
  });
});

describe('the wind profile', () => {
  it('is logarithmic in neutral air and gives back the measured speed', () => {
    expect(windOverFriction(10, 0.1, 0)).toBeCloseTo(Math.log(100) / 0.4, 12);
    for (const inverseObukhovPerM of [-0.05, 0, 0.03]) {
      const air = boundaryLayerOf({ ...sample, roughnessM: 0.1, inverseObukhovPerM, stability: 'D' });
      expect(windSpeedAt(air, 10)).toBeCloseTo(4, 10);
      expect(windSpeedAt(air, 2)).toBeLessThan(4);
    }
  });
  it('has ψm that is the integral of (1 − φm)/ζ', () => {
    for (const to of [-2, -0.5, 0.5, 2]) {
      let integral = 0;
      const steps = 200_000;
      for (let k = 0; k < steps; k += 1) {
        const zeta = (to * (k + 0.5)) / steps;
        integral += ((1 - shear(zeta)) / zeta) * (to / steps);
      }
      expect(windCorrection(to)).toBeCloseTo(integral, 4);
    }
    expect(scalarGradient(0)).toBe(0.95);
  });
});

describe('the Obukhov length', () => {
  const judged = (more: Partial<WeatherSample>): BoundaryLayer =>
    weatherTimeline([{ ...sample, ...more }], place).at(0);
  it.each([-0.08, -0.01, 0.005, 0.03, 0.2])(
    'of 1/%f m comes back from the temperatures of its own profile',
    (inverse) => {
      const air = boundaryLayerOf({ ...sample, roughnessM: 0.1, inverseObukhovPerM: inverse, stability: 'D' });
      const upperLessLowerK = temperatureAt(air, 20) - temperatureAt(air, 2);
      const again = judged({ temperatureDifference: { lowerM: 2, upperM: 20, upperLessLowerK } });
      expect(again.inverseObukhovPerM / inverse).toBeCloseTo(1, 3);
    },
  );
  it('of a clear noon is some −20 m in a light wind, far longer in a strong one, and longer under cloud', () => {
    const light = 1 / judged({ windSpeedMPerS: 2, solarWPerM2: 900 }).inverseObukhovPerM;
    const strong = 1 / judged({ windSpeedMPerS: 10, solarWPerM2: 900 }).inverseObukhovPerM;
    expect(light).toBeLessThan(-2);
    expect(light).toBeGreaterThan(-30);
    expect(strong).toBeLessThan(-150);
    expect(1 / judged({ windSpeedMPerS: 2, cloudOktas: 8 }).inverseObukhovPerM).toBeLessThan(1.5 * light);
  });
  it('of a clear night is some 10 m in a light wind and hundreds of metres in a strong one', () => {
    const night = { timeS: 43_200, cloudOktas: 0 };
    const light = 1 / judged({ ...night, windSpeedMPerS: 2 }).inverseObukhovPerM;
    expect(light).toBeGreaterThan(2);
    expect(light).toBeLessThan(20);
    expect(1 / judged({ ...night, windSpeedMPerS: 8 }).inverseObukhovPerM).toBeGreaterThan(100);
    const overcast = judged({ ...night, windSpeedMPerS: 4, netRadiationWPerM2: 0 });
    const clear = judged({ ...night, windSpeedMPerS: 4, netRadiationWPerM2: -95 });
    expect(overcast.inverseObukhovPerM).toBeLessThan(clear.inverseObukhovPerM);
  });
  it('stays bounded in a calm and in a hurricane', () => {
    for (const windSpeedMPerS of [0, 0.1, 60]) {
      for (const timeS of [0, 43_200]) {
        for (const more of [
          { cloudOktas: 0 },
          { cloudOktas: 8 },
          { solarWPerM2: 1500 },
          { netRadiationWPerM2: -300 },
          { temperatureDifference: { lowerM: 1, upperM: 2, upperLessLowerK: 30 } },
          { temperatureDifference: { lowerM: 1, upperM: 2, upperLessLowerK: -30 } },
        ]) {
          const air = judged({ timeS, windSpeedMPerS, ...more });
          expect(Math.abs(air.inverseObukhovPerM)).toBeLessThanOrEqual(1);
          expect(air.frictionVelocityMPerS).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('the energy balance', () => {
  it('agrees with the worked values of Holtslag & van Ulden 1983: some 800 W/m² of sun at 60°, a third of it to the air', () => {
    expect(globalRadiation(60, 0)).toBeCloseTo(827, 0);
    expect(globalRadiation(60, 1)).toBeCloseTo(827 * 0.25, 0);
    expect(cloudOfSun(60, globalRadiation(60, 0.6))).toBeCloseTo(0.6, 6);
    const net = netRadiation(827, 0, 293);
    expect(net).toBeGreaterThan(450);
    expect(net).toBeLessThan(560);
    expect(netRadiation(0, 0, 283)).toBeLessThan(-60);
    expect(sensibleHeat(net, 293, 101_325) / net).toBeGreaterThan(0.4);
    expect(sensibleHeat(net, 293, 101_325) / net).toBeLessThan(0.7);
  });
});

describe('weather that no air can have', () => {
  it.each([
    ['a wind from nowhere', { windFromDeg: Number.NaN }, /sample 1 \(second 60\): windFromDeg is NaN/],
    ['a negative speed', { windSpeedMPerS: -1 }, /sample 1 .*windSpeedMPerS is -1/],
    ['no temperature', { temperatureK: Number.NaN }, /temperatureK is NaN/],
    ['endless radiation', { solarWPerM2: Number.POSITIVE_INFINITY }, /solarWPerM2 is Infinity/],
    [
      'two thermometers at one height',
      { temperatureDifference: { lowerM: 5, upperM: 5, upperLessLowerK: 1 } },
      /temperatureDifference is between 5 and 5 m/,
    ],
  ])('is refused in a sentence that names sample and field: %s', (_name, more, message) => {
    const read = () => weatherTimeline([sample, { ...sample, timeS: 60, ...more }], place);
    expect(read).toThrowError(
      expect.objectContaining({ code: 'UPW_ENGINE_WEATHER_INVALID', message: expect.stringMatching(message) }),
    );
  });
  it('of 60 m/s is bounded and named an extrapolation', () => {
    const timeline = weatherTimeline([{ ...sample, windSpeedMPerS: 60 }], place);
    expect(timeline.notes.map(({ en }) => en).join(' ')).toMatch(/60 m\/s: beyond every dispersion trial/);
    expect(windSpeedAt(timeline.at(0), 10)).toBeCloseTo(60, 9);
  });
});

describe('weather over time', () => {
  it('turns the short way round through north', () => {
    const timeline = weatherTimeline(
      [
        { ...sample, windFromDeg: 350 },
        { ...sample, timeS: 100, windFromDeg: 20 },
      ],
      place,
    );
    expect(timeline.at(50).windFromDeg).toBeCloseTo(5, 10);
    expect(timeline.at(0).windFromDeg).toBe(350);
    expect(timeline.at(500).windFromDeg).toBe(20);
  });
  it('sorts samples and interpolates speed between them', () => {
    const timeline = weatherTimeline(
      [
        { ...sample, timeS: 100, windSpeedMPerS: 6 },
        { ...sample, windSpeedMPerS: 2 },
      ],
      place,
    );
    expect(windSpeedAt(timeline.at(50), 10)).toBeCloseTo(4, 6);
  });
  it('handles calm: turbulence of half a metre a second, drift as measured', () => {
    const timeline = weatherTimeline([{ ...sample, windSpeedMPerS: 0.1 }], place);
    expect(timeline.calm).toBe(true);
    expect(timeline.at(0).driftShare).toBeCloseTo(0.2, 12);
    expect(windSpeedAt(timeline.at(0), 10)).toBeCloseTo(0.5, 10);
    expect(weatherTimeline([{ ...sample, windSpeedMPerS: 0 }], place).at(0).driftShare).toBe(0);
  });
  it('takes σv from the vane where there is one, else from similarity', () => {
    const vane = weatherTimeline([{ ...sample, sigmaThetaDeg: 10 }], place).at(0);
    expect(vane.lateralDeviationMPerS).toBeCloseTo((4 * 10 * Math.PI) / 180, 10);
    const none = weatherTimeline([{ ...sample, stability: 'D' }], place).at(0);
    expect(none.lateralDeviationMPerS / none.frictionVelocityMPerS).toBeCloseTo(1.92, 6);
    expect(
      weatherTimeline([{ ...sample, windSpeedMPerS: 0, sigmaThetaDeg: 5 }], place).at(0).lateralDeviationMPerS,
    ).toBe(0.35);
    const still = weatherTimeline([{ ...sample, sigmaThetaDeg: 0 }], place).at(0);
    expect(still.lateralDeviationMPerS).toBeGreaterThan(0.1);
  });
});
