import { exp } from '../arithmetic/exponential.ts';
import { ln, log10 } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from './chemical.ts';

/** Molar gas constant, J/(mol K) (CODATA 2018). */
export const gasConstant = 8.314462618;
/** Standard atmosphere, Pa. */
export const atmospherePa = 101_325;

/** Ratio of heat capacities of the ideal gas. */
export function heatCapacityRatio(chemical: Chemical): number {
  const cp = chemical.gasHeatJPerKgK.value;
  return cp / (cp - gasConstant / chemical.molarMassKgPerMol.value);
}

/** Vapour pressure, Pa: Clausius–Clapeyron line through the normal boiling and the critical point; above it, the critical pressure. */
export function vapourPressurePa(chemical: Chemical, temperatureK: number): number {
  const boiling = chemical.boilingK.value;
  const critical = chemical.criticalK.value;
  const slope = ln(chemical.criticalPa.value / atmospherePa) / (1 / boiling - 1 / critical);
  return atmospherePa * exp(slope * (1 / boiling - 1 / Math.min(temperatureK, critical)));
}

/** Temperature at which the vapour pressure is `pressurePa`, K (inverse of `vapourPressurePa`). */
export function saturationK(chemical: Chemical, pressurePa: number): number {
  const boiling = chemical.boilingK.value;
  const critical = chemical.criticalK.value;
  const slope = ln(chemical.criticalPa.value / atmospherePa) / (1 / boiling - 1 / critical);
  return Math.min(critical, 1 / (1 / boiling - ln(pressurePa / atmospherePa) / slope));
}

/**
 * Density of the saturated liquid, kg/m³: the table's value moved along the temperature by the Rackett equation with
 * Zra from the acentric factor (Spencer & Danner 1972; Yamada & Gunn 1973; acentric factor by Edmister 1958).
 */
export function liquidDensity(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const boiling = chemical.boilingK.value;
  const acentric = ((3 / 7) * log10(chemical.criticalPa.value / atmospherePa)) / (critical / boiling - 1) - 1;
  const zra = 0.29056 - 0.08775 * acentric;
  const power = (t: number): number => pow(Math.max(0.02, 1 - t / critical), 2 / 7);
  const reference = Math.min(boiling, 293.15);
  return chemical.liquidKgPerM3.value * pow(zra, power(reference) - power(temperatureK));
}

/** Heat of vaporisation at a temperature, J/kg (Watson 1943, exponent 0.38). */
export function vaporisationHeat(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const left = Math.max(0.02, 1 - temperatureK / critical) / (1 - chemical.boilingK.value / critical);
  return chemical.vaporisationJPerKg.value * pow(left, 0.38);
}

/** kg/m³ of one ppm (by volume) at a temperature and one atmosphere. */
export function kgPerM3OfPpm(chemical: Chemical, temperatureK: number): number {
  return (1e-6 * atmospherePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
}
