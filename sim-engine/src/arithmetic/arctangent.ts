// Port of s_atan.c and e_atan2.c of fdlibm 5.3, © 1993 Sun Microsystems, Inc.: "Permission to use, copy, modify, and
// distribute this software is freely granted, provided that this notice is preserved." Error < 1 ulp.
const atanHigh = [0.4636476090008061, 0.7853981633974483, 0.982793723247329, 1.5707963267948966];
const atanLow = [2.2698777452961687e-17, 3.061616997868383e-17, 1.3903311031230998e-17, 6.123233995736766e-17];
const aT0 = 0.3333333333333293;
const aT1 = -0.19999999999876483;
const aT2 = 0.14285714272503466;
const aT3 = -0.11111110405462356;
const aT4 = 0.09090887133436507;
const aT5 = -0.0769187620504483;
const aT6 = 0.06661073137387531;
const aT7 = -0.058335701337905735;
const aT8 = 0.049768779946159324;
const aT9 = -0.036531572744216916;
const aT10 = 0.016285820115365782;
const pi = Math.PI;
const piLow = 1.2246467991473532e-16;
const halfPi = pi / 2;

/** Arc tangent, radians in [−π/2, π/2]. */
export function atan(argument: number): number {
  if (Number.isNaN(argument)) return argument;
  const size = Math.abs(argument);
  let x = size;
  let id = -1;
  if (size >= 7.378697629483821e19) return argument > 0 ? halfPi : -halfPi;
  if (size >= 0.4375) {
    if (size < 0.6875) {
      id = 0;
      x = (2 * x - 1) / (2 + x);
    } else if (size < 1.1875) {
      id = 1;
      x = (x - 1) / (x + 1);
    } else if (size < 2.4375) {
      id = 2;
      x = (x - 1.5) / (1 + 1.5 * x);
    } else {
      id = 3;
      x = -1 / x;
    }
  }
  const z = x * x;
  const w = z * z;
  const s1 = z * (aT0 + w * (aT2 + w * (aT4 + w * (aT6 + w * (aT8 + w * aT10)))));
  const s2 = w * (aT1 + w * (aT3 + w * (aT5 + w * (aT7 + w * aT9))));
  const result = id < 0 ? x - x * (s1 + s2) : (atanHigh[id] as number) - (x * (s1 + s2) - (atanLow[id] as number) - x);
  return argument < 0 ? -result : result;
}

/** Angle of the point (x, y) from the x axis, radians in (−π, π]; 0 at the origin. */
export function atan2(y: number, x: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.NaN;
  if (y === 0) return x >= 0 ? 0 : pi;
  if (x === 0) return y > 0 ? halfPi : -halfPi;
  const base = atan(Math.abs(y / x));
  const angle = x > 0 ? base : pi - (base - piLow);
  return y > 0 ? angle : -angle;
}

/** Arc sine of a value in [−1, 1], radians; NaN outside. */
export function asin(x: number): number {
  return Math.abs(x) > 1 ? Number.NaN : atan2(x, Math.sqrt((1 - x) * (1 + x)));
}
