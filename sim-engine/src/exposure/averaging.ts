import { pow } from '../arithmetic/power.ts';

/**
 * Exponent of the averaging-time law C ∝ t^−0.2 on the axis of a passive plume, and the time below which meander
 * counts no more: σy of 10 minutes is twice the momentary one (TNO Yellow Book, CPR 14E, §4.5.3, and Turner 1970).
 */
export const averagingExponent = 0.2;
export const shortestAveragingS = 18.75;
/** The law is an interpolation between minutes and a day; longer means follow the weather, not this. */
export const longestAveragingS = 86_400;

/**
 * Concentration on the axis of a passive plume from a steady source, converted from one averaging time to another.
 * Means shorter than 18.75 s are those of 18.75 s: what is left then is no meander but turbulence inside the plume
 * (see `peakToMean`). Not for dense clouds near their source, nor for puffs, whose axis does not meander in this way.
 */
export function toAveragingTime(kgPerM3: number, fromS: number, toS: number, exponent = averagingExponent): number {
  const held = (timeS: number): number => Math.min(longestAveragingS, Math.max(shortestAveragingS, timeS));
  return kgPerM3 * pow(held(fromS) / held(toS), exponent);
}

/** A concentration with the time over which it is the mean. */
export interface Averaged {
  readonly kgPerM3: number;
  readonly averagingTimeS: number;
}

/** The same concentration as the mean over another time (see `toAveragingTime`). */
export function averagedOver({ kgPerM3, averagingTimeS }: Averaged, timeS: number): Averaged {
  return { kgPerM3: toAveragingTime(kgPerM3, averagingTimeS, timeS), averagingTimeS: timeS };
}
