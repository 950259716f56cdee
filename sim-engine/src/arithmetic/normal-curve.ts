import { erf } from './error-function.ts';
import { exp } from './exponential.ts';

/** Rungs per unit; linear between them, so that errors stay below 6e-7 of the curve's height. */
const rungs = 512;
const bellReach = 5;
const stepReach = 3;

const bell = Float64Array.from({ length: bellReach * rungs + 2 }, (_, k) => exp((-0.5 * k * k) / (rungs * rungs)));
const step = Float64Array.from({ length: stepReach * rungs + 2 }, (_, k) => erf(k / rungs));

/** exp(−x²/2) by table for |x| ≤ 5; 0 beyond: for inner loops. */
export function bellCurve(x: number): number {
  const place = Math.abs(x) * rungs;
  if (!(place < bellReach * rungs)) return 0;
  const k = Math.floor(place);
  const low = bell[k] as number;
  return low + ((bell[k + 1] as number) - low) * (place - k);
}

/** erf(x) by table for |x| ≤ 3; ±1 beyond, where it differs by less than 3e-5: for inner loops. */
export function errorStep(x: number): number {
  const place = Math.abs(x) * rungs;
  if (!(place < stepReach * rungs)) return x < 0 ? -1 : 1;
  const k = Math.floor(place);
  const low = step[k] as number;
  const value = low + ((step[k + 1] as number) - low) * (place - k);
  return x < 0 ? -value : value;
}
