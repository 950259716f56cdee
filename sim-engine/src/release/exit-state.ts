import type { Chemical } from '../chemicals/chemical.ts';
import { saturationK, vaporisationHeat } from '../chemicals/properties.ts';
import { liquidHeat } from './liquid-heat.ts';

/**
 * What passes the narrowest place of an opening. `enthalpyJPerKg` is the heat content at rest, counted from the
 * liquid at its boiling point at the pressure outside.
 */
export interface ExitState {
  readonly rateKgPerS: number;
  /** Area of the contracted jet, m². */
  readonly areaM2: number;
  readonly pressurePa: number;
  readonly speedMPerS: number;
  readonly enthalpyJPerKg: number;
}

/** Heat content of the liquid, J/kg, from the liquid at `boilingK`. */
export function liquidEnthalpy(chemical: Chemical, temperatureK: number, boilingK: number): number {
  return liquidHeat(chemical) * (temperatureK - boilingK);
}

/** Heat content of the saturated vapour above a liquid of this temperature. */
export function vapourEnthalpy(chemical: Chemical, temperatureK: number, boilingK: number): number {
  return liquidEnthalpy(chemical, temperatureK, boilingK) + vaporisationHeat(chemical, temperatureK);
}

/** Heat content of the ideal gas. */
export function gasEnthalpy(chemical: Chemical, temperatureK: number, boilingK: number): number {
  return vaporisationHeat(chemical, boilingK) + chemical.gasHeatJPerKgK.value * (temperatureK - boilingK);
}

/** Boiling point at the pressure outside, K. */
export function boilingAt(chemical: Chemical, outsidePa: number): number {
  return saturationK(chemical, Math.min(outsidePa, 0.98 * chemical.criticalPa.value));
}
