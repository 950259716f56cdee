import { readTable } from '../table.ts';

/** One 10-minute release over short grass and what its mast said. */
export interface Trial {
  readonly run: string;
  readonly rateGPerS: number;
  readonly sourceHeightM: number;
  readonly receptorHeightM: number;
  readonly obukhovM: number;
  readonly windSpeedMPerS: number;
  readonly sigmaThetaDeg: number | undefined;
}

/** One arc of samplers of a trial. */
export interface Arc {
  readonly trial: Trial;
  readonly distanceM: number;
  /** Largest 10-minute mean, mg/m³, as printed: no evaporation-loss factor. */
  readonly maximum: number;
  /** Crosswind integral, mg/m². */
  readonly integral: number | undefined;
  readonly sigmaYM: number | undefined;
}

/** Below this an arc maximum is noise, mg/m³ (the threshold of the file's author). */
export const leastMgPerM3 = 0.1;
/** Height of the anemometer of `U_m_s` and roughness of the field, m: both in the header of the runs' file. */
export const anemometerM = 2;
export const roughnessM = 0.008;

/** Trials that carry an Obukhov length and a wind speed. */
export function readTrials(folder: string): Map<string, Trial> {
  const trials = new Map<string, Trial>();
  const columns = ['run', 'Q_g_s', 'source_height_m', 'sampler_height_m', 'L_m', 'sigma_azimuth_deg', 'U_m_s'];
  for (const row of readTable(folder, 'prairie_grass_runs.csv', columns)) {
    const obukhovM = row.number('L_m');
    const windSpeedMPerS = row.number('U_m_s');
    if (obukhovM === undefined || obukhovM === 0 || windSpeedMPerS === undefined) continue;
    trials.set(row.text('run'), {
      run: row.text('run'),
      rateGPerS: row.needed('Q_g_s'),
      sourceHeightM: row.needed('source_height_m'),
      receptorHeightM: row.needed('sampler_height_m'),
      obukhovM,
      windSpeedMPerS,
      sigmaThetaDeg: row.number('sigma_azimuth_deg'),
    });
  }
  return trials;
}

/** Arcs of these trials whose maximum is above the noise. */
export function readArcs(folder: string, trials: ReadonlyMap<string, Trial>): Arc[] {
  const columns = ['run', 'arc_m', 'arcmax_mg_m3', 'cic_mg_m2', 'sigma_y_m'];
  return readTable(folder, 'prairie_grass_arcs.csv', columns).flatMap((row) => {
    const trial = trials.get(row.text('run'));
    const maximum = row.number('arcmax_mg_m3');
    if (trial === undefined || maximum === undefined || maximum < leastMgPerM3) return [];
    const integral = row.number('cic_mg_m2');
    const sigmaYM = row.number('sigma_y_m');
    return [{ trial, distanceM: row.needed('arc_m'), maximum, integral, sigmaYM }];
  });
}
