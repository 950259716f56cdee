import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import { type AeglSeries, aeglMinutes } from './chemical.ts';

/** Below this, a 60-min value is held: EPA sets its 10-min values so where the studies were long, min. */
const shortestCarriedMinutes = 30;

/** A level for an exposure time, and the duration it was carried from where that is not EPA's own neighbourhood. */
export interface LevelAt {
  readonly ppm: number;
  /** Minutes of the published value that was carried by Cⁿt; absent for a published or interpolated value. */
  readonly carriedFromMinutes?: number;
}

/**
 * A level in ppm for an exposure of `minutes`. Between EPA's durations interpolated in the logarithms of time and
 * value; beyond the longest, of equal toxic load Cⁿt with `longerExponent`. Below the shortest, held where that is 10
 * or 30 min (EPA advises against going shorter); a 60-min value is carried down to 30 min by Cⁿt, n at least 1.
 * `undefined` where the level has no value at all.
 */
export function levelAt(
  series: AeglSeries | undefined,
  minutes: number,
  exponent: number,
  longerExponent = exponent,
): LevelAt | undefined {
  let beforeT = 0;
  let beforePpm = 0;
  for (let k = 0; k < aeglMinutes.length; k += 1) {
    const ppm = series?.[k];
    const t = aeglMinutes[k] as number;
    if (ppm === undefined) continue;
    if (minutes === t) return { ppm };
    if (minutes < t) {
      if (beforeT > 0) {
        const share = ln(minutes / beforeT) / ln(t / beforeT);
        return { ppm: exp(ln(beforePpm) + share * ln(ppm / beforePpm)) };
      }
      if (t <= shortestCarriedMinutes) return { ppm };
      const down = Math.max(shortestCarriedMinutes, minutes);
      return { ppm: ppm * pow(t / down, 1 / Math.max(1, exponent)), carriedFromMinutes: t };
    }
    beforeT = t;
    beforePpm = ppm;
  }
  if (beforeT === 0) return undefined;
  return { ppm: beforePpm * pow(beforeT / minutes, 1 / longerExponent), carriedFromMinutes: beforeT };
}

/** The value of `levelAt`, ppm. */
export function aeglPpm(
  series: AeglSeries | undefined,
  minutes: number,
  exponent: number,
  longerExponent = exponent,
): number | undefined {
  return levelAt(series, minutes, exponent, longerExponent)?.ppm;
}

/**
 * Toxic load Cⁿt (ppmⁿ min) that reaches the level: the smallest of those of EPA's durations up to `minutes`, at least
 * the shortest one. So a dose can only grow, and a short strong whiff counts against the 10-minute load.
 */
export function aeglLoad(series: AeglSeries | undefined, minutes: number, exponent: number): number | undefined {
  let least: number | undefined;
  for (let k = 0; k < aeglMinutes.length; k += 1) {
    const ppm = series?.[k];
    const t = aeglMinutes[k] as number;
    if (ppm === undefined) continue;
    if (least !== undefined && t > minutes) break;
    const load = pow(ppm, exponent) * t;
    if (least === undefined || load < least) least = load;
  }
  return least;
}
