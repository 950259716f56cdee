import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Row, readTable } from '../table.ts';
import { type Arc, leastMgPerM3, type Trial } from './trials.ts';

/** One sampler, its angle from the centre of mass of its arc. */
export interface Sampler {
  readonly trial: Trial;
  readonly distanceM: number;
  readonly angleDeg: number;
  readonly heightM: number;
  readonly concentration: number;
}

/** Where the towers stand. */
const towerArcM = 100;
const towerFile = 'prairie_grass_towers_100m.csv';

/** Samplers above the noise on these arcs, placed by the centre of mass of their arc. */
export function samplersOf(folder: string, arcs: readonly Arc[]): Sampler[] {
  const byArc = samplersByArc(folder, 'rotated_angle_deg');
  return arcs.flatMap(({ trial, distanceM }) => {
    const list = byArc.get(`${trial.run}/${distanceM}`) ?? [];
    const centre = centreOf(list);
    if (centre === undefined) return [];
    return list
      .filter(({ concentration }) => concentration >= leastMgPerM3)
      .map(({ angle, concentration }) => ({
        trial,
        distanceM,
        angleDeg: angle - centre,
        heightM: trial.receptorHeightM,
        concentration,
      }));
  });
}

/** Samplers of the towers above the noise, placed by the centre of mass of the arc they stand on; none without their file. */
export function towersOf(folder: string, arcs: readonly Arc[]): Sampler[] {
  if (!existsSync(join(folder, towerFile))) return [];
  const byArc = samplersByArc(folder, 'azimuth_deg');
  const centres = new Map<string, { trial: Trial; centre: number }>();
  for (const { trial, distanceM } of arcs) {
    const centre = distanceM === towerArcM ? centreOf(byArc.get(`${trial.run}/${distanceM}`) ?? []) : undefined;
    if (centre !== undefined) centres.set(trial.run, { trial, centre });
  }
  return readTable(folder, towerFile, ['run', 'post_azimuth_deg', 'height_m', 'conc_mg_m3']).flatMap((row: Row) => {
    const of = centres.get(row.text('run'));
    const concentration = row.number('conc_mg_m3');
    if (of === undefined || concentration === undefined || concentration < leastMgPerM3) return [];
    const turn = row.needed('post_azimuth_deg') - of.centre;
    const angleDeg = turn - 360 * Math.round(turn / 360);
    return [{ trial: of.trial, distanceM: towerArcM, angleDeg, heightM: row.needed('height_m'), concentration }];
  });
}

interface Reading {
  readonly angle: number;
  readonly concentration: number;
}

function samplersByArc(folder: string, angleColumn: string): Map<string, Reading[]> {
  const byArc = new Map<string, Reading[]>();
  for (const row of readTable(folder, 'prairie_grass_samplers.csv', ['run', 'arc_m', angleColumn, 'conc_mg_m3'])) {
    const concentration = row.number('conc_mg_m3');
    const angle = row.number(angleColumn);
    if (concentration === undefined || angle === undefined) continue;
    const key = `${row.text('run')}/${row.needed('arc_m')}`;
    byArc.set(key, [...(byArc.get(key) ?? []), { angle, concentration }]);
  }
  return byArc;
}

/** Centre of mass of an arc, degrees, whichever way round its angles are counted. */
function centreOf(list: readonly Reading[]): number | undefined {
  const [first] = list;
  if (first === undefined) return undefined;
  let [total, moment] = [0, 0];
  for (const { angle, concentration } of list) {
    const turn = angle - first.angle;
    total += concentration;
    moment += (turn - 360 * Math.round(turn / 360)) * concentration;
  }
  return total > 0 ? first.angle + moment / total : undefined;
}
