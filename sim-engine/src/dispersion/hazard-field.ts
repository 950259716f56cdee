import type { Chemical } from '../chemicals/chemical.ts';
import type { HazardVolume } from './volume.ts';

/** A horizontal grid in local metres: cell (i, j) has its centre at (x0M + i·cellM, y0M + j·cellM). */
export interface FieldGrid {
  readonly x0M: number;
  readonly y0M: number;
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
}

/** Who made a field, on what assumptions, and where it should not be believed. Texts in both languages. */
export interface ModelStatement {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly assumptions: readonly { readonly zh: string; readonly en: string }[];
  readonly weaknesses: readonly { readonly zh: string; readonly en: string }[];
  /** How far to believe a concentration: within this factor either way, where. The scores behind it: docs/methods. */
  readonly band?: { readonly factor: number; readonly where: { readonly zh: string; readonly en: string } };
}

/**
 * The hazard field (危害场) of one chemical over space and time.
 *
 * `concentration[k·nx·ny + j·nx + i]` is kg/m³ at `heightM` above ground, at `timesS[k]`, in cell (i, j);
 * `toxicLoad` has the same layout and holds ∫Cⁿdt of a person who stands there from second zero, C in mg/m³, t in min
 * (ten Berge, Zwart & Appelman 1986). `averagingTimeS` is the averaging time the concentration stands for.
 */
export interface HazardField {
  readonly chemical: string;
  /** The substance itself, so that a site's own chemical is read as it was computed; absent: that of the id. */
  readonly substance?: Chemical;
  readonly grid: FieldGrid;
  readonly heightM: number;
  readonly averagingTimeS: number;
  readonly timesS: Float64Array<ArrayBuffer>;
  readonly concentration: Float32Array<ArrayBuffer>;
  readonly toxicLoad: Float32Array<ArrayBuffer>;
  /** Mass that has left the vessel by each time, kg. */
  readonly releasedKg: Float64Array<ArrayBuffer>;
  /** Release rate at each time, kg/s. */
  readonly rateKgPerS: Float64Array<ArrayBuffer>;
  readonly model: ModelStatement;
  /** The gas over all heights, frames at `timesS`; absent where the model knows only the ground. */
  readonly volume?: HazardVolume;
}
