import { atan } from '../arithmetic/arctangent.ts';
import { ln } from '../arithmetic/logarithm.ts';

/** von Kármán's constant (Högström 1988). */
export const karman = 0.4;

/**
 * Gradients of wind and of a scalar as Högström 1988 (Boundary-Layer Meteorol. 42, 55) has them from all trials, made
 * whole for κ = 0.4: φm = (1 − 19.3ζ)^−¼ and 1 + 6ζ, φh = 0.95 (1 − 11.6ζ)^−½ and 0.95 + 7.8ζ. Above ζ = 1 both keep
 * their value (Webb 1970).
 */
const windUnstable = 19.3;
export const windStable = 6;
const scalarNeutral = 0.95;
const scalarUnstable = 11.6;
const scalarStable = 7.8;

/** Dimensionless wind shear φm(ζ), ζ = z/L. */
export function shear(zeta: number): number {
  if (zeta < 0) return 1 / Math.sqrt(Math.sqrt(1 - windUnstable * zeta));
  return 1 + windStable * Math.min(zeta, 1);
}

/** Dimensionless gradient of a scalar φh(ζ). */
export function scalarGradient(zeta: number): number {
  if (zeta < 0) return scalarNeutral / Math.sqrt(1 - scalarUnstable * zeta);
  return scalarNeutral + scalarStable * Math.min(zeta, 1);
}

/** ψm(ζ) = ∫(1 − φm)dζ/ζ: what stratification takes from ln(z/z0) in the wind profile (Paulson 1970). */
export function windCorrection(zeta: number): number {
  if (zeta < 0) {
    const x = Math.sqrt(Math.sqrt(1 - windUnstable * zeta));
    return 2 * ln((1 + x) / 2) + ln((1 + x * x) / 2) - 2 * atan(x) + Math.PI / 2;
  }
  return zeta <= 1 ? -windStable * zeta : -windStable * (1 + ln(zeta));
}

/** ∫φh dz/z between two heights: κ times the difference of a scalar over its scale. */
export function scalarDifference(fromM: number, toM: number, inverseObukhovPerM: number): number {
  const correction = (zeta: number): number => {
    if (zeta < 0) return 2 * scalarNeutral * ln((1 + Math.sqrt(1 - scalarUnstable * zeta)) / 2);
    return zeta <= 1 ? -scalarStable * zeta : -scalarStable * (1 + ln(zeta));
  };
  return (
    scalarNeutral * ln(toM / fromM) - correction(toM * inverseObukhovPerM) + correction(fromM * inverseObukhovPerM)
  );
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
