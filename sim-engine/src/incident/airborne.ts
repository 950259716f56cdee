import type { Incident, Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import type { AirborneSource } from '../release/airborne.ts';
import { outflow } from '../release/outflow.ts';
import { windSpeedAt } from '../weather/boundary-layer.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';

/** What the releases of one chemical put into the air, and what has left their vessels by each frame. */
export interface Airborne {
  readonly sources: readonly AirborneSource[];
  /** kg, and kg/s, at each frame. */
  readonly releasedKg: Float64Array<ArrayBuffer>;
  readonly rateKgPerS: Float64Array<ArrayBuffer>;
}

/** The sources of the releases of one chemical over a ladder of times. */
export function airborneOf(
  releases: Incident['releases'],
  chemical: Chemical,
  { timesS, stepS, stepsPerFrame }: TimeLadder,
  weather: WeatherTimeline,
): Airborne {
  const frames = timesS.length;
  const steps = stepsPerFrame * (frames - 1);
  const releasedKg = new Float64Array(frames);
  const rateKgPerS = new Float64Array(frames);
  const sources = releases.map((release): AirborneSource => {
    const out = outflow(release, chemical, stepS, steps, (t) => {
      const air = weather.at(t);
      return { windSpeedMPerS: windSpeedAt(air, 10), temperatureK: air.temperatureK };
    });
    for (let frame = 0; frame < frames; frame += 1) {
      const at = Math.max(1, frame * stepsPerFrame);
      const [left, before] = [out.leftKg[at] as number, out.leftKg[at - 1] as number];
      if (frame > 0) releasedKg[frame] = (releasedKg[frame] as number) + left;
      rateKgPerS[frame] = (rateKgPerS[frame] as number) + (left - before) / stepS;
    }
    return sourceOf(release, out.airborneKg, stepS);
  });
  return { sources, releasedKg, rateKgPerS };
}

function sourceOf(release: Release, airborneKg: Float64Array<ArrayBuffer>, stepS: number): AirborneSource {
  const steps = airborneKg.length - 1;
  const { source } = release;
  const temperatureK = source.kind === 'vessel' ? source.temperatureK : 293.15;
  return {
    release: release.id,
    kind: 'jet',
    at: release.at as [number, number, number],
    stepS,
    massKg: Float64Array.from({ length: steps }, (_, n) => (airborneKg[n + 1] as number) - (airborneKg[n] as number)),
    dropletShare: new Float64Array(steps),
    temperatureK: new Float64Array(steps).fill(temperatureK),
    radiusM: new Float64Array(steps),
    speedMPerS: new Float64Array(steps),
  };
}
