import type { StabilityClass, WeatherSample } from '@upwind/scenarios';
import type { Text } from '@upwind/scenes';
import { type BoundaryLayer, boundaryLayerOf, calmMPerS, type MastReading } from './boundary-layer.ts';
import { checkWeather } from './check.ts';
import { judge, type StabilityMethod, type WeatherPlace } from './judge.ts';
import { weatherNotes } from './notes.ts';

export type { StabilityMethod, WeatherPlace };

export interface WeatherTimeline {
  /** The air at a second of the incident; held before the first and after the last sample. */
  at(timeS: number): BoundaryLayer;
  /** How each sample's stability was judged, in time order. */
  readonly methods: readonly StabilityMethod[];
  readonly classes: readonly StabilityClass[];
  /** Whether any sample is calm. */
  readonly calm: boolean;
  /** What was judged and what was assumed, in both languages. */
  readonly notes: readonly Text[];
}

/**
 * The weather over time: samples are sorted, directions turn the short way round.
 * Throws an EngineError, UPW_ENGINE_WEATHER_INVALID, that names sample and field where there is no number.
 */
export function weatherTimeline(samples: readonly WeatherSample[], place: WeatherPlace): WeatherTimeline {
  checkWeather(samples);
  const sorted = [...samples].sort((a, b) => a.timeS - b.timeS);
  const judged = sorted.map((sample) => judge(sample, place));
  const readings = judged.map(({ reading }) => reading);
  const at = (timeS: number): BoundaryLayer => {
    let k = 0;
    while (k + 1 < sorted.length && (sorted[k + 1] as WeatherSample).timeS <= timeS) k += 1;
    const before = readings[k] as MastReading;
    const after = readings[k + 1];
    const t0 = (sorted[k] as WeatherSample).timeS;
    if (after === undefined || timeS <= t0) return boundaryLayerOf(before);
    return boundaryLayerOf(between(before, after, (timeS - t0) / ((sorted[k + 1] as WeatherSample).timeS - t0)));
  };
  return {
    at,
    methods: judged.map(({ method }) => method),
    classes: readings.map(({ stability }) => stability),
    calm: sorted.some((sample) => sample.windSpeedMPerS < calmMPerS),
    notes: weatherNotes(sorted, judged),
  };
}

type OptionalField =
  | 'sigmaThetaDeg'
  | 'mixingHeightM'
  | 'temperatureHeightM'
  | 'pressurePa'
  | 'relativeHumidity'
  | 'rainMmPerH';

function between(a: MastReading, b: MastReading, share: number): MastReading {
  const mix = (x: number, y: number): number => x + share * (y - x);
  const turn = b.windFromDeg - a.windFromDeg;
  const shortTurn = turn - 360 * Math.floor((turn + 180) / 360);
  const from = a.windFromDeg + share * shortTurn;
  /** What both measured is mixed; what only one did is not known between them. */
  const both = (field: OptionalField): Partial<MastReading> => {
    const [x, y] = [a[field], b[field]];
    return x === undefined || y === undefined ? {} : { [field]: mix(x, y) };
  };
  return {
    windSpeedMPerS: mix(a.windSpeedMPerS, b.windSpeedMPerS),
    windFromDeg: from - 360 * Math.floor(from / 360),
    windHeightM: mix(a.windHeightM, b.windHeightM),
    temperatureK: mix(a.temperatureK, b.temperatureK),
    roughnessM: a.roughnessM,
    inverseObukhovPerM: mix(a.inverseObukhovPerM, b.inverseObukhovPerM),
    stability: share < 0.5 ? a.stability : b.stability,
    ...both('sigmaThetaDeg'),
    ...both('mixingHeightM'),
    ...both('temperatureHeightM'),
    ...both('pressurePa'),
    ...both('relativeHumidity'),
    ...both('rainMmPerH'),
  };
}
