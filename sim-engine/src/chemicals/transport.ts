import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import { atmospherePa, gasConstant } from '../constants.ts';
import { acentricFactor } from './acentric-factor.ts';
import type { Chemical } from './chemical.ts';
import { diffusionVolume } from './diffusion-volume.ts';

const airMolarMass = 0.028_96;
const airVolume = 19.7;

/**
 * Diffusion coefficient of the vapour in air at one atmosphere, m²/s (Fuller, Schettler & Giddings 1966, within 5 to
 * 10 %). Without a formula the molar volume at the boiling point (Tyn & Calus 1975) stands for the diffusion volume.
 */
export function diffusivityInAir(chemical: Chemical, temperatureK: number): number {
  const mass = chemical.molarMassKgPerMol.value;
  const pair = 2000 / (1 / mass + 1 / airMolarMass);
  const volume = (chemical.formula && diffusionVolume(chemical.formula)) ?? molarVolumeAtBoiling(chemical);
  const reach = pow(volume, 1 / 3) + pow(airVolume, 1 / 3);
  const bar = atmospherePa / 1e5;
  return (1.43e-7 * pow(temperatureK, 1.75)) / (bar * Math.sqrt(pair) * reach * reach);
}

/** cm³/mol; critical volume from Zc = 0.291 − 0.08 ω. */
function molarVolumeAtBoiling(chemical: Chemical): number {
  const zc = 0.291 - 0.08 * acentricFactor(chemical);
  const criticalCm3 = (1e6 * zc * gasConstant * chemical.criticalK.value) / chemical.criticalPa.value;
  return 0.285 * pow(criticalCm3, 1.048);
}

/** Viscosity of the dilute gas, Pa s (Lucas 1980, without its corrections for polar and quantum gases). */
export function gasViscosity(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const reduced = temperatureK / critical;
  const grams = 1000 * chemical.molarMassKgPerMol.value;
  const bar = chemical.criticalPa.value / 1e5;
  const inverse = 0.176 * pow(critical / (grams * grams * grams * bar * bar * bar * bar), 1 / 6);
  const shape = 0.807 * pow(reduced, 0.618) - 0.357 * exp(-0.449 * reduced) + 0.34 * exp(-4.058 * reduced) + 0.018;
  return (shape / inverse) * 1e-7;
}

/** Surface tension of the liquid against its vapour, N/m (Brock & Bird 1955; for non-polar liquids within 5 %). */
export function surfaceTension(chemical: Chemical, temperatureK: number): number {
  const critical = chemical.criticalK.value;
  const boiling = chemical.boilingK.value / critical;
  const bar = chemical.criticalPa.value / 1e5;
  const q = 0.1196 * (1 + (boiling * ln(bar / 1.01325)) / (1 - boiling)) - 0.279;
  const left = Math.max(0, 1 - temperatureK / critical);
  return 1e-3 * pow(bar, 2 / 3) * pow(critical, 1 / 3) * q * pow(left, 11 / 9);
}
