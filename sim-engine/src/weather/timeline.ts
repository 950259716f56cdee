import type { StabilityClass, WeatherSample } from '@upwind/scenarios';
import { type BoundaryLayer, boundaryLayerOf, calmMPerS, type MastReading } from './boundary-layer.ts';
import { windOverFriction } from './similarity.ts';
import {
  classByCloud,
  classByRadiation,
  classBySigmaTheta,
  classOfClearNight,
  inverseObukhovOfClass,
} from './stability.ts';
import { solarElevationDeg } from './sun.ts';

/** Where and when the weather is. */
export interface WeatherPlace {
  readonly roughnessM: number;
  readonly latDeg: number;
  readonly lonDeg: number;
  /** UTC milliseconds of second zero. */
  readonly startTime: number;
}

/** How the stability of a sample was judged. */
export type StabilityMethod = 'sigma-theta' | 'radiation' | 'cloud' | 'given' | 'assumed';

export interface WeatherTimeline {
  /** The air at a second of the incident; held before the first and after the last sample. */
  at(timeS: number): BoundaryLayer;
  /** How each sample's stability was judged, in time order. */
  readonly methods: readonly StabilityMethod[];
  readonly classes: readonly StabilityClass[];
  /** Whether any sample is calm. */
  readonly calm: boolean;
}

/** The weather over time: samples are sorted, directions turn the short way round. */
export function weatherTimeline(samples: readonly WeatherSample[], place: WeatherPlace): WeatherTimeline {
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
  };
}

/** Class and method of one sample: σθ, else radiation, else cloud, else what was given, else neutral. */
function judge(sample: WeatherSample, place: WeatherPlace): { reading: MastReading; method: StabilityMethod } {
  const { roughnessM } = place;
  const elevation = solarElevationDeg(place.startTime + 1000 * sample.timeS, place.latDeg, place.lonDeg);
  const day = elevation > 0;
  const speed10 =
    (sample.windSpeedMPerS * windOverFriction(10, Math.min(1, roughnessM), 0)) /
    Math.max(1, windOverFriction(Math.max(sample.windHeightM, 6 * roughnessM), Math.min(1, roughnessM), 0));
  let method: StabilityMethod = 'assumed';
  let stability: StabilityClass = 'D';
  if (sample.sigmaThetaDeg !== undefined) {
    method = 'sigma-theta';
    stability = classBySigmaTheta(sample.sigmaThetaDeg, speed10, roughnessM, sample.windHeightM, day);
  } else if (sample.solarWPerM2 !== undefined && (day || sample.cloudOktas === undefined)) {
    method = 'radiation';
    stability = day ? classByRadiation(sample.solarWPerM2, speed10) : classOfClearNight(speed10);
  } else if (sample.cloudOktas !== undefined) {
    method = 'cloud';
    stability = classByCloud(sample.cloudOktas, elevation, speed10);
  } else if (sample.stability !== undefined) {
    method = 'given';
    stability = sample.stability;
  }
  const reading: MastReading = {
    windSpeedMPerS: sample.windSpeedMPerS,
    windFromDeg: sample.windFromDeg,
    windHeightM: sample.windHeightM,
    temperatureK: sample.temperatureK,
    roughnessM,
    inverseObukhovPerM: inverseObukhovOfClass(stability, roughnessM),
    stability,
    ...(sample.sigmaThetaDeg === undefined ? {} : { sigmaThetaDeg: sample.sigmaThetaDeg }),
  };
  return { reading, method };
}

function between(a: MastReading, b: MastReading, share: number): MastReading {
  const mix = (x: number, y: number): number => x + share * (y - x);
  const turn = b.windFromDeg - a.windFromDeg;
  const shortTurn = turn - 360 * Math.floor((turn + 180) / 360);
  const from = a.windFromDeg + share * shortTurn;
  const sigma = a.sigmaThetaDeg !== undefined && b.sigmaThetaDeg !== undefined;
  return {
    windSpeedMPerS: mix(a.windSpeedMPerS, b.windSpeedMPerS),
    windFromDeg: from - 360 * Math.floor(from / 360),
    windHeightM: mix(a.windHeightM, b.windHeightM),
    temperatureK: mix(a.temperatureK, b.temperatureK),
    roughnessM: a.roughnessM,
    inverseObukhovPerM: mix(a.inverseObukhovPerM, b.inverseObukhovPerM),
    stability: share < 0.5 ? a.stability : b.stability,
    ...(sigma ? { sigmaThetaDeg: mix(a.sigmaThetaDeg as number, b.sigmaThetaDeg as number) } : {}),
  };
}
