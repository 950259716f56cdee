/** How the stuff enters the air. A pool and a burst have no momentum of their own. */
export type EntryKind = 'jet' | 'pool' | 'burst';

/**
 * What one release puts into the air over an even ladder of steps, after expansion to the pressure of the atmosphere:
 * the one door from release to dispersion. A release with a jet and a pool makes two of these.
 * Arrays have one value a step.
 */
export interface AirborneSource {
  readonly release: string;
  readonly kind: EntryKind;
  /** Where it enters the air: local metres east and north, and height over the ground; the middle of a pool. */
  readonly at: readonly [number, number, number];
  readonly stepS: number;
  /** Mass into the air in each step, kg: vapour and the droplets that stay aloft. */
  readonly massKg: Float64Array<ArrayBuffer>;
  /** Share of that mass that is liquid droplets, 0…1. */
  readonly dropletShare: Float64Array<ArrayBuffer>;
  /** Sauter mean diameter of those drops where a jet made them, m; 0 where there are none. */
  readonly dropletM?: Float64Array<ArrayBuffer>;
  /** Temperature of the mixture, K. */
  readonly temperatureK: Float64Array<ArrayBuffer>;
  /** Radius of the expanded jet, of the pool, or of the hemisphere of a burst, m. */
  readonly radiusM: Float64Array<ArrayBuffer>;
  /** Speed of the expanded jet, m/s; 0 for a pool. */
  readonly speedMPerS: Float64Array<ArrayBuffer>;
  /** Air that a burst drew in as it flew apart, already within its radius and its temperature, kg a step. */
  readonly airKg?: Float64Array<ArrayBuffer>;
  /** Way the jet points: degrees clockwise from north, and degrees above the horizon. Absent: with the wind, level. */
  readonly towardsDeg?: number;
  readonly upDeg?: number;
}

/** All that comes out of one release, for the log and for dispersion. */
export interface Discharge {
  readonly stepS: number;
  /** Out of the vessel by the end of each step, kg; one more than there are steps, starting with 0. */
  readonly leftKg: Float64Array<ArrayBuffer>;
  readonly sources: readonly AirborneSource[];
  /** Liquid on the ground by the end of each step, kg; one more than steps. */
  readonly poolKg: Float64Array<ArrayBuffer>;
  /** What was assumed and which formulas were used, in both languages. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
}
