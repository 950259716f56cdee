import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';

/** Cⁿ of a concentration in kg/m³, in (mg/m³)ⁿ. */
export function loadRate(concentrationKgPerM3: number, exponent: number): number {
  if (concentrationKgPerM3 <= 0) return 0;
  const mg = concentrationKgPerM3 * 1e6;
  if (exponent === 1) return mg;
  if (exponent === 2) return mg * mg;
  return exp(exponent * ln(mg));
}
