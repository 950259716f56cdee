import type { StabilityClass } from '@upwind/scenarios';
import { ValidationRefusal } from '../refusal.ts';
import { readTable } from '../table.ts';

/** One hour of tracer from a stack beside a building. */
export interface Hour {
  readonly experiment: string;
  readonly windSpeedMPerS: number;
  readonly windFromDeg: number;
  readonly stability: StabilityClass;
  readonly stackHeightM: number;
  readonly exitSpeedMPerS: number;
  readonly exitTemperatureK: number;
}

/** The largest hourly mean on one arc, µg/m³ of a release of 1 g/s. */
export interface ArcMaximum {
  readonly hour: Hour;
  readonly distanceM: number;
  readonly maximum: number;
}

/** What the header of the file says of the place. */
export const site = {
  roughnessM: 0.01,
  building: { west: -5.8, east: 23.5, south: 3.3, north: 16.8, heightM: 11.4 },
  stackRadiusM: 0.3,
  receptorM: 1,
  /** Receptors of every arc: bearings, clockwise from north. */
  bearingsDeg: Array.from({ length: 19 }, (_, k) => (210 + 10 * k) % 360),
} as const;

/** Heights of the two stacks, m, and how their gas leaves them. */
const stacks = [
  { heightM: 9.75, exitSpeedMPerS: 11.3, exitTemperatureK: 639 },
  { heightM: 14.48, exitSpeedMPerS: 10.1, exitTemperatureK: 638 },
] as const;

const distances = [50, 100, 150, 200] as const;
const classes = 'ABCDEF';

/** All arcs with an observation. */
export function readArcMaxima(folder: string): ArcMaximum[] {
  const columns = ['experiment', 'wind_speed_m_s', 'wind_dir_deg', 'stability_class', 'stack_height_m'];
  const observed = distances.map((distance) => `obs_${distance}m_ug_m3`);
  const rows = readTable(folder, 'aga_texas_building_downwash.csv', [...columns, ...observed]);
  return rows.flatMap((row) => {
    const stability = row.text('stability_class');
    if (!classes.includes(stability) || stability.length !== 1) {
      throw new ValidationRefusal(
        `Experiment ${row.text('experiment')}: stability_class is "${stability}"; give one of A to F.`,
      );
    }
    const stackHeightM = row.needed('stack_height_m');
    const stack = stacks.reduce((best, one) =>
      Math.abs(one.heightM - stackHeightM) < Math.abs(best.heightM - stackHeightM) ? one : best,
    );
    const hour: Hour = {
      experiment: row.text('experiment'),
      windSpeedMPerS: row.needed('wind_speed_m_s'),
      windFromDeg: row.needed('wind_dir_deg'),
      stability: stability as StabilityClass,
      stackHeightM,
      exitSpeedMPerS: stack.exitSpeedMPerS,
      exitTemperatureK: stack.exitTemperatureK,
    };
    return distances.flatMap((distanceM) => {
      const maximum = row.number(`obs_${distanceM}m_ug_m3`);
      return maximum === undefined || maximum <= 0 ? [] : [{ hour, distanceM, maximum }];
    });
  });
}
