import { ln } from '../arithmetic/logarithm.ts';
import { pow } from '../arithmetic/power.ts';
import { atmospherePa } from '../constants.ts';
import type { Chemical } from './chemical.ts';

/** The three functions of Ambrose & Walton 1989 (Pure Appl. Chem. 61, 1395): ln(p/pc) = f₀ + ω f₁ + ω² f₂. */
export function ambroseWalton(reducedTemperature: number): readonly [number, number, number] {
  const t = 1 - reducedTemperature;
  const t15 = t * Math.sqrt(t);
  const t25 = t15 * t;
  const t5 = t25 * t25;
  return [
    (-5.97616 * t + 1.29874 * t15 - 0.60394 * t25 - 1.06841 * t5) / reducedTemperature,
    (-5.03365 * t + 1.11505 * t15 - 5.41217 * t25 - 7.46628 * t5) / reducedTemperature,
    (-0.64771 * t + 2.41539 * t15 - 4.26979 * t25 + 3.25259 * t5) / reducedTemperature,
  ];
}

/** Acentric factor by Edmister 1958, from boiling and critical point. */
export function edmisterFactor(chemical: Chemical): number {
  const ratio = chemical.criticalK.value / chemical.boilingK.value;
  return ((3 / 7) * ln(chemical.criticalPa.value / atmospherePa)) / Math.LN10 / (ratio - 1) - 1;
}

/** Acentric factor with which Ambrose & Walton's curve passes through the normal boiling point. */
export function acentricFactor(chemical: Chemical): number {
  const [f0, f1, f2] = ambroseWalton(chemical.boilingK.value / chemical.criticalK.value);
  const wanted = ln(atmospherePa / chemical.criticalPa.value);
  // The quadratic's root that goes over into the linear one as f₂ vanishes; f₁ is negative.
  const root = f1 * f1 - 4 * f2 * (f0 - wanted);
  return root < 0 ? (wanted - f0) / f1 : (2 * (wanted - f0)) / (f1 - Math.sqrt(root));
}

/** Z of the Rackett equation by Yamada & Gunn 1973. */
export function rackettFactor(chemical: Chemical): number {
  return 0.29056 - 0.08775 * edmisterFactor(chemical);
}

/** Exponent of the Rackett factor between a temperature and the critical one, held just below it. */
export function rackettPower(chemical: Chemical, temperatureK: number): number {
  return pow(Math.max(0.02, 1 - temperatureK / chemical.criticalK.value), 2 / 7);
}
