import type { Sky } from '../weather/sky.ts';
import type { Wind } from '../weather/wind.ts';

/** The plant at one step: UTC milliseconds, seconds since the plant began and since the step before, and the weather. */
export interface Moment {
  readonly timeMs: number;
  readonly elapsedS: number;
  readonly stepS: number;
  readonly sky: Sky;
  readonly wind: Wind;
}

/** The true value of a point at a moment, before an instrument has looked at it. */
export type Reading = (moment: Moment) => number;

/** A part of the plant with a state of its own, and the points it explains. */
export interface Part {
  advance(moment: Moment): void;
  readonly readings: ReadonlyMap<string, Reading>;
}
