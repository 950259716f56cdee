// Port of k_sin.c, k_cos.c and the medium path of e_rem_pio2.c of fdlibm 5.3, © 1993 Sun Microsystems, Inc.: "Permission
// to use, copy, modify, and distribute this software is freely granted, provided that this notice is preserved."
const S1 = -0.16666666666666632;
const S2 = 0.00833333333332249;
const S3 = -0.0001984126982985795;
const S4 = 2.7557313707070068e-6;
const S5 = -2.5050760253406863e-8;
const S6 = 1.58969099521155e-10;
const C1 = 0.0416666666666666;
const C2 = -0.001388888888887411;
const C3 = 2.480158728947673e-5;
const C4 = -2.7557314351390663e-7;
const C5 = 2.087572321298175e-9;
const C6 = -1.1359647557788195e-11;
const inverseHalfPi = 0.6366197723675814;
const halfPi1 = 1.5707963267341256;
const halfPi2 = 6.077100506303966e-11;
const halfPi2Tail = 2.0222662487959506e-21;
/** Beyond this the three-part reduction loses digits; no angle of the engine comes near. */
const largest = 1e6;

function kernelSin(x: number, y: number): number {
  const z = x * x;
  const v = z * x;
  const r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
  return x - (z * (0.5 * y - v * r) - y - v * S1);
}

function kernelCos(x: number, y: number): number {
  const z = x * x;
  const r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}

/** Quarter turn (0…3) and the rest as two doubles. */
function reduce(x: number): readonly [number, number, number] {
  const n = Math.floor(x * inverseHalfPi + 0.5);
  const head = x - n * halfPi1;
  let w = n * halfPi2;
  const r = head - w;
  w = n * halfPi2Tail - (head - r - w);
  const y0 = r - w;
  return [n - 4 * Math.floor(n / 4), y0, r - y0 - w];
}

/** Sine of an angle in radians, |x| ≤ 1e6; NaN beyond. */
export function sin(x: number): number {
  if (!(Math.abs(x) <= largest)) return Number.NaN;
  const [quarter, y0, y1] = reduce(x);
  if (quarter === 0) return kernelSin(y0, y1);
  if (quarter === 1) return kernelCos(y0, y1);
  return quarter === 2 ? -kernelSin(y0, y1) : -kernelCos(y0, y1);
}

/** Cosine of an angle in radians, |x| ≤ 1e6; NaN beyond. */
export function cos(x: number): number {
  if (!(Math.abs(x) <= largest)) return Number.NaN;
  const [quarter, y0, y1] = reduce(x);
  if (quarter === 0) return kernelCos(y0, y1);
  if (quarter === 1) return -kernelSin(y0, y1);
  return quarter === 2 ? -kernelCos(y0, y1) : kernelSin(y0, y1);
}

/** Tangent of an angle in radians, |x| ≤ 1e6; NaN beyond. */
export function tan(x: number): number {
  return sin(x) / cos(x);
}
