import { ln } from '../arithmetic/logarithm.ts';
import { gravity } from '../constants.ts';
import { karman, scalarDifference, windOverFriction, windStable } from './similarity.ts';
import { dryLapseKPerM } from './temperature.ts';

/** Bounds of 1/L, 1/m: beyond, the surface layer is thinner than a person is high. */
const steepest = 1;

/** The wind that a mast measures. */
export interface MeasuredWind {
  readonly speedMPerS: number;
  readonly heightM: number;
  readonly roughnessM: number;
}

/** Friction velocity that this wind has at an inverse Obukhov length, m/s. */
export function frictionOf({ speedMPerS, heightM, roughnessM }: MeasuredWind, inverseObukhovPerM: number): number {
  return speedMPerS / Math.max(1, windOverFriction(heightM, roughnessM, inverseObukhovPerM));
}

/**
 * 1/L at which wind and temperature profiles of Monin–Obukhov similarity give the measured speed and the measured
 * temperature difference: 1/L = κgθ*∕(T u*²), both scales from their profiles (the bulk Richardson number, solved by
 * bisection; the profiles make it rise steadily with ζ, so that there is one answer).
 */
export function obukhovOfDifference(
  wind: MeasuredWind,
  temperatureK: number,
  lowerM: number,
  upperM: number,
  upperLessLowerK: number,
): number {
  const difference = upperLessLowerK + dryLapseKPerM * (upperM - lowerM);
  const excess = (inverse: number): number => {
    const friction = frictionOf(wind, inverse);
    const profile = scalarDifference(lowerM, upperM, inverse);
    const scale = (karman * difference) / Math.max(1e-3, profile);
    return inverse - (karman * gravity * scale) / (temperatureK * friction * friction);
  };
  return difference >= 0 ? root(excess, 0, steepest) : root(excess, -steepest, 0);
}

/** 1/L of a layer heated from below by a flux, W/m² over the air's heat capacity, K m/s: 1/L = −κgQ/(T u*³). */
export function obukhovOfHeating(wind: MeasuredWind, temperatureK: number, fluxKMPerS: number): number {
  const excess = (inverse: number): number => {
    const friction = frictionOf(wind, inverse);
    return inverse + (karman * gravity * fluxKMPerS) / (temperatureK * friction * friction * friction);
  };
  return root(excess, -steepest, 0);
}

/** Most heat that a wind can bring down to a cooling ground, K m/s (64 W/m²; Cimorelli et al. 2005, J. Appl. Meteor. 44, 682). */
const mostCoolingKMPerS = 0.05;

/**
 * 1/L of a layer cooled from below with a temperature scale θ* (van Ulden & Holtslag 1985, J. Clim. Appl. Meteor. 24,
 * 1196): u* from the linear profile (Venkatram 1980); below the wind that can still mix, u* and θ* fall with the wind.
 */
export function obukhovOfCooling(wind: MeasuredWind, temperatureK: number, scaleK: number): number {
  const drag = karman / ln(Math.max(2, wind.heightM / wind.roughnessM));
  let scale = scaleK;
  let friction = 0;
  for (let round = 0; round < 8; round += 1) {
    const least = 2 * Math.sqrt((windStable * wind.heightM * gravity * scale) / (temperatureK * drag));
    const share = wind.speedMPerS / least;
    if (share < 1) {
      friction = 0.5 * drag * least * share;
      scale *= share;
      break;
    }
    friction = 0.5 * drag * wind.speedMPerS * (1 + Math.sqrt(1 - 1 / (share * share)));
    if (friction * scale <= mostCoolingKMPerS * 1.001) break;
    scale = mostCoolingKMPerS / friction;
  }
  return Math.min(steepest, (karman * gravity * scale) / (temperatureK * friction * friction));
}

/** Where a function that rises from `low` to `high` is nought, or the end that is nearer to it. */
function root(rising: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  if (rising(a) >= 0) return a;
  if (rising(b) <= 0) return b;
  for (let k = 0; k < 60; k += 1) {
    const middle = 0.5 * (a + b);
    if (rising(middle) < 0) a = middle;
    else b = middle;
  }
  return 0.5 * (a + b);
}
