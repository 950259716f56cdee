import type { StabilityClass, WeatherSample } from '@upwind/scenarios';
import { atmospherePa } from '../constants.ts';
import type { MastReading } from './boundary-layer.ts';
import { obukhovOfRadiation, type Radiation } from './energy-balance.ts';
import { type MeasuredWind, obukhovOfDifference } from './obukhov.ts';
import { windOverFriction } from './similarity.ts';
import { classBySigmaTheta, classOfInverseObukhov, inverseObukhovOfClass } from './stability.ts';
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
export type StabilityMethod =
  | 'temperature-difference'
  | 'radiation'
  | 'cloud'
  | 'sigma-theta'
  | 'given'
  | 'clear-night'
  | 'assumed';

/** A sample with its stability. */
export interface JudgedSample {
  readonly reading: MastReading;
  readonly method: StabilityMethod;
}

/** Wind below which profiles say nothing: that of a vane that just turns, m/s. */
const slowestMPerS = 0.5;

/**
 * The Obukhov length of a sample from the best that it carries. By day the energy of the ground is known better from
 * radiation than from a temperature difference of tenths of a degree; by night the difference is degrees (EPA-454/
 * R-99-005, 6.4.4.2 prefers the same). Then cloud, σθ, a given class, and neutral air where nothing is known.
 */
export function judge(sample: WeatherSample, place: WeatherPlace): JudgedSample {
  const { roughnessM } = place;
  const elevationDeg = solarElevationDeg(place.startTime + 1000 * sample.timeS, place.latDeg, place.lonDeg);
  const wind: MeasuredWind = {
    speedMPerS: Math.max(slowestMPerS, sample.windSpeedMPerS),
    heightM: Math.max(sample.windHeightM, 6 * roughnessM),
    roughnessM,
  };
  const { method, inverseObukhovPerM, stability } = stabilityOf(sample, place, wind, elevationDeg);
  const { sigmaThetaDeg, mixingHeightM, temperatureHeightM, pressurePa, relativeHumidity, rainMmPerH } = sample;
  return {
    method,
    reading: {
      windSpeedMPerS: sample.windSpeedMPerS,
      windFromDeg: sample.windFromDeg,
      windHeightM: sample.windHeightM,
      temperatureK: sample.temperatureK,
      roughnessM,
      inverseObukhovPerM,
      stability: stability ?? classOfInverseObukhov(inverseObukhovPerM, roughnessM),
      ...(sigmaThetaDeg === undefined ? {} : { sigmaThetaDeg }),
      ...(mixingHeightM === undefined ? {} : { mixingHeightM }),
      ...(temperatureHeightM === undefined ? {} : { temperatureHeightM }),
      ...(pressurePa === undefined ? {} : { pressurePa }),
      ...(relativeHumidity === undefined ? {} : { relativeHumidity }),
      ...(rainMmPerH === undefined ? {} : { rainMmPerH }),
    },
  };
}

interface Stability {
  readonly method: StabilityMethod;
  readonly inverseObukhovPerM: number;
  /** Absent: the class whose line of Golder is nearest. */
  readonly stability?: StabilityClass;
}

function stabilityOf(sample: WeatherSample, place: WeatherPlace, wind: MeasuredWind, elevationDeg: number): Stability {
  const { temperatureK, solarWPerM2, netRadiationWPerM2, cloudOktas, temperatureDifference } = sample;
  const day = elevationDeg > 0;
  const radiation = (measured: Partial<Radiation>): number | undefined =>
    obukhovOfRadiation(
      wind,
      { elevationDeg, ...measured, ...(cloudOktas === undefined ? {} : { cloudShare: cloudOktas / 8 }) },
      temperatureK,
      sample.pressurePa ?? atmospherePa,
    );
  const measured: Partial<Radiation> = {
    ...(solarWPerM2 === undefined || !day ? {} : { solarWPerM2 }),
    ...(netRadiationWPerM2 === undefined ? {} : { netWPerM2: netRadiationWPerM2 }),
  };
  const known = Object.keys(measured).length > 0;
  const fromRadiation = known ? radiation(measured) : undefined;
  if (day && fromRadiation !== undefined) return { method: 'radiation', inverseObukhovPerM: fromRadiation };
  if (temperatureDifference !== undefined) {
    const { lowerM, upperM, upperLessLowerK } = temperatureDifference;
    return {
      method: 'temperature-difference',
      inverseObukhovPerM: obukhovOfDifference(wind, temperatureK, lowerM, upperM, upperLessLowerK),
    };
  }
  if (fromRadiation !== undefined) return { method: 'radiation', inverseObukhovPerM: fromRadiation };
  const fromCloud = cloudOktas === undefined ? undefined : radiation({});
  if (fromCloud !== undefined) return { method: 'cloud', inverseObukhovPerM: fromCloud };
  const ofClass = (stability: StabilityClass, method: StabilityMethod): Stability => ({
    method,
    stability,
    inverseObukhovPerM: inverseObukhovOfClass(stability, place.roughnessM),
  });
  if (sample.sigmaThetaDeg !== undefined) {
    const over = (heightM: number): number =>
      windOverFriction(Math.max(heightM, 6 * place.roughnessM), Math.min(1, place.roughnessM), 0);
    const speed10 = (sample.windSpeedMPerS * over(10)) / Math.max(1, over(sample.windHeightM));
    return ofClass(
      classBySigmaTheta(sample.sigmaThetaDeg, speed10, place.roughnessM, sample.windHeightM, day),
      'sigma-theta',
    );
  }
  if (sample.stability !== undefined) return ofClass(sample.stability, 'given');
  // A sensor of sunshine that stands in the dark tells nothing of cloud: a clear night is the worst for a leak.
  const fromNight = solarWPerM2 === undefined || day ? undefined : radiation({ cloudShare: 0 });
  if (fromNight !== undefined) return { method: 'clear-night', inverseObukhovPerM: fromNight };
  return ofClass('D', 'assumed');
}
