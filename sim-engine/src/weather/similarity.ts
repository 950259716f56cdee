import { atan } from '../arithmetic/arctangent.ts';
import { ln } from '../arithmetic/logarithm.ts';

/** von Kármán's constant (Högström 1996). */
export const karman = 0.4;

/** Dimensionless wind shear φm(ζ), ζ = z/L (Dyer 1974; stable branch held linear to ζ = 1 as Webb 1970). */
export function shear(zeta: number): number {
  if (zeta < 0) return 1 / Math.sqrt(Math.sqrt(1 - 16 * zeta));
  return 1 + 5 * Math.min(zeta, 1);
}

/** Dimensionless gradient of a scalar φh(ζ) (Dyer 1974). */
export function scalarGradient(zeta: number): number {
  if (zeta < 0) return 1 / Math.sqrt(1 - 16 * zeta);
  return 1 + 5 * Math.min(zeta, 1);
}

/** ψm(ζ): what stratification takes from ln(z/z0) in the wind profile (Paulson 1970; stable: ∫(1 − φm)dζ/ζ). */
export function windCorrection(zeta: number): number {
  if (zeta < 0) {
    const x = Math.sqrt(Math.sqrt(1 - 16 * zeta));
    return 2 * ln((1 + x) / 2) + ln((1 + x * x) / 2) - 2 * atan(x) + Math.PI / 2;
  }
  return zeta <= 1 ? -5 * zeta : -5 - 5 * ln(zeta);
}

/** ψh(ζ): what stratification takes from ln(z/z0) in the profile of a scalar (Paulson 1970; stable as the wind's). */
export function scalarCorrection(zeta: number): number {
  if (zeta < 0) return 2 * ln((1 + Math.sqrt(1 - 16 * zeta)) / 2);
  return zeta <= 1 ? -5 * zeta : -5 - 5 * ln(zeta);
}

/** Wind speed over friction velocity at a height (Monin & Obukhov 1954); at least 0. */
export function windOverFriction(heightM: number, roughnessM: number, inverseObukhovPerM: number): number {
  if (heightM <= roughnessM) return 0;
  const profile =
    ln(heightM / roughnessM) -
    windCorrection(heightM * inverseObukhovPerM) +
    windCorrection(roughnessM * inverseObukhovPerM);
  return Math.max(0, profile / karman);
}
