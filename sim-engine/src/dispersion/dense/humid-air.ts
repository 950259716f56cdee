import { exp } from '../../arithmetic/exponential.ts';
import { gasConstant } from '../../chemicals/properties.ts';

/** Molar masses, kg/mol (CODATA; dry air of the US Standard Atmosphere 1976). */
export const dryAirKgPerMol = 0.0289644;
export const waterKgPerMol = 0.0180153;
/** Heat capacities, J/(kg K): dry air, water vapour, liquid water (Rogers & Yau 1989, table 2.1). */
export const dryAirHeat = 1005;
export const vapourHeat = 1870;
export const waterHeat = 4187;
/** Latent heat of fusion, J/kg (Rogers & Yau 1989). */
export const fusionJPerKg = 3.34e5;

/** The air that a cloud mixes with: state at the height of the cloud. */
export interface AmbientAir {
  readonly temperatureK: number;
  readonly pressurePa: number;
  /** Water vapour in a kilogram of humid air, kg. */
  readonly humidity: number;
  readonly densityKgPerM3: number;
  /** Heat capacity of the humid air, J/(kg K). */
  readonly heatJPerKgK: number;
}

/** Saturation pressure over water, Pa (Bolton 1980, Mon. Weather Rev. 108, 1046); held below −60 °C. */
export function waterPressurePa(temperatureK: number): number {
  const celsius = Math.max(-60, temperatureK - 273.15);
  return 611.2 * exp((17.67 * celsius) / (celsius + 243.5));
}

/** Heat of condensation of water, J/kg (Rogers & Yau 1989, table 2.1, linear). */
export function condensationJPerKg(temperatureK: number): number {
  return 2.501e6 - 2361 * (temperatureK - 273.15);
}

/** Humid air of a temperature, a pressure and a relative humidity (0…1). */
export function ambientAir(temperatureK: number, pressurePa: number, relativeHumidity: number): AmbientAir {
  const vapourPa = Math.min(0.2 * pressurePa, Math.max(0, relativeHumidity) * waterPressurePa(temperatureK));
  const share = vapourPa / pressurePa;
  const molarMass = share * waterKgPerMol + (1 - share) * dryAirKgPerMol;
  const humidity = (share * waterKgPerMol) / molarMass;
  return {
    temperatureK,
    pressurePa,
    humidity,
    densityKgPerM3: (pressurePa * molarMass) / (gasConstant * temperatureK),
    heatJPerKgK: humidity * vapourHeat + (1 - humidity) * dryAirHeat,
  };
}
