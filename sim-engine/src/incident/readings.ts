import type { Chemical } from '../chemicals/chemical.ts';
import { chemicalOf } from '../chemicals/table.ts';
import { atmospherePa, gasConstant } from '../constants.ts';
import { frameBefore } from '../dispersion/frame-before.ts';
import type { HazardField } from '../dispersion/hazard-field.ts';
import { type AeglLevel, toxicLoadOf } from '../exposure/limits.ts';
import { substanceOf } from '../exposure/substance.ts';
import type { ThreatLevel, ThreatZone } from '../exposure/threat-zone.ts';
import { loadRate } from '../exposure/toxic-load.ts';
import type { IncidentResult } from './run.ts';

/** A walked way: [x, y, seconds from the incident's start], in time order. */
export type TimedPath = readonly (readonly [number, number, number])[];

/** Share of each AEGL's toxic load; 1 where the level is reached; absent where the level has no value. */
export interface DoseFractions {
  readonly aegl1?: number;
  readonly aegl2?: number;
  readonly aegl3?: number;
}

/**
 * Concentration at a place and time, kg/m³ at the field's height: linear between the cells' middles and between
 * frames; 0 outside the grid; held before the first and after the last frame.
 */
export function concentrationAt(field: HazardField, x: number, y: number, timeS: number): number {
  const { timesS } = field;
  const last = timesS.length - 1;
  const frame = frameBefore(timesS, timeS);
  const here = sampleLayer(field, field.concentration, frame, x, y);
  if (frame >= last) return here;
  const from = timesS[frame] as number;
  const share = (timeS - from) / ((timesS[frame + 1] as number) - from);
  if (share <= 0) return here;
  return here + (sampleLayer(field, field.concentration, frame + 1, x, y) - here) * share;
}

/** Toxic load of a person who has stood there since second zero, (mg/m³)ⁿ min. */
export function toxicLoadAt(field: HazardField, x: number, y: number, timeS: number): number {
  const { timesS } = field;
  const frame = frameBefore(timesS, timeS);
  const here = sampleLayer(field, field.toxicLoad, frame, x, y);
  if (frame >= timesS.length - 1) return here;
  const from = timesS[frame] as number;
  const share = Math.max(0, (timeS - from) / ((timesS[frame + 1] as number) - from));
  return here + (sampleLayer(field, field.toxicLoad, frame + 1, x, y) - here) * share;
}

/** Toxic load taken in along a way, (mg/m³)ⁿ min, by trapezia of at most a second or half a cell. */
export function loadAlong(field: HazardField, path: TimedPath): number {
  const exponent = exponentOf(field);
  let load = 0;
  for (let k = 1; k < path.length; k += 1) {
    const [ax, ay, at] = path[k - 1] as readonly [number, number, number];
    const [bx, by, bt] = path[k] as readonly [number, number, number];
    const stretch = Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / (0.5 * field.grid.cellM);
    const pieces = Math.max(1, Math.min(600, Math.ceil(Math.max(bt - at, stretch))));
    let before = loadRate(concentrationAt(field, ax, ay, at), exponent);
    for (let n = 1; n <= pieces; n += 1) {
      const s = n / pieces;
      const now = loadRate(
        concentrationAt(field, ax + s * (bx - ax), ay + s * (by - ay), at + s * (bt - at)),
        exponent,
      );
      load += (0.5 * (before + now) * (bt - at)) / pieces / 60;
      before = now;
    }
  }
  return load;
}

/** What share of each AEGL a person takes in on a way: its toxic load over the level's (see `aeglLoad`). */
export function doseAlong(field: HazardField, path: TimedPath, temperatureK = 293.15): DoseFractions {
  return fractionsOf(field, loadAlong(field, path), temperatureK);
}

/** Toxic load as shares of the AEGLs, for people exposed up to the length of the field. */
export function fractionsOf(field: HazardField, load: number, temperatureK = 293.15): DoseFractions {
  const chemical = substanceOf(field);
  const minutes = (field.timesS[field.timesS.length - 1] as number) / 60;
  const share = (level: AeglLevel): number | undefined => {
    const limit = toxicLoadOf(chemical, level, minutes, temperatureK);
    return limit === undefined ? undefined : load / limit;
  };
  const [aegl1, aegl2, aegl3] = [share('aegl-1'), share('aegl-2'), share('aegl-3')];
  return {
    ...(aegl1 === undefined ? {} : { aegl1 }),
    ...(aegl2 === undefined ? {} : { aegl2 }),
    ...(aegl3 === undefined ? {} : { aegl3 }),
  };
}

/** The zones in force at a time: those of the last frame at or before it. */
export function zonesAt(result: IncidentResult, timeS: number): ThreatZone[] {
  const frames = new Map<string, number>();
  for (const { chemical, timesS } of result.fields) frames.set(chemical, timesS[frameBefore(timesS, timeS)] as number);
  return result.zones.filter((zone) => frames.get(zone.chemical) === zone.timeS);
}

/** Whether a place is inside a threat zone of this level (of any chemical) at a time: its concentration is at the limit or above. */
export function insideZone(result: IncidentResult, level: ThreatLevel, x: number, y: number, timeS: number): boolean {
  return result.zones.some(
    (zone, k) =>
      zone.level === level &&
      result.zones.findIndex((other) => other.level === level && other.chemical === zone.chemical) === k &&
      result.fields.some(
        (field) => field.chemical === zone.chemical && concentrationAt(field, x, y, timeS) >= zone.limitKgPerM3,
      ),
  );
}

/** kg/m³ of a chemical (or the id of one in the table) as ppm, as a gas meter shows it. */
export function ppmOf(chemical: Chemical | string, concentrationKgPerM3: number, temperatureK = 293.15): number {
  const { molarMassKgPerMol } = typeof chemical === 'string' ? chemicalOf(chemical, 'the meter') : chemical;
  return (concentrationKgPerM3 * gasConstant * temperatureK) / (atmospherePa * molarMassKgPerMol.value) / 1e-6;
}

/** Exponent n of the toxic load of a field's chemical. */
export function exponentOf(field: HazardField): number {
  return substanceOf(field).toxic?.exponent.value ?? 1;
}

function sampleLayer(
  { grid }: HazardField,
  values: Float32Array<ArrayBuffer>,
  frame: number,
  x: number,
  y: number,
): number {
  const i = (x - grid.x0M) / grid.cellM;
  const j = (y - grid.y0M) / grid.cellM;
  if (!(i > -1) || !(j > -1) || !(i < grid.nx) || !(j < grid.ny)) return 0;
  const i0 = Math.floor(i);
  const j0 = Math.floor(j);
  const fx = i - i0;
  const fy = j - j0;
  const offset = frame * grid.nx * grid.ny;
  const cell = (ci: number, cj: number): number =>
    ci < 0 || cj < 0 || ci >= grid.nx || cj >= grid.ny ? 0 : (values[offset + cj * grid.nx + ci] as number);
  const south = cell(i0, j0) * (1 - fx) + cell(i0 + 1, j0) * fx;
  const north = cell(i0, j0 + 1) * (1 - fx) + cell(i0 + 1, j0 + 1) * fx;
  return south * (1 - fy) + north * fy;
}
