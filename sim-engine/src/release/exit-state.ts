import type { Chemical } from '../chemicals/chemical.ts';
import { saturationK, vaporisationHeat } from '../chemicals/properties.ts';
import { liquidHeat } from './liquid-heat.ts';

/**
 * What passes the narrowest place of an opening. `enthalpyJPerKg` is the heat content at rest, counted from the
 * liquid at its normal boiling point.
 */
export interface ExitState {
  readonly rateKgPerS: number;
  /** Area of the contracted jet, m². */
  readonly areaM2: number;
  readonly pressurePa: number;
  readonly speedMPerS: number;
  readonly enthalpyJPerKg: number;
}

/** Heat content of the liquid, J/kg. */
export function liquidEnthalpy(chemical: Chemical, temperatureK: number): number {
  return liquidHeat(chemical) * (temperatureK - chemical.boilingK.value);
}

/** Heat content of the saturated vapour above a liquid of this temperature, J/kg. */
export function vapourEnthalpy(chemical: Chemical, temperatureK: number): number {
  return liquidEnthalpy(chemical, temperatureK) + vaporisationHeat(chemical, temperatureK);
}

/** Heat content of the ideal gas, J/kg. */
export function gasEnthalpy(chemical: Chemical, temperatureK: number): number {
  const boilingK = chemical.boilingK.value;
  return vaporisationHeat(chemical, boilingK) + chemical.gasHeatJPerKgK.value * (temperatureK - boilingK);
}

/** Boiling point at the pressure outside, K. */
export function boilingAt(chemical: Chemical, outsidePa: number): number {
  return saturationK(chemical, Math.min(outsidePa, 0.98 * chemical.criticalPa.value));
}
