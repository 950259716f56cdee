import type { StabilityClass, WeatherSample } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { boundaryLayerOf, windSpeedAt } from './boundary-layer.ts';
import { scalarGradient, shear, windCorrection, windOverFriction } from './similarity.ts';
import {
  classByCloud,
  classByRadiation,
  classBySigmaTheta,
  classOfInverseObukhov,
  inverseObukhovOfClass,
} from './stability.ts';
import { solarElevationDeg } from './sun.ts';
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
  it('from radiation follows the SRDT table', () => {
    expect([1000, 800, 400, 100].map((solar) => classByRadiation(solar, 1.5)).join('')).toBe('AABD');
    expect([1000, 800, 400, 100].map((solar) => classByRadiation(solar, 4)).join('')).toBe('BBCD');
    expect(classByRadiation(1000, 7)).toBe('C');
  });
  it('from cloud follows Turner: clear calm noon A, overcast D, clear calm night F', () => {
    expect(classByCloud(0, 70, 0.5)).toBe('A');
    expect(classByCloud(8, 70, 3)).toBe('D');
    expect(classByCloud(0, -20, 1)).toBe('F');
    expect(classByCloud(6, -20, 3)).toBe('E');
    expect(classByCloud(2, 40, 7)).toBe('D');
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
    expect(judge({ sigmaThetaDeg: 12, solarWPerM2: 700, cloudOktas: 2, stability: 'F' })).toBe('sigma-theta');
    expect(judge({ solarWPerM2: 700, cloudOktas: 2, stability: 'F' })).toBe('radiation');
    expect(judge({ cloudOktas: 2, stability: 'F' })).toBe('cloud');
    expect(judge({ stability: 'F' })).toBe('given');
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
    expect(scalarGradient(0)).toBe(1);
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
    const still = weatherTimeline([{ ...sample, sigmaThetaDeg: 0 }], place).at(0);
    expect(still.lateralDeviationMPerS).toBeGreaterThan(0.1);
  });
});
