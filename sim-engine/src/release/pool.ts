import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { gasConstant, vapourPressurePa } from '../chemicals/properties.ts';

/** Depth of a free pool on concrete, m (TNO Yellow Book, table 3.2, rough ground between 5 mm and 20 mm). */
export const poolDepthM = 0.01;

/**
 * Evaporation of a pool that does not boil, kg/(m² s): E = k M pv/(R T), k = 0.0048 u10^0.78 D^−0.11 Sc^−0.67 with
 * Schmidt number 1.8 (Mackay & Matsugu 1973, Can. J. Chem. Eng. 51, 434).
 */
export function evaporationFlux(
  chemical: Chemical,
  temperatureK: number,
  windSpeedMPerS: number,
  diameterM: number,
): number {
  const transfer =
    0.0048 * pow(Math.max(0.5, windSpeedMPerS), 0.78) * pow(Math.max(0.1, diameterM), -0.11) * pow(1.8, -0.67);
  const vapour = Math.min(vapourPressurePa(chemical, temperatureK), 101_325);
  return (transfer * vapour * chemical.molarMassKgPerMol.value) / (gasConstant * temperatureK);
}
