import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity, vaporisationHeat } from '../chemicals/properties.ts';
import { gravity } from '../constants.ts';
import { surfaceTension } from './real-gas.ts';
import { airDensity, airHeat, airViscosity } from './surrounding-air.ts';

/** Weber number at which air shears drops no further (Hinze 1955; CCPS 1999). */
const criticalWeber = 12.5;
/** Largest drop that falls without breaking, m. */
const largestDropM = 0.006;

/**
 * Sauter mean diameter of the drops of a jet, m: the smaller of what the air shears off, We σ/(ρ_a u²) (CCPS 1999), and
 * what boiling bursts into, 0.833 − 0.0734 ln(ΔT/K) mm (Johnson & Woodward 1999, from the CCPS rain-out trials).
 */
export function sauterDiameter(
  chemical: Chemical,
  temperatureK: number,
  superheatK: number,
  speedMPerS: number,
  airK: number,
): number {
  const tension = surfaceTension(chemical, temperatureK);
  const sheared = (criticalWeber * tension) / (airDensity(airK) * Math.max(0.01, speedMPerS * speedMPerS));
  const burst = superheatK > 1 ? 1e-3 * Math.max(0.01, 0.833 - 0.0734 * ln(superheatK)) : largestDropM;
  return Math.min(largestDropM, sheared, burst);
}

/** Speed at which a drop falls through air, m/s: drag 24/Re (1 + 0.15 Re^0.687) (Schiller & Naumann 1933), to 0.44. */
export function fallSpeed(diameterM: number, densityKgPerM3: number, airK: number): number {
  const air = airDensity(airK);
  const viscosity = airViscosity(airK);
  let speed = (gravity * densityKgPerM3 * diameterM * diameterM) / (18 * viscosity);
  for (let k = 0; k < 30; k += 1) {
    const reynolds = Math.max(1e-9, (air * speed * diameterM) / viscosity);
    const drag = Math.max(0.44, (24 / reynolds) * (1 + 0.15 * pow(reynolds, 0.687)));
    // Half way between, for the two branches of drag to meet.
    speed = 0.5 * (speed + Math.sqrt((4 * gravity * densityKgPerM3 * diameterM) / (3 * air * drag)));
  }
  return speed;
}

/**
 * Share of a drop's mass that is left after it has fallen through `heightM` of clean air: the d²-law,
 * d² = d₀² − K t, K = 8 (k/c_p) ln(1 + B)/ρ_l · (1 + 0.3 Re^½ Pr^⅓), B = c_p ΔT/h (Spalding 1953; Ranz & Marshall 1952).
 */
export function leftAfterFall(
  chemical: Chemical,
  diameterM: number,
  temperatureK: number,
  heightM: number,
  airK: number,
): number {
  if (heightM <= 0) return 1;
  const density = liquidDensity(chemical, temperatureK);
  const speed = fallSpeed(diameterM, density, airK);
  const reynolds = (airDensity(airK) * speed * diameterM) / airViscosity(airK);
  const ventilation = 1 + 0.3 * Math.sqrt(reynolds) * 0.89;
  const transfer = (airHeat * Math.max(0, airK - temperatureK)) / vaporisationHeat(chemical, temperatureK);
  const shrink = ((8 * 2.4e-5 * ln(1 + transfer)) / density) * ventilation;
  const left = 1 - (shrink * heightM) / (speed * diameterM * diameterM);
  return left > 0 ? left * Math.sqrt(left) : 0;
}

/** Height at which the trials stood behind the rain-out rule, m. */
const trialHeightM = 1.2;

/**
 * Share of the whole flow that rains out, 0…1: of a flash fraction x, max(0, 1 − 5x) falls (Dow Chemical Exposure Index
 * Guide, AIChE 1994), so that from x = 0.2 on all stays aloft. From above the height of the trials drops also shrink as
 * they fall.
 */
export function rainedOut(
  chemical: Chemical,
  jet: { readonly vapourShare: number; readonly temperatureK: number },
  diameterM: number,
  heightM: number,
  airK: number,
): number {
  const falls = Math.min(1 - jet.vapourShare, Math.max(0, 1 - 5 * jet.vapourShare));
  return falls > 0 ? falls * leftAfterFall(chemical, diameterM, jet.temperatureK, heightM - trialHeightM, airK) : 0;
}
