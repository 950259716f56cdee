import { pow } from '../arithmetic/power.ts';
import { atmospherePa, gasConstant } from '../chemicals/properties.ts';

/** The air round a release at one time. */
export interface SurroundingAir {
  /** At 10 m. */
  readonly windSpeedMPerS: number;
  readonly temperatureK: number;
  /** Absent: the standard atmosphere's. */
  readonly pressurePa?: number;
  /** Absent: none, a pool gets no sun. */
  readonly solarWPerM2?: number;
}

/** The air over the time of an incident. */
export type DischargeAir = (timeS: number) => SurroundingAir;

/** Molar mass of dry air, kg/mol, and its heat capacity, J/(kg K). */
export const airMolarMass = 0.028964;
export const airHeat = 1005;

/** Density of dry air, kg/m³. */
export function airDensity(temperatureK: number, pressurePa = atmospherePa): number {
  return (pressurePa * airMolarMass) / (gasConstant * temperatureK);
}

/** Viscosity of air, Pa s (Sutherland 1893). */
export function airViscosity(temperatureK: number): number {
  return (1.458e-6 * pow(temperatureK, 1.5)) / (temperatureK + 110.4);
}
