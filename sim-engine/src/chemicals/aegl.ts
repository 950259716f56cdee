import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import { type AeglSeries, aeglMinutes } from './chemical.ts';

/**
 * AEGL in ppm for an exposure of `minutes`: interpolated in the logarithms of time and value between EPA's durations;
 * held at the shortest duration's value below it (EPA advises against going shorter); beyond the longest, the one of
 * equal toxic load Cⁿt. `undefined` where the level has no value at all.
 */
export function aeglPpm(series: AeglSeries | undefined, minutes: number, exponent: number): number | undefined {
  let beforeT = 0;
  let beforePpm = 0;
  for (let k = 0; k < aeglMinutes.length; k += 1) {
    const ppm = series?.[k];
    const t = aeglMinutes[k] as number;
    if (ppm === undefined) continue;
    if (minutes <= t) {
      if (beforeT === 0 || minutes === t) return ppm;
      const share = ln(minutes / beforeT) / ln(t / beforeT);
      return exp(ln(beforePpm) + share * ln(ppm / beforePpm));
    }
    beforeT = t;
    beforePpm = ppm;
  }
  return beforeT === 0 ? undefined : beforePpm * pow(beforeT / minutes, 1 / exponent);
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
