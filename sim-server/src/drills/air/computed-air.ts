import type { ExposureFacts, ExposureLevel, Incident, RuleProfile, TrackPoint } from '@upwind/scenarios';
import type { Position } from '@upwind/scenes';
import {
  concentrationAt,
  type HazardField,
  type IncidentResult,
  insideZone,
  ppmOf,
  substanceOf,
} from '@upwind/sim-engine';
import type { MeterMessage } from '../../contract/index.ts';
import type { DrillAir, VisibleRelease } from './air.ts';
import { Dose, type DoseByLevel } from './dose.ts';

const LEVELS = ['aegl-1', 'aegl-2', 'aegl-3'] as const satisfies readonly ExposureLevel[];
/** The dose along a way is written down this often, s. */
const DOSE_EVERY_S = 1;
/** A portable instrument shows tenths of a ppm, hundredths below one. */
const shownPpm = (ppm: number): number => (ppm < 1 ? Math.round(ppm * 100) / 100 : Math.round(ppm * 10) / 10);

/** The air of a drill as the engine has computed it. */
export class ComputedAir implements DrillAir {
  readonly hash: string;
  readonly #result: IncidentResult;
  readonly #incident: Incident;
  readonly #temperatureK: number;
  readonly #alarmPpm: { readonly low: number; readonly high: number };

  constructor(result: IncidentResult, incident: Incident, profile: RuleProfile) {
    this.hash = result.hash;
    this.#result = result;
    this.#incident = incident;
    this.#temperatureK = incident.weather[0]?.temperatureK ?? 293.15;
    this.#alarmPpm = {
      low: this.#alarmAt('meter-low-ppm', 'aegl-1', profile),
      high: this.#alarmAt('meter-high-ppm', 'aegl-2', profile),
    };
  }

  meter(at: Position, timeS: number): MeterMessage {
    const [field] = this.#result.fields;
    const chemical = field?.chemical ?? this.#incident.releases[0]?.chemical ?? '';
    const ppm = shownPpm(field === undefined ? 0 : this.#ppm(field, concentrationAt(field, at[0], at[1], timeS)));
    const alarm = ppm >= this.#alarmPpm.high ? 'high' : ppm >= this.#alarmPpm.low ? 'low' : 'none';
    return { chemical, ppm, alarm };
  }

  startDose(): Dose {
    return new Dose(this.#result.fields, this.#temperatureK);
  }

  releasesAt(timeS: number): readonly VisibleRelease[] {
    return this.#incident.releases
      .filter(({ startS, stopS }) => timeS >= startS && (stopS === undefined || timeS < stopS))
      .map(({ id, chemical, at, source }) => ({
        release: id,
        chemical,
        at,
        kgPerS: source.kind === 'rate' ? source.kgPerS : this.#rateAt(chemical, timeS),
      }))
      .filter(({ kgPerS }) => kgPerS > 0);
  }

  exposureAlong(track: readonly TrackPoint[]): ExposureFacts {
    const entered: Partial<Record<ExposureLevel, number>> = {};
    const dose = this.startDose();
    const timesS: number[] = [];
    const curves: DoseByLevel[] = [];
    for (const [index, [timeS, x, y, z]] of track.entries()) {
      for (const level of LEVELS) {
        if (entered[level] === undefined && insideZone(this.#result, level, x, y, timeS)) entered[level] = timeS;
      }
      dose.breathe([x, y, z], timeS);
      const due = (timesS.at(-1) ?? Number.NEGATIVE_INFINITY) + DOSE_EVERY_S;
      if (timeS < due && index < track.length - 1) continue;
      timesS.push(timeS);
      curves.push(dose.fractions);
    }
    const fraction = Object.fromEntries(LEVELS.map((level) => [level, curves.map((by) => by[level])]));
    return { enteredS: entered, dose: { timesS, fraction: fraction as Record<ExposureLevel, number[]> } };
  }

  /** The profile's limit for instruments, else the level at which this run draws the zone; never reached where neither is. */
  #alarmAt(rule: string, level: ExposureLevel, profile: RuleProfile): number {
    const given = profile.rules.find(({ id }) => id === rule)?.value;
    if (given !== undefined) return given;
    const [field] = this.#result.fields;
    const zone = this.#result.zones.find((known) => known.level === level && known.chemical === field?.chemical);
    if (field === undefined || zone === undefined) return Number.POSITIVE_INFINITY;
    return this.#ppm(field, zone.limitKgPerM3);
  }

  #ppm(field: HazardField, kgPerM3: number): number {
    return ppmOf(substanceOf(field), kgPerM3, this.#temperatureK);
  }

  /** Rate of a vessel's release; of several vessels with the same chemical the sum, shared evenly. */
  #rateAt(chemical: string, timeS: number): number {
    const field = this.#result.fields.find((known) => known.chemical === chemical);
    if (field === undefined) return 0;
    const frame = field.timesS.findLastIndex((known) => known <= timeS);
    const sharing = this.#incident.releases.filter((release) => release.chemical === chemical).length;
    return (field.rateKgPerS[Math.max(0, frame)] ?? 0) / sharing;
  }
}
