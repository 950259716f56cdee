import { exp } from '../../arithmetic/exponential.ts';
import { pow } from '../../arithmetic/power.ts';

/** How the mass of a cloud lies over height: on the ground c₀ exp(−(z/S)ⁿ), aloft a bell and its mirror image. */
export interface Upright {
  readonly depthM: number;
  readonly scaleM: number;
  readonly exponent: number;
  /** Height of the axis of a jet above ground and its standard deviation; absent on the ground. */
  readonly aloft?: { readonly heightM: number; readonly sigmaM: number };
}

/** Share of the mass per metre of height, 1/m. */
export function verticalShare({ depthM, scaleM, exponent, aloft }: Upright, heightM: number): number {
  if (aloft === undefined) return exp(-pow(heightM / scaleM, exponent)) / depthM;
  const bell = (off: number): number => exp((-0.5 * off * off) / (aloft.sigmaM * aloft.sigmaM));
  return (bell(heightM - aloft.heightM) + bell(heightM + aloft.heightM)) / (2.5066282746310002 * aloft.sigmaM);
}
