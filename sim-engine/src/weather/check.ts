import type { WeatherSample } from '@upwind/scenarios';
import { EngineError } from '../errors.ts';

type NumberField = {
  [K in keyof WeatherSample]-?: NonNullable<WeatherSample[K]> extends number ? K : never;
}[keyof WeatherSample];

const needed: readonly NumberField[] = ['timeS', 'windSpeedMPerS', 'windFromDeg', 'windHeightM', 'temperatureK'];
const optional: readonly NumberField[] = [
  'temperatureHeightM',
  'sigmaThetaDeg',
  'solarWPerM2',
  'netRadiationWPerM2',
  'cloudOktas',
  'mixingHeightM',
  'pressurePa',
  'relativeHumidity',
  'rainMmPerH',
];
/** Fields that a negative number makes senseless, and those that zero does, too. */
const notNegative: readonly NumberField[] = [
  'windSpeedMPerS',
  'sigmaThetaDeg',
  'solarWPerM2',
  'cloudOktas',
  'relativeHumidity',
  'rainMmPerH',
];
const positive: readonly NumberField[] = [
  'windHeightM',
  'temperatureK',
  'temperatureHeightM',
  'mixingHeightM',
  'pressurePa',
];

/** Refuses weather that no air can have, naming sample and field; a wind from nowhere among them. */
export function checkWeather(samples: readonly WeatherSample[]): void {
  if (samples.length === 0) {
    throw new EngineError('UPW_ENGINE_WEATHER_INVALID', 'The weather has no sample; give at least one.');
  }
  samples.forEach((sample, k) => {
    const refuse = (field: string, is: unknown, wanted: string): never => {
      throw new EngineError(
        'UPW_ENGINE_WEATHER_INVALID',
        `Weather sample ${k} (second ${sample.timeS}): ${field} is ${String(is)}; give ${wanted}.`,
      );
    };
    for (const field of needed) if (!Number.isFinite(sample[field])) refuse(field, sample[field], 'a number');
    for (const field of optional) {
      if (sample[field] !== undefined && !Number.isFinite(sample[field])) {
        refuse(field, sample[field], 'a number or leave it out');
      }
    }
    for (const field of notNegative) if ((sample[field] ?? 0) < 0) refuse(field, sample[field], 'a number from 0 up');
    for (const field of positive) if (!((sample[field] ?? 1) > 0)) refuse(field, sample[field], 'a number above 0');
    const difference = sample.temperatureDifference;
    if (difference === undefined) return;
    const { lowerM, upperM, upperLessLowerK } = difference;
    if (!(lowerM > 0) || !(upperM > lowerM)) {
      refuse(
        'temperatureDifference',
        `between ${lowerM} and ${upperM} m`,
        'a lower height above 0 and a greater upper one',
      );
    }
    if (!Number.isFinite(upperLessLowerK)) refuse('temperatureDifference.upperLessLowerK', upperLessLowerK, 'a number');
  });
}
