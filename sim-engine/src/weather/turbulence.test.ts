import { describe, expect, it } from 'vitest';
import { gravity } from '../constants.ts';
import { type BoundaryLayer, boundaryLayerOf, windSpeedAt } from './boundary-layer.ts';
import { karman } from './similarity.ts';
import { airDensity, potentialTemperatureAt, specificHumidity, temperatureAt } from './temperature.ts';
import { convectiveVelocity, turbulenceAt } from './turbulence.ts';

const air = (inverseObukhovPerM: number, more: object = {}): BoundaryLayer =>
  boundaryLayerOf({
    windSpeedMPerS: 4,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK: 293.15,
    roughnessM: 0.1,
    inverseObukhovPerM,
    stability: 'D',
    ...more,
  });

describe('turbulence', () => {
  it('gives the surface layer its eddy diffusivity: σw²·T = κu*z in neutral air', () => {
    const neutral = air(0);
    const { verticalMPerS, verticalTimeS } = turbulenceAt(neutral, 2);
    const diffusivity = verticalMPerS * verticalMPerS * verticalTimeS;
    expect(diffusivity / (karman * neutral.frictionVelocityMPerS * 2)).toBeCloseTo(1, 1);
  });
  it('is strongest along the wind and weakest upward over a neutral surface: 2.4, 1.92 and 1.3 u*', () => {
    const neutral = air(0);
    const { alongMPerS, acrossMPerS, verticalMPerS } = turbulenceAt(neutral, 2);
    expect(alongMPerS / neutral.frictionVelocityMPerS).toBeCloseTo(2.4, 1);
    expect(acrossMPerS / neutral.frictionVelocityMPerS).toBeCloseTo(1.92, 1);
    expect(verticalMPerS / neutral.frictionVelocityMPerS).toBeCloseTo(1.3, 1);
  });
  it('is positive and finite at every height, in every air, and keeps the across deviation of the mast', () => {
    for (const inverse of [-0.3, -0.01, 0, 0.01, 0.3]) {
      const now = air(inverse, { sigmaThetaDeg: 12 });
      expect(turbulenceAt(now, 0).acrossMPerS).toBeCloseTo(now.lateralDeviationMPerS, 6);
      for (const height of [0, 0.05, 1, 10, 100, 1000, 5000]) {
        for (const value of Object.values(turbulenceAt(now, height))) {
          expect(value).toBeGreaterThan(0);
          expect(value).toBeLessThan(1e5);
        }
      }
    }
  });
  it('of a convective layer is ruled by w*: σw near 0.6 w* in its lower half', () => {
    const now = air(-0.1);
    const wStar = convectiveVelocity(now);
    const ratio = turbulenceAt(now, 0.3 * now.mixingHeightM).verticalMPerS / wStar;
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(0.75);
  });
  it('of a vane that meanders is spread along the wind as well', () => {
    expect(turbulenceAt(air(0.02, { sigmaThetaDeg: 30 }), 2).alongMPerS).toBeGreaterThan(
      2 * turbulenceAt(air(0.02), 2).alongMPerS,
    );
  });
});

describe('temperature', () => {
  it('passes through the measured one, rises with height by stable night and falls by convective day', () => {
    for (const inverse of [-0.05, 0, 0.05]) expect(temperatureAt(air(inverse), 2)).toBeCloseTo(293.15, 9);
    expect(potentialTemperatureAt(air(0.05), 20)).toBeGreaterThan(potentialTemperatureAt(air(0.05), 2) + 0.2);
    expect(potentialTemperatureAt(air(-0.05), 20)).toBeLessThan(potentialTemperatureAt(air(-0.05), 2) - 0.2);
    expect(temperatureAt(air(0), 100)).toBeCloseTo(293.15 - 0.976 * 0.98, 2);
  });
  it('scale agrees with the Obukhov length: L = u*²T/(κgθ*)', () => {
    const now = air(0.02);
    const length = (now.frictionVelocityMPerS ** 2 * now.temperatureK) / (karman * gravity * now.temperatureScaleK);
    expect(length).toBeCloseTo(50, 9);
    expect(windSpeedAt(now, 10)).toBeCloseTo(4, 9);
  });
  it('with humidity and pressure gives the density of moist air', () => {
    expect(airDensity(air(0, { relativeHumidity: 0 }))).toBeCloseTo(1.2041, 3);
    expect(airDensity(air(0, { relativeHumidity: 1 }))).toBeLessThan(1.2);
    expect(specificHumidity(air(0, { relativeHumidity: 1 }))).toBeCloseTo(0.0145, 3);
  });
});
