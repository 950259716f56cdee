import { pow } from '../arithmetic/power.ts';
import type { Chemical } from '../chemicals/chemical.ts';
import { atmospherePa, liquidDensity, saturationK, vaporisationHeat } from '../chemicals/properties.ts';
import { gravity } from '../constants.ts';
import { liquidHeat } from './liquid-heat.ts';
import { gasDensity } from './real-gas.ts';

/** Discharge coefficient of a sharp-edged hole: liquid, and gas at the choke (CCPS 1999; TNO Yellow Book 2.5). */
export const liquidDischarge = 0.62;
export const gasDischarge = 0.85;

/** Length in which a flashing liquid reaches equilibrium, m (Fauske 1985). */
const equilibriumLengthM = 0.1;

/** Area of a round hole, m². */
export function holeArea(diameterM: number): number {
  return (Math.PI * diameterM * diameterM) / 4;
}

/** Ratio of outer to inner pressure below which the flow of an ideal gas is choked: (2/(γ+1))^(γ/(γ−1)). */
export function criticalRatio(gamma: number): number {
  return pow(2 / (gamma + 1), gamma / (gamma - 1));
}

/**
 * Mass flux of an ideal gas through a hole into the open, kg/(m² s), choked or not (Bird, Stewart & Lightfoot; CCPS
 * 1999, eqs 2-17 and 2-18). 0 where the vessel is at or below the outer pressure.
 */
export function gasFlux(
  pressurePa: number,
  densityKgPerM3: number,
  gamma: number,
  discharge: number,
  outsidePa = atmospherePa,
): number {
  if (pressurePa <= outsidePa) return 0;
  const ratio = Math.max(outsidePa / pressurePa, criticalRatio(gamma));
  const expansion = pow(ratio, 2 / gamma) - pow(ratio, (gamma + 1) / gamma);
  return discharge * Math.sqrt(((2 * gamma) / (gamma - 1)) * pressurePa * densityKgPerM3 * expansion);
}

/** Mass flux of a liquid, kg/(m² s), under its overpressure and the head above the hole (Bernoulli). */
export function liquidFlux(overpressurePa: number, headM: number, densityKgPerM3: number, discharge: number): number {
  const drive = overpressurePa + densityKgPerM3 * gravity * Math.max(0, headM);
  return discharge * Math.sqrt(2 * densityKgPerM3 * Math.max(0, drive));
}

/**
 * Mass flux of a saturated liquid that may flash on its way through `lengthM` of nozzle or pipe, kg/(m² s):
 * G = hfg/(vfg √(N T cp)), N = hfg²/(2 Δp ρ C² vfg² T cp) + min(L/0.1 m, 1) (Fauske & Epstein 1988; CCPS 1999, 2.1.4).
 * Without length it is the liquid's own flow; from 0.1 m on, homogeneous equilibrium.
 */
export function flashingFlux(
  chemical: Chemical,
  pressurePa: number,
  temperatureK: number,
  lengthM: number,
  discharge: number,
  outsidePa = atmospherePa,
): number {
  const drop = pressurePa - outsidePa;
  if (drop <= 0) return 0;
  const density = liquidDensity(chemical, temperatureK);
  const heat = vaporisationHeat(chemical, temperatureK);
  // Near the critical point vapour and liquid become one: the swell is then small, never negative.
  const swell = Math.max(0.05 / density, 1 / gasDensity(chemical, pressurePa, temperatureK) - 1 / density);
  const warmth = temperatureK * liquidHeat(chemical);
  const frozen = (heat * heat) / (2 * drop * density * discharge * discharge * swell * swell * warmth);
  const number = frozen + Math.min(1, lengthM / equilibriumLengthM);
  return heat / (swell * Math.sqrt(number * warmth));
}

/** Share of a superheated liquid that flashes to vapour at a pressure, by its heat alone, 0…1. */
export function flashedShare(chemical: Chemical, temperatureK: number, outsidePa = atmospherePa): number {
  const boiling = saturationK(chemical, outsidePa);
  return Math.min(
    1,
    Math.max(0, (liquidHeat(chemical) * (temperatureK - boiling)) / vaporisationHeat(chemical, boiling)),
  );
}
