import type { Incident } from '@upwind/scenarios';
import {
  fractionsOf,
  type HazardField,
  type IncidentResult,
  ppmOf,
  probeCurves,
  substanceOf,
} from '@upwind/sim-engine';
import type { Probe } from './probes.ts';

/** What a meter at a probe shows of one chemical over time. */
export interface ProbeSeries {
  readonly probe: Probe;
  readonly timesS: ArrayLike<number>;
  readonly ppm: Float64Array;
  readonly mgPerM3: Float64Array;
  /** Inside the building that stands there, where the engine knows it. */
  readonly indoorPpm?: Float64Array;
  /** Share of each AEGL's load taken in since second zero by a person who stands there; absent without a level. */
  readonly dose: { readonly aegl2?: Float64Array; readonly aegl3?: Float64Array };
}

/** The curves of all probes for one chemical of a run. */
export function seriesOf(
  result: IncidentResult,
  field: HazardField,
  incident: Incident,
  probes: readonly Probe[],
): readonly ProbeSeries[] {
  const temperatureK = incident.weather[0]?.temperatureK ?? 293.15;
  const ppmPerKg = ppmOf(substanceOf(field), 1, temperatureK);
  const only = { ...result, fields: [field] };
  return probes.flatMap((probe) => {
    const [curve] = probeCurves(only, [probe.at[0], probe.at[1], probe.heightM]);
    if (curve === undefined) return [];
    const { timesS, kgPerM3, toxicLoad, indoorKgPerM3 } = curve;
    const whole = fractionsOf(field, 1, temperatureK);
    return {
      probe,
      timesS,
      ppm: kgPerM3.map((value) => value * ppmPerKg),
      mgPerM3: kgPerM3.map((value) => value * 1e6),
      ...(indoorKgPerM3 === undefined ? {} : { indoorPpm: indoorKgPerM3.map((value) => value * ppmPerKg) }),
      dose: {
        ...(whole.aegl2 === undefined ? {} : { aegl2: scaled(toxicLoad, whole.aegl2) }),
        ...(whole.aegl3 === undefined ? {} : { aegl3: scaled(toxicLoad, whole.aegl3) }),
      },
    };
  });
}

const scaled = (values: Float64Array, by: number): Float64Array => values.map((value) => value * by);

/** The value at a time: linear between frames, held at both ends. */
export function valueAt(timesS: ArrayLike<number>, values: ArrayLike<number>, timeS: number): number {
  const last = timesS.length - 1;
  let k = 0;
  while (k < last - 1 && (timesS[k + 1] ?? 0) <= timeS) k += 1;
  const [from, to] = [timesS[k] ?? 0, timesS[k + 1] ?? timesS[k] ?? 0];
  const share = to > from ? Math.max(0, Math.min(1, (timeS - from) / (to - from))) : 0;
  const here = values[k] ?? 0;
  return here + share * ((values[k + 1] ?? here) - here);
}

/** Whole decades that hold the limits and what is above them; what is far below the lowest limit is left out. */
export function decadesOf(limitsPpm: readonly number[], series: readonly ProbeSeries[]): readonly [number, number] {
  let high = 0;
  for (const { ppm, indoorPpm } of series) {
    for (const value of ppm) high = Math.max(high, value);
    for (const value of indoorPpm ?? []) high = Math.max(high, value);
  }
  const top = Math.max(high, ...limitsPpm, 1e-3);
  const bottom = limitsPpm.length > 0 ? Math.min(...limitsPpm) / 10 : top / 1e4;
  return [10 ** Math.floor(Math.log10(Math.min(bottom, top / 100))), 10 ** Math.ceil(Math.log10(top * 1.3))];
}
