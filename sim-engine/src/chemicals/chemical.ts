import type { Text } from '@upwind/scenes';

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
  readonly standIn?: Text;
  /** Exponent n of the toxic load ∫Cⁿdt (ten Berge, Zwart & Appelman 1986). */
  readonly exponent: Sourced;
}

/** One substance of the engine's table: what it is, how it flows out, what it does. SI units, limits in their own. */
export interface Chemical {
  readonly id: string;
  readonly cas: string;
  readonly name: Text;
  /** kg/mol. */
  readonly molarMassKgPerMol: Sourced;
  /** Normal boiling point, K. */
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
  /** Lower and upper flammable limits, volume %. */
  readonly flammable?: { readonly lowerPct: Sourced; readonly upperPct: Sourced };
  readonly toxic?: ToxicLimits;
  /** Immediately dangerous to life or health, ppm. */
  readonly idlhPpm?: Sourced;
}
