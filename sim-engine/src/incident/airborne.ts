import type { Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import type { AirborneSource, Discharge } from '../release/airborne.ts';
import { dischargeOf } from '../release/discharge.ts';
import type { SurroundingAir } from '../release/surrounding-air.ts';
import { type BoundaryLayer, windSpeedAt } from '../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';

/** What the releases of one chemical put into the air, and what has left their vessels by each frame. */
export interface Airborne {
  readonly sources: readonly AirborneSource[];
  /** kg, and kg/s, at each frame. */
  readonly releasedKg: Float64Array<ArrayBuffer>;
  readonly rateKgPerS: Float64Array<ArrayBuffer>;
  readonly notes: Discharge['notes'];
}

/** The sources of the releases of one chemical over a ladder of times. */
export function airborneOf(
  releases: readonly Release[],
  chemical: Chemical,
  { timesS, stepS, stepsPerFrame }: TimeLadder,
  weather: WeatherTimeline,
): Airborne {
  const frames = timesS.length;
  const releasedKg = new Float64Array(frames);
  const rateKgPerS = new Float64Array(frames);
  const discharges = releases.map((release) =>
    dischargeOf(release, chemical, stepS, stepsPerFrame * (frames - 1), (t) => surroundings(weather.at(t))),
  );
  for (const { leftKg } of discharges) {
    for (let frame = 0; frame < frames; frame += 1) {
      const at = Math.max(1, frame * stepsPerFrame);
      const [left, before] = [leftKg[at] as number, leftKg[at - 1] as number];
      if (frame > 0) releasedKg[frame] = (releasedKg[frame] as number) + left;
      rateKgPerS[frame] = (rateKgPerS[frame] as number) + (left - before) / stepS;
    }
  }
  return {
    sources: discharges.flatMap(({ sources }) => sources),
    releasedKg,
    rateKgPerS,
    notes: discharges.flatMap(({ notes }) => notes),
  };
}

function surroundings(air: BoundaryLayer): SurroundingAir {
  return { windSpeedMPerS: windSpeedAt(air, 10), temperatureK: air.temperatureK, pressurePa: air.pressurePa };
}
