import type { Text } from '@upwind/scenes';
import type { Formula } from './formula.ts';

/** A number with the place it was read. */
export interface Sourced {
  readonly value: number;
  readonly source: string;
}

/** Exposure times of the US EPA's AEGL values, minutes. */
export const aeglMinutes = [10, 30, 60, 240, 480] as const;

/** AEGL values in ppm at `aeglMinutes`; `undefined` where none is recommended. */
export type AeglSeries = readonly (number | undefined)[];

/** Acute Exposure Guideline Levels, or the house's stand-in where EPA has set none (then `standIn` says what it is). */
export interface ToxicLimits {
  readonly aegl1?: AeglSeries;
  readonly aegl2: AeglSeries;
  readonly aegl3: AeglSeries;
  readonly source: string;
  /** What the levels are called where they are not AEGL, e.g. PAC. */
  readonly name?: string;
  readonly standIn?: Text;
  /** Exponent n of the toxic load ∫Cⁿdt (ten Berge, Zwart & Appelman 1986). */
  readonly exponent: Sourced;
  /** The exponent that carries a level to exposures longer than its own; `exponent` where absent. */
  readonly longerExponent?: Sourced;
}

/** Three levels of 60 minutes, ppm, as ERPG and PAC are set. */
export interface SixtyMinuteLevels {
  readonly level1?: number;
  readonly level2?: number;
  readonly level3?: number;
  readonly source: string;
}

/** Constants of Pr = a + b ln(Cⁿt), t in minutes and C in `unit`; Pr = 5 is a fatality of 50 %. */
export interface ProbitConstants {
  readonly a: number;
  readonly b: number;
  readonly n: number;
  readonly unit: 'ppm' | 'mg/m³';
  readonly source: string;
}

/** Saturation pressure ln(p/Pa) = c₁ + c₂/T + c₃ ln T + c₄ T^c₅, between two temperatures (DIPPR equation 101). */
export interface VapourPressureCurve {
  readonly c: readonly [number, number, number, number, number];
  readonly lowK: number;
  readonly highK: number;
  readonly source: string;
}

/** One substance of the engine's table: what it is, how it flows out, what it does. SI units, limits in their own. */
export interface Chemical {
  readonly id: string;
  readonly cas?: string;
  readonly formula?: Formula;
  readonly name: Text;
  /** kg/mol. */
  readonly molarMassKgPerMol: Sourced;
  /** Normal boiling point, K; of carbon dioxide and sulphur hexafluoride the sublimation point, of acetylene nearly. */
  readonly boilingK: Sourced;
  readonly criticalK: Sourced;
  readonly criticalPa: Sourced;
  /** Heat of vaporisation at the boiling point, J/kg. */
  readonly vaporisationJPerKg: Sourced;
  /** Heat capacity of the gas at 298 K, J/(kg K). */
  readonly gasHeatJPerKgK: Sourced;
  /** Heat capacity of the liquid, J/(kg K). */
  readonly liquidHeatJPerKgK?: Sourced;
  /** Density of the saturated liquid at the boiling point or at 20 °C, whichever is lower, kg/m³. */
  readonly liquidKgPerM3: Sourced;
  /** Fitted saturation pressure; without it the engine estimates it from boiling and critical point. */
  readonly vapourPressure?: VapourPressureCurve;
  /** Lower and upper flammable limits, volume %. */
  readonly flammable?: { readonly lowerPct: Sourced; readonly upperPct: Sourced };
  readonly toxic?: ToxicLimits;
  /** Immediately dangerous to life or health, ppm, for an escape within 30 minutes. */
  readonly idlhPpm?: Sourced;
  /** Emergency Response Planning Guidelines (AIHA). */
  readonly erpg?: SixtyMinuteLevels;
  /** Protective Action Criteria (US DOE). */
  readonly pac?: SixtyMinuteLevels;
  /** Fatality by toxic load; the first is the one the engine uses. */
  readonly probits?: readonly ProbitConstants[];
}
