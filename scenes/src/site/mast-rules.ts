import type { SceneFault } from '../errors.ts';
import type { Quantity } from './point.ts';
import type { Site, WeatherMast } from './site.ts';

/** What each point of a mast must measure, and the unit the models read it in. */
const measures = {
  windSpeed: ['wind-speed', 'm/s'],
  windDirection: ['wind-direction', '°'],
  windDirectionDeviation: ['wind-direction-deviation', '°'],
  airTemperature: ['air-temperature', '°C'],
  solarRadiation: ['solar-radiation', 'W/m²'],
  humidity: ['humidity', '%RH'],
  airPressure: ['air-pressure', 'hPa'],
  rain: ['rain', 'mm'],
} as const satisfies Partial<Record<keyof WeatherMast, readonly [Quantity, string]>>;

/** A mast refers to an element and to points of its own site that measure what it says they do. */
export function mastFaults(site: Site): SceneFault[] {
  const { mast } = site;
  if (mast === undefined) return [];
  const faults: SceneFault[] = [];
  if (!site.elements.some(({ id }) => id === mast.element)) {
    const what = `stands on ${mast.element}, which is not on the site: correct it or add that element`;
    faults.push({ code: 'UPW_SCENE_UNKNOWN_ELEMENT', where: 'mast/element', what });
  }
  const check = (use: string, id: string, [quantity, unit]: readonly [Quantity, string]): void => {
    const point = site.points.find((candidate) => candidate.id === id);
    if (point === undefined) {
      const what = `refers to point ${id}, which is not on the site: correct it or add that point`;
      faults.push({ code: 'UPW_SCENE_UNKNOWN_POINT', where: `mast/${use}`, what });
    } else if (point.quantity !== quantity || point.unit !== unit) {
      const what = `${id} measures ${point.quantity} in ${point.unit}: choose a point that measures ${quantity} in ${unit}`;
      faults.push({ code: 'UPW_SCENE_MAST', where: `mast/${use}`, what });
    }
  };
  for (const use of Object.keys(measures) as (keyof typeof measures)[]) {
    const id = mast[use];
    if (id !== undefined) check(use, id, measures[use]);
  }
  const pair = mast.airTemperatures;
  if (pair !== undefined) {
    check('airTemperatures/lower', pair.lower, measures.airTemperature);
    check('airTemperatures/upper', pair.upper, measures.airTemperature);
    if (!(pair.upperM > pair.lowerM)) {
      const what = `has its upper thermometer at ${pair.upperM} m, not above the lower at ${pair.lowerM} m: correct the heights`;
      faults.push({ code: 'UPW_SCENE_MAST', where: 'mast/airTemperatures', what });
    }
  }
  return faults;
}
