import { log10 } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { atmospherePa, gasConstant } from '../chemicals/properties.ts';

/** Acentric factor from the normal boiling and the critical point (Edmister 1958). */
export function acentricFactor(chemical: Chemical): number {
  const ratio = chemical.criticalK.value / chemical.boilingK.value;
  return ((3 / 7) * log10(chemical.criticalPa.value / atmospherePa)) / (ratio - 1) - 1;
}

/**
 * Real-gas factor Z of the vapour, Peng & Robinson 1976 (Ind. Eng. Chem. Fundam. 15, 59): the largest root of the
 * cubic, found by Newton's method from above. Held between 0.2 and 3, outside which the state is no gas.
 */
export function compressibility(chemical: Chemical, pressurePa: number, temperatureK: number): number {
  const reducedK = temperatureK / chemical.criticalK.value;
  const reducedPa = pressurePa / chemical.criticalPa.value;
  const w = acentricFactor(chemical);
  const kappa = 0.37464 + 1.54226 * w - 0.26992 * w * w;
  const root = 1 + kappa * (1 - Math.sqrt(reducedK));
  const a = (0.45724 * root * root * reducedPa) / (reducedK * reducedK);
  const b = (0.0778 * reducedPa) / reducedK;
  const c2 = b - 1;
  const c1 = a - 3 * b * b - 2 * b;
  const c0 = b * b * b + b * b - a * b;
  let z = 1 + Math.max(Math.abs(c2), Math.abs(c1), Math.abs(c0));
  for (let k = 0; k < 60; k += 1) {
    const value = ((z + c2) * z + c1) * z + c0;
    const slope = (3 * z + 2 * c2) * z + c1;
    if (!(slope > 0)) break;
    const next = z - value / slope;
    if (!(next < z - 1e-12 * z)) break;
    z = next;
  }
  return Math.min(3, Math.max(0.2, z));
}

/** Density of the real gas, kg/m³. */
export function gasDensity(chemical: Chemical, pressurePa: number, temperatureK: number): number {
  const ideal = (pressurePa * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
  return ideal / compressibility(chemical, pressurePa, temperatureK);
}

/** Surface tension of the liquid against its vapour, N/m (Brock & Bird 1955, with the factor of Miller 1963). */
export function surfaceTension(chemical: Chemical, temperatureK: number): number {
  const criticalK = chemical.criticalK.value;
  const criticalBar = chemical.criticalPa.value / 1e5;
  const boiling = chemical.boilingK.value / criticalK;
  const q = 0.1196 * (1 + (boiling * (log10(criticalBar / 1.01325) * Math.LN10)) / (1 - boiling)) - 0.279;
  const left = Math.max(0.005, 1 - temperatureK / criticalK);
  return 1e-3 * pow(criticalBar, 2 / 3) * pow(criticalK, 1 / 3) * Math.max(0.02, q) * pow(left, 11 / 9);
}
