// Port of s_erf.c of fdlibm 5.3, © 1993 Sun Microsystems, Inc.: "Permission to use, copy, modify, and distribute this
// software is freely granted, provided that this notice is preserved." Error < 1 ulp.
import { exp } from './exponential.ts';
import { truncateLow } from './words.ts';

const erx = 0.8450629115104675;
const efx = 0.1283791670955126;
/** Coefficients from the highest power down. */
const pp = [
  -2.3763016656650163e-5, -0.005770270296489442, -0.02848174957559851, -0.3250421072470015, 0.12837916709551256,
];
const qq = [
  -3.960228278775368e-6, 0.00013249473800432164, 0.005081306281875766, 0.0650222499887673, 0.39791722395915535, 1,
];
const pa = [
  -0.002166375594868791, 0.035478304325618236, -0.11089469428239668, 0.31834661990116175, -0.3722078760357013,
  0.41485611868374833, -0.0023621185607526594,
];
const qa = [
  0.011984499846799107, 0.01363708391202905, 0.12617121980876164, 0.07182865441419627, 0.540397917702171,
  0.10642088040084423, 1,
];
const ra = [
  -9.814329344169145, -81.2874355063066, -184.60509290671104, -162.39666946257347, -62.375332450326006,
  -10.558626225323291, -0.6938585727071818, -0.009864944034847148,
];
const sa = [
  -0.0604244152148581, 6.570249770319282, 108.63500554177944, 429.00814002756783, 645.3872717332679, 434.56587747522923,
  137.65775414351904, 19.651271667439257, 1,
];
const rb = [
  -483.5191916086514, -1025.0951316110772, -637.5664433683896, -160.63638485582192, -17.757954917754752,
  -0.799283237680523, -0.0098649429247001,
];
const sb = [
  -22.44095244658582, 474.52854120695537, 2553.0504064331644, 3199.8582195085955, 1536.729586084437, 325.7925129965739,
  30.33806074348246, 1,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (const c of coefficients) value = value * x + c;
  return value;
}

/** erfc of x ≥ 1.25 (returns 0 beyond 28). */
function tail(x: number): number {
  if (x >= 28) return 0;
  const s = 1 / (x * x);
  const [R, S] = x < 1 / 0.35 ? [polynomial(ra, s), polynomial(sa, s)] : [polynomial(rb, s), polynomial(sb, s)];
  const z = truncateLow(x);
  return (exp(-z * z - 0.5625) * exp((z - x) * (z + x) + R / S)) / x;
}

/** The error function. */
export function erf(x: number): number {
  if (Number.isNaN(x)) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 3.7252902984e-9) return x + efx * x;
    const z = x * x;
    return x + x * (polynomial(pp, z) / polynomial(qq, z));
  }
  const sign = x < 0 ? -1 : 1;
  if (size < 1.25) {
    const s = size - 1;
    return sign * (erx + polynomial(pa, s) / polynomial(qa, s));
  }
  return size >= 6 ? sign : sign * (1 - tail(size));
}

/** 1 − erf(x), with full precision where it is small. */
export function erfc(x: number): number {
  return x < 1.25 ? 1 - erf(x) : tail(x);
}
