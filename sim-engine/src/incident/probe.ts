import type { HazardField } from '../dispersion/hazard-field.ts';
import { volumeAt } from '../dispersion/volume-reading.ts';
import { atOwnHeight } from '../exposure/field-layers.ts';
import { loadRate } from '../exposure/toxic-load.ts';
import { concentrationAt, exponentOf } from './readings.ts';
import type { IncidentResult } from './run.ts';

/** What a meter at one place would have shown of one chemical, at the times of its field. */
export interface ProbeCurve {
  readonly chemical: string;
  readonly at: readonly [number, number, number];
  readonly timesS: Float64Array<ArrayBuffer>;
  readonly kgPerM3: Float64Array<ArrayBuffer>;
  /** The same inside the building that stands there, where its air change is known. */
  readonly indoorKgPerM3?: Float64Array<ArrayBuffer>;
  /** Toxic load since second zero, (mg/m³)ⁿ min, by trapezia. */
  readonly toxicLoad: Float64Array<ArrayBuffer>;
  /** Where the height was read: from the layer at head height, or from the volume. */
  readonly from: 'head-height' | 'volume';
}

/** Concentration and load over time at a place, `heightM` above ground, one curve a chemical. */
export function probeCurves(result: IncidentResult, at: readonly [number, number, number]): ProbeCurve[] {
  return result.fields.map((field) => probeOf(field, at));
}

function probeOf(field: HazardField, at: readonly [number, number, number]): ProbeCurve {
  const [x, y, heightM] = at;
  const { timesS, volume } = field;
  const high = volume !== undefined && !atOwnHeight(field, heightM);
  const exponent = exponentOf(field);
  const kgPerM3 = new Float64Array(timesS.length);
  const toxicLoad = new Float64Array(timesS.length);
  for (let k = 0; k < timesS.length; k += 1) {
    kgPerM3[k] = high ? volumeAt(volume, k, x, y, heightM) : concentrationAt(field, x, y, timesS[k] as number);
    if (k === 0) continue;
    const minutes = ((timesS[k] as number) - (timesS[k - 1] as number)) / 60;
    const rate = loadRate(kgPerM3[k - 1] as number, exponent) + loadRate(kgPerM3[k] as number, exponent);
    toxicLoad[k] = (toxicLoad[k - 1] as number) + 0.5 * minutes * rate;
  }
  return { chemical: field.chemical, at, timesS, kgPerM3, toxicLoad, from: high ? 'volume' : 'head-height' };
}
