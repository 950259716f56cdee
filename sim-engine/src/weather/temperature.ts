import { exp } from '../arithmetic/exponential.ts';

import { gravity } from '../constants.ts';
import type { BoundaryLayer } from './boundary-layer.ts';
import { karman, scalarDifference } from './similarity.ts';

/** Fall of temperature of rising dry air, K/m: g over the heat capacity of 1004.7 J/(kg K). */
export const dryLapseKPerM = gravity / 1004.7;

/** Gas constants of dry air and of water vapour, J/(kg K). */
const dryGas = 287.05;
const vapourGas = 461.5;

/**
 * Potential temperature, K, referred to the pressure at the ground: θ(z) = θ(zT) + (θ*∕κ) ∫φh dz∕z
 * between the roughness length and the mixing lid, held beyond.
 */
export function potentialTemperatureAt(air: BoundaryLayer, heightM: number): number {
  const inside = (z: number): number => Math.min(Math.max(air.roughnessM, z), air.mixingHeightM);
  const from = inside(air.temperatureHeightM);
  const to = inside(heightM);
  const profile = scalarDifference(from, to, air.inverseObukhovPerM);
  return air.temperatureK + dryLapseKPerM * air.temperatureHeightM + (air.temperatureScaleK / karman) * profile;
}

/** Temperature at a height, K. */
export function temperatureAt(air: BoundaryLayer, heightM: number): number {
  return potentialTemperatureAt(air, heightM) - dryLapseKPerM * heightM;
}

/** Pressure of saturated water vapour over water, Pa (Magnus form, coefficients of WMO-No. 8, 2018). */
export function saturationPressure(temperatureK: number): number {
  const celsius = temperatureK - 273.15;
  return 611.2 * exp((17.62 * celsius) / (243.12 + celsius));
}

/** Kilograms of water vapour in a kilogram of moist air. */
export function specificHumidity(air: BoundaryLayer): number {
  const vapour = Math.min(0.5 * air.pressurePa, air.relativeHumidity * saturationPressure(air.temperatureK));
  return (0.622 * vapour) / (air.pressurePa - 0.378 * vapour);
}

/** Density of the moist air near the ground, kg/m³. */
export function airDensity(air: BoundaryLayer): number {
  const vapour = Math.min(0.5 * air.pressurePa, air.relativeHumidity * saturationPressure(air.temperatureK));
  return ((air.pressurePa - vapour) / dryGas + vapour / vapourGas) / air.temperatureK;
}
