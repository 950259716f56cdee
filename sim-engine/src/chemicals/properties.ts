import { pow } from '../arithmetic/power.ts';
import { atmospherePa, gasConstant } from '../constants.ts';
import { rackettFactor, rackettPower } from './acentric-factor.ts';
import type { Chemical } from './chemical.ts';

export { atmospherePa, gasConstant } from '../constants.ts';
export { saturationK, vapourPressurePa } from './vapour-pressure.ts';

/** Ratio of heat capacities of the ideal gas. */
export function heatCapacityRatio(chemical: Chemical): number {
  const cp = chemical.gasHeatJPerKgK.value;
  return cp / (cp - gasConstant / chemical.molarMassKgPerMol.value);
}

/**
 * Density of the saturated liquid, kg/m³: the table's value moved along the temperature by the Rackett equation with
 * Zra from the acentric factor (Spencer & Danner 1972; Yamada & Gunn 1973; acentric factor by Edmister 1958).
 */
export function liquidDensity(chemical: Chemical, temperatureK: number): number {
  const reference = Math.min(chemical.boilingK.value, 293.15);
  const power = rackettPower(chemical, reference) - rackettPower(chemical, temperatureK);
  return chemical.liquidKgPerM3.value * pow(rackettFactor(chemical), power);
}

/** Heat of vaporisation at a temperature, J/kg (Watson 1943, exponent 0.38). */
export function vaporisationHeat(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const left = Math.max(0.02, 1 - temperatureK / critical) / (1 - chemical.boilingK.value / critical);
  return chemical.vaporisationJPerKg.value * pow(left, 0.38);
}

/** kg/m³ of one ppm (by volume) at a temperature and one atmosphere. */
export function kgPerM3OfPpm(chemical: Pick<Chemical, 'molarMassKgPerMol'>, temperatureK: number): number {
  return (1e-6 * atmospherePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
}
