import type { Chemical } from '../chemicals/chemical.ts';
import { gasConstant, liquidDensity } from '../chemicals/properties.ts';
import { boilingAt, type ExitState, gasEnthalpy, liquidEnthalpy } from './exit-state.ts';
import { liquidHeat } from './liquid-heat.ts';

/** A jet that has come to the pressure outside, before it draws in air. */
export interface ExpandedJet {
  readonly temperatureK: number;
  /** Mass share that is vapour, 0…1. */
  readonly vapourShare: number;
  readonly speedMPerS: number;
  readonly densityKgPerM3: number;
}

/**
 * Expansion of a jet to the pressure outside without mixing: mass, momentum and energy are kept, u = u_e + (p_e − p)/G
 * and h = h₀ − u²/2 (Birch, Hughes & Swaffield 1987; TNO Yellow Book 1997, 2.5.3). A heat content between the liquid's
 * and the vapour's at the boiling point is a mixture of both there: flash and condensation follow from one balance.
 */
export function expanded(chemical: Chemical, exit: ExitState, outsidePa: number): ExpandedJet {
  const flux = exit.rateKgPerS / exit.areaM2;
  const speedMPerS = exit.speedMPerS + Math.max(0, exit.pressurePa - outsidePa) / flux;
  const heat = exit.enthalpyJPerKg - 0.5 * speedMPerS * speedMPerS;
  return { speedMPerS, ...mixtureOf(chemical, heat, outsidePa) };
}

/** Temperature, vapour share and density of the pure substance at a pressure, from its heat content. */
export function mixtureOf(
  chemical: Chemical,
  enthalpyJPerKg: number,
  outsidePa: number,
): Omit<ExpandedJet, 'speedMPerS'> {
  const boilingK = boilingAt(chemical, outsidePa);
  const liquidHeatContent = liquidEnthalpy(chemical, boilingK);
  const latent = gasEnthalpy(chemical, boilingK) - liquidHeatContent;
  const above = enthalpyJPerKg - liquidHeatContent;
  const vapourShare = Math.min(1, Math.max(0, above / latent));
  const excess = vapourShare === 1 ? (above - latent) / chemical.gasHeatJPerKgK.value : 0;
  const lack = above < 0 ? above / liquidHeat(chemical) : 0;
  // A liquid may leave supercooled by its speed, but not colder than any liquid.
  const temperatureK = Math.max(0.5 * boilingK, boilingK + excess + lack);
  const vapour = (outsidePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
  const liquid = liquidDensity(chemical, temperatureK);
  return { temperatureK, vapourShare, densityKgPerM3: 1 / (vapourShare / vapour + (1 - vapourShare) / liquid) };
}
