// Port of e_exp.c of fdlibm 5.3, © 1993 Sun Microsystems, Inc.: "Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved." Error < 1 ulp.
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;
const inverseLn2 = Math.LOG2E;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
const overflow = 709.782712893384;
const underflow = -745.1332191019411;

/** 2^k for k = −1074 … 1023, made by exact doubling and halving. */
const powersOfTwo = (() => {
  const table = new Float64Array(2098);
  table[1074] = 1;
  for (let k = 1; k <= 1023; k += 1) table[1074 + k] = (table[1073 + k] as number) * 2;
  for (let k = -1; k >= -1074; k -= 1) table[1074 + k] = (table[1075 + k] as number) / 2;
  return table;
})();

const twoTo1023 = 8.98846567431158e307;
const twoToMinus54 = 5.551115123125783e-17;

/** x · 2^k, rounded once; k from −1127 to 2046. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * twoTo1023 * (powersOfTwo[1074 + k - 1023] as number);
  if (k < -1021) return x * (powersOfTwo[1074 + k + 54] as number) * twoToMinus54;
  return x * (powersOfTwo[1074 + k] as number);
}

/** e^x. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > overflow) return Number.POSITIVE_INFINITY;
  if (x < underflow) return 0;
  const k = Math.floor(x * inverseLn2 + 0.5);
  const hi = x - k * ln2High;
  const lo = k * ln2Low;
  const r = hi - lo;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  const y = 1 - (lo - (r * c) / (2 - c) - hi);
  return scaleByPowerOfTwo(y, k);
}
