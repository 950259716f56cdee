import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import { gasConstant } from '../constants.ts';
import { acentricFactor, ambroseWalton } from './acentric-factor.ts';
import type { Chemical, VapourPressureCurve } from './chemical.ts';

/**
 * Vapour pressure, Pa: the fitted curve where the table has one (DIPPR equation 101), carried below its range by
 * Clausius & Clapeyron; else Ambrose & Walton 1989 through the normal boiling and the critical point. Above the
 * critical temperature, the critical pressure.
 */
export function vapourPressurePa(chemical: Chemical, temperatureK: number): number {
  return exp(logPressure(chemical, temperatureK));
}

/** Temperature at which the vapour pressure is `pressurePa`, K (inverse of `vapourPressurePa`). */
export function saturationK(chemical: Chemical, pressurePa: number): number {
  const top = topK(chemical);
  const wanted = ln(pressurePa);
  const yTop = logPressure(chemical, top);
  if (!(wanted < yTop)) return chemical.criticalK.value;
  // ln p is nearly a straight line over 1/T: the secant method meets it in a few steps.
  let [x0, y0] = [1 / top, yTop];
  let x1 = 1 / Math.min(chemical.boilingK.value, 0.95 * top);
  let y1 = logPressure(chemical, 1 / x1);
  for (let step = 0; step < 40 && Math.abs(wanted - y1) > 1e-13 * (1 + Math.abs(wanted)); step += 1) {
    if (y1 === y0) break;
    const next = Math.min(25 / top, Math.max(1 / top, x1 + ((wanted - y1) * (x1 - x0)) / (y1 - y0)));
    [x0, y0] = [x1, y1];
    x1 = next;
    y1 = logPressure(chemical, 1 / x1);
  }
  return Math.min(chemical.criticalK.value, 1 / x1);
}

function topK({ criticalK, vapourPressure }: Chemical): number {
  return Math.min(criticalK.value, vapourPressure?.highK ?? criticalK.value);
}

function logPressure(chemical: Chemical, temperatureK: number): number {
  const t = Math.min(temperatureK, topK(chemical));
  const curve = chemical.vapourPressure;
  if (curve === undefined) return estimatedLogPressure(chemical, t);
  if (t >= curve.lowK) return onCurve(curve, t);
  const slope = slopeOf(curve, curve.lowK) * curve.lowK * curve.lowK;
  return onCurve(curve, curve.lowK) + slope * (1 / curve.lowK - 1 / t);
}

/** ln p of a fitted curve, and its slope d ln p/dT. */
function onCurve({ c: [c1, c2, c3, c4, c5] }: VapourPressureCurve, t: number): number {
  return c1 + c2 / t + c3 * ln(t) + (c4 === 0 ? 0 : c4 * pow(t, c5));
}
function slopeOf({ c: [, c2, c3, c4, c5] }: VapourPressureCurve, t: number): number {
  return -c2 / (t * t) + c3 / t + (c4 === 0 ? 0 : c4 * c5 * pow(t, c5 - 1));
}

/** ln p by Ambrose & Walton down to a reduced temperature of 0.4, below it by Clausius & Clapeyron. */
function estimatedLogPressure(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const factor = acentricFactor(chemical);
  const at = (reduced: number): number => {
    const [f0, f1, f2] = ambroseWalton(reduced);
    return f0 + factor * (f1 + factor * f2);
  };
  const reduced = temperatureK / critical;
  const floor = Math.min(0.4, chemical.boilingK.value / critical);
  const base = ln(chemical.criticalPa.value);
  if (reduced >= floor) return base + at(reduced);
  const step = 1e-3;
  const slope = (at(floor + step) - at(floor)) / (1 / (floor + step) - 1 / floor);
  return base + at(floor) + slope * (1 / reduced - 1 / floor);
}

/** Heat of vaporisation at the boiling point, J/kg, by Riedel 1954 (within 5 % for most; not for acids that pair). */
export function riedelHeat(molarMassKgPerMol: number, boilingK: number, criticalK: number, criticalPa: number): number {
  const reduced = boilingK / criticalK;
  const molar = (1.093 * gasConstant * boilingK * (ln(criticalPa / 1e5) - 1.013)) / (0.93 - reduced);
  return molar / molarMassKgPerMol;
}
