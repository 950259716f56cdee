// Port of e_log.c of fdlibm 5.3, © 1993 Sun Microsystems, Inc.: "Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved." Error < 1 ulp.
import { fromWords, highWord, lowWord } from './words.ts';

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const Lg1 = 0.6666666666666735;
const Lg2 = 0.3999999999940942;
const Lg3 = 0.2857142874366239;
const Lg4 = 0.22222198432149784;
const Lg5 = 0.1818357216161805;
const Lg6 = 0.15313837699209373;
const Lg7 = 0.14798198605116586;
const inverseLn10 = Math.LOG10E;

/** Natural logarithm. NaN below zero, −∞ at zero. */
export function ln(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return x;
  let value = x;
  let k = 0;
  if (value < 2.2250738585072014e-308) {
    value *= 18014398509481984;
    k = -54;
  }
  let hx = highWord(value);
  const lx = lowWord(value);
  k += (hx >> 20) - 1023;
  hx &= 0x000fffff;
  const i = (hx + 0x95f64) & 0x100000;
  k += i >> 20;
  const f = fromWords(hx | (i ^ 0x3ff00000), lx) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (Lg1 + w * (Lg3 + w * (Lg5 + w * Lg7))) + w * (Lg2 + w * (Lg4 + w * Lg6));
  const halfSquare = 0.5 * f * f;
  return k * ln2High - (halfSquare - (s * (halfSquare + R) + k * ln2Low) - f);
}

/** Logarithm to base ten. */
export function log10(x: number): number {
  return ln(x) * inverseLn10;
}
