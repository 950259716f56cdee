import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { gravity } from '../constants.ts';
import { surfaceTension } from './real-gas.ts';
import type { SaturationState } from './saturation-state.ts';

/** Distribution factor of churn-turbulent flow. */
const distribution = 1.5;

/**
 * Mean void of a liquid that boils through its depth while vapour leaves above it at `vapourM3PerS`: churn-turbulent
 * drift flux, ᾱ = ψ/(2 + C₀ψ), ψ the superficial speed over the rise of bubbles 1.53 (σgΔρ)^¼/ρ_l^½ (DIERS: Fisher
 * et al. 1992; Grolmes & Fisher). The surface has twice the mean.
 */
export function swellVoid(chemical: Chemical, state: SaturationState, vapourM3PerS: number, surfaceM2: number): number {
  if (!(surfaceM2 > 0) || !(vapourM3PerS > 0)) return 0;
  const tension = surfaceTension(chemical, state.temperatureK);
  const lift = tension * gravity * Math.max(0, state.liquidKgPerM3 - state.vapourKgPerM3);
  const rise = (1.53 * pow(lift, 0.25)) / Math.sqrt(state.liquidKgPerM3);
  const speed = vapourM3PerS / surfaceM2 / rise;
  return speed / (2 + distribution * speed);
}
