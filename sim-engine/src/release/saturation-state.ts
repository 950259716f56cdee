import type { Chemical } from '../chemicals/chemical.ts';
import { liquidDensity, vaporisationHeat, vapourPressurePa } from '../chemicals/properties.ts';
import { gasDensity } from './real-gas.ts';

/** A liquid and its vapour at one temperature. */
export interface SaturationState {
  readonly temperatureK: number;
  readonly pressurePa: number;
  readonly liquidKgPerM3: number;
  readonly vapourKgPerM3: number;
  readonly latentJPerKg: number;
}

/** The saturated state of a temperature below the critical. */
export function saturationState(chemical: Chemical, temperatureK: number): SaturationState {
  const pressurePa = vapourPressurePa(chemical, temperatureK);
  const liquidKgPerM3 = liquidDensity(chemical, temperatureK);
  return {
    temperatureK,
    pressurePa,
    liquidKgPerM3,
    // A vapour never is as dense as its liquid: the equations of state part ways near the critical point.
    vapourKgPerM3: Math.min(0.7 * liquidKgPerM3, gasDensity(chemical, pressurePa, temperatureK)),
    latentJPerKg: vaporisationHeat(chemical, temperatureK),
  };
}

/** Mass of liquid among `massKg` in a volume; never negative. */
export function liquidMass(state: SaturationState, massKg: number, volumeM3: number): number {
  const { liquidKgPerM3: liquid, vapourKgPerM3: vapour } = state;
  return Math.min(massKg, Math.max(0, (massKg - vapour * volumeM3) / (1 - vapour / liquid)));
}
