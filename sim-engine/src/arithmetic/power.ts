// Port of the finite, positive-base path of e_pow.c of fdlibm 5.3, © 2004 Sun Microsystems, Inc.: "Permission to use,
// copy, modify, and distribute this software is freely granted, provided that this notice is preserved."
import { scaleByPowerOfTwo } from './exponential.ts';
import { fromWords, highWord, lowWord, truncateLow } from './words.ts';

const L1 = 0.5999999999999946;
const L2 = 0.4285714285785502;
const L3 = 0.33333332981837743;
const L4 = 0.272728123808534;
const L5 = 0.23066074577556175;
const L6 = 0.20697501780033842;
const P1 = 0.16666666666666602;
const P2 = -0.0027777777777015593;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;
const ln2 = Math.LN2;
const ln2High = 0.6931471824645996;
const ln2Low = -1.904654299957768e-9;
const cp = 0.9617966939259756;
const cpHigh = 0.9617967009544373;
const cpLow = -7.028461650952758e-9;
const dpHigh = 0.5849624872207642;
const dpLow = 1.350039202129749e-8;

/** log2 of a positive normal double as a sum of two doubles, the first with its low half clear. */
function log2Pair(x: number): readonly [number, number] {
  let n = 0;
  let ax = x;
  if (ax < 2.2250738585072014e-308) {
    ax *= 9007199254740992;
    n -= 53;
  }
  let ix = highWord(ax);
  n += (ix >> 20) - 0x3ff;
  const j = ix & 0x000fffff;
  let upper = false;
  ix = j | 0x3ff00000;
  if (j > 0x3988e) {
    if (j < 0xbb67a) upper = true;
    else {
      n += 1;
      ix -= 0x00100000;
    }
  }
  ax = fromWords(ix, lowWord(ax));
  const bp = upper ? 1.5 : 1;
  const u = ax - bp;
  const v = 1 / (ax + bp);
  const s = u * v;
  const sHigh = truncateLow(s);
  const tHigh = fromWords(((ix >> 1) | 0x20000000) + 0x00080000 + (upper ? 0x40000 : 0), 0);
  const tLow = ax - (tHigh - bp);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  const s2 = s * s;
  const r = s2 * s2 * (L1 + s2 * (L2 + s2 * (L3 + s2 * (L4 + s2 * (L5 + s2 * L6))))) + sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const t3High = truncateLow(3 + square + r);
  const t3Low = r - (t3High - 3 - square);
  const uu = sHigh * t3High;
  const vv = sLow * t3High + t3Low * s;
  const pHigh = truncateLow(uu + vv);
  const pLow = vv - (pHigh - uu);
  const zHigh = cpHigh * pHigh;
  const zLow = cpLow * pHigh + pLow * cp + (upper ? dpLow : 0);
  const t1 = truncateLow(zHigh + zLow + (upper ? dpHigh : 0) + n);
  return [t1, zLow - (t1 - n - (upper ? dpHigh : 0) - zHigh)];
}

/** x^y for x ≥ 0 and finite y; NaN for a negative base, which no formula of the engine has. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y) || x < 0) return Number.NaN;
  if (x === 1) return 1;
  if (x === 0) return y > 0 ? 0 : Number.POSITIVE_INFINITY;
  if (x === Number.POSITIVE_INFINITY) return y > 0 ? x : 0;
  if (y === 1) return x;
  if (y === 2) return x * x;
  const [t1, t2] = log2Pair(x);
  const y1 = truncateLow(y);
  const pLow = (y - y1) * t1 + y * t2;
  const pHigh = y1 * t1;
  const z = pHigh + pLow;
  if (z >= 1024) return Number.POSITIVE_INFINITY;
  if (z < -1075) return 0;
  const n = Math.floor(z + 0.5);
  const head = pHigh - n;
  const t = truncateLow(pLow + head);
  const u = t * ln2High;
  const v = (pLow - (t - head)) * ln2 + t * ln2Low;
  const w = u + v;
  const rest = v - (w - u);
  const w2 = w * w;
  const c = w - w2 * (P1 + w2 * (P2 + w2 * (P3 + w2 * (P4 + w2 * P5))));
  const r = (w * c) / (c - 2) - (rest + w * rest);
  return scaleByPowerOfTwo(1 - (r - w), n);
}
