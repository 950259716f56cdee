import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { normalQuantile, normalShare } from '../arithmetic/normal-distribution.ts';
import { pow } from '../arithmetic/power.ts';
import { averagingExponent, shortestAveragingS } from './averaging.ts';

/**
 * How a concentration fluctuates about its mean: log-normal in time (Csanady 1973; Hanna 1984; Wilson 1995), intensity
 * i = σc/C̄. Ground plumes have i near 1 on their axis and more at their edges; 0 leaves the mean alone.
 */
export interface Fluctuation {
  readonly intensity: number;
}

/** σ of ln C. */
function spreadOf({ intensity }: Fluctuation): number {
  return Math.sqrt(ln(1 + intensity * intensity));
}

/** The concentration that is exceeded a share of the time, as a multiple of the mean (peak-to-mean ratio). */
export function peakToMean(fluctuation: Fluctuation, exceededShare: number): number {
  const spread = spreadOf(fluctuation);
  if (spread === 0) return 1;
  return exp(-spread * normalQuantile(exceededShare) - 0.5 * spread * spread);
}

/** Share of the time that the concentration is above a limit, of its mean the `ratio`-th part. */
export function shareAbove(fluctuation: Fluctuation, meanOverLimit: number): number {
  if (!(meanOverLimit > 0)) return 0;
  const spread = spreadOf(fluctuation);
  if (spread === 0) return meanOverLimit >= 1 ? 1 : 0;
  return normalShare((ln(meanOverLimit) - 0.5 * spread * spread) / spread);
}

/**
 * By how much fluctuation raises the toxic load of the mean: ⟨Cⁿ⟩/C̄ⁿ = (1 + i²)^(n(n−1)/2), the moment of a
 * log-normal variable. 1 for n = 1; below 1 for n < 1.
 */
export function loadFactor({ intensity }: Fluctuation, exponent: number): number {
  return pow(1 + intensity * intensity, 0.5 * exponent * (exponent - 1));
}

/**
 * Intensity from meander alone (Gifford 1959): a narrow plume that swings to and fro within the mean one. `averagingS`
 * is the time of the mean; the narrow plume is that of 18.75 s. Off the axis, at `acrossSigmas` of the mean plume's
 * σy, the swings count more: i² + 1 = (1 + M)/√(1 + 2M) · exp(y²M/(σy²(1 + 2M))), M = σ_meander²/σ_momentary².
 */
export function meanderIntensity(averagingS: number, acrossSigmas = 0): Fluctuation {
  const widening = pow(Math.max(1, averagingS / shortestAveragingS), averagingExponent);
  const m = widening * widening - 1;
  const y2 = acrossSigmas * acrossSigmas;
  const second = ((1 + m) / Math.sqrt(1 + 2 * m)) * exp((y2 * m) / (1 + 2 * m));
  return { intensity: Math.sqrt(Math.max(0, second - 1)) };
}
