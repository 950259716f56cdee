import type { BoundaryLayer } from '../../src/weather/boundary-layer.ts';
import { boundaryLayerOf } from '../../src/weather/boundary-layer.ts';
import { karman, windCorrection, windOverFriction } from '../../src/weather/similarity.ts';
import { classOfInverseObukhov } from '../../src/weather/stability.ts';
import { ValidationRefusal } from '../refusal.ts';
import { readTable } from '../table.ts';

/** One spill on water: its source and the air it went into. */
export interface Spill {
  readonly trial: string;
  readonly rateKgPerS: number;
  readonly durationS: number;
  readonly poolRadiusM: number;
  readonly air: BoundaryLayer;
  /** Roughness as the file has it, m; `air` has the one that meets the measured wind. */
  readonly filedRoughnessM: number;
}

/** The largest concentration on one arc of sensors, volume %. */
export interface SpillArc {
  readonly spill: Spill;
  readonly distanceM: number;
  readonly observedPct: number;
}

/** Below this an arc is noise, volume %. */
export const leastPct = 0.05;
/** Series inside a vapour fence, whose geometry the data do not hold: reported, not scored. */
export const fenced = /^Falcon/;
/** Winds above this are outside the surface layer of a stable night, m. */
const highestM = 10;

/** Spills by name; the wind of a spill passes through its measured profile. */
export function readSpills(folder: string): Map<string, Spill> {
  const winds = new Map<string, { z: number; u: number }[]>();
  for (const row of readTable(folder, 'lng_dispersion_profiles.csv', ['trial', 'z_m', 'u_m_s'])) {
    const z = row.needed('z_m');
    if (z > highestM) continue;
    const list = winds.get(row.text('trial')) ?? [];
    list.push({ z, u: row.needed('u_m_s') });
    winds.set(row.text('trial'), list);
  }
  const columns = [
    'trial',
    'spill_duration_s',
    'p0_mbar',
    'T0_C',
    'RH_pct',
    'L_m',
    'ustar_m_s',
    'z0_m',
    'pool_diameter_m',
    'mean_spill_rate_kg_s',
  ];
  const spills = new Map<string, Spill>();
  for (const row of readTable(folder, 'lng_dispersion_conditions.csv', columns)) {
    const inverse = 1 / row.needed('L_m');
    const friction = row.needed('ustar_m_s');
    const filed = row.needed('z0_m');
    const roughnessM = roughnessOf(winds.get(row.text('trial')) ?? [], inverse, friction) ?? filed;
    const pressure = row.number('p0_mbar');
    const humidity = row.number('RH_pct');
    spills.set(row.text('trial'), {
      trial: row.text('trial'),
      rateKgPerS: row.needed('mean_spill_rate_kg_s'),
      durationS: row.needed('spill_duration_s'),
      poolRadiusM: 0.5 * row.needed('pool_diameter_m'),
      filedRoughnessM: filed,
      air: boundaryLayerOf({
        windSpeedMPerS: friction * windOverFriction(2, roughnessM, inverse),
        windFromDeg: 270,
        windHeightM: 2,
        temperatureK: row.needed('T0_C') + 273.15,
        roughnessM,
        inverseObukhovPerM: inverse,
        stability: classOfInverseObukhov(inverse, roughnessM),
        ...(pressure === undefined ? {} : { pressurePa: 100 * pressure }),
        ...(humidity === undefined ? {} : { relativeHumidity: humidity / 100 }),
      }),
    });
  }
  return spills;
}

/** The roughness with which the profile of these u* and L has the measured wind, on the mean over the heights. */
function roughnessOf(
  wind: readonly { readonly z: number; readonly u: number }[],
  inverseObukhov: number,
  friction: number,
): number | undefined {
  if (wind.length === 0) return undefined;
  const logs = wind.map(({ z, u }) => Math.log(z) - windCorrection(z * inverseObukhov) - (karman * u) / friction);
  return Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
}

/** Arcs above the noise. */
export function readSpillArcs(folder: string, spills: ReadonlyMap<string, Spill>): SpillArc[] {
  const columns = ['trial', 'x_m', 'arcmax_CH4_volpct'];
  const arcs = readTable(folder, 'lng_dispersion_arcmax.csv', columns).flatMap((row) => {
    const spill = spills.get(row.text('trial'));
    const observedPct = row.needed('arcmax_CH4_volpct');
    return spill === undefined || observedPct < leastPct ? [] : [{ spill, distanceM: row.needed('x_m'), observedPct }];
  });
  if (arcs.length === 0) {
    throw new ValidationRefusal(
      `${folder} holds no arc of a trial in lng_dispersion_conditions.csv with at least ${leastPct} volume %; add rows.`,
    );
  }
  return arcs;
}
