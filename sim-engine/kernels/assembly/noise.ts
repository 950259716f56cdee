/** Normal numbers by hashing (seed, particle, step): see src/dispersion/resolved/noise.ts. */
export const stride: i32 = <i32>0x9e3779b9;
export const laneStep: i32 = 0x632be5ab;
export const secondKey: i32 = 0x3c6ef372;

export function mixed(word: i32): i32 {
  let x = word;
  x = (x ^ (x >>> 16)) * 0x7feb352d;
  x = (x ^ (x >>> 15)) * 0x846ca68b;
  return x ^ (x >>> 16);
}

export function mixedLanes(words: v128): v128 {
  let x = words;
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 16)), i32x4.splat(0x7feb352d));
  x = i32x4.mul(v128.xor(x, i32x4.shr_u(x, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(x, i32x4.shr_u(x, 16));
}

/** Integers of whole numbers below 2²² in size: a sum with 1.5·2²³ holds them in its low bits. */
export function integers(whole: v128): v128 {
  return i32x4.sub(f32x4.add(whole, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** Draw `draw` of four particles; `counter` is step·stride + first key. */
export function normalLanes(counter: v128, draw: i32, second: v128, table: usize): v128 {
  const words = mixedLanes(v128.xor(mixedLanes(i32x4.add(counter, i32x4.splat(draw * laneStep))), second));
  const slot = i32x4.shl(i32x4.shr_u(words, 20), 2);
  let size = v128.load32_zero(table + <usize>i32x4.extract_lane(slot, 0));
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 1), size, 1);
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 2), size, 2);
  size = v128.load_lane<f32>(table + <usize>i32x4.extract_lane(slot, 3), size, 3);
  return v128.xor(size, i32x4.shl(words, 31));
}

/** One normal number. */
export function normalOf(first: i32, second: i32, count: i32, draw: i32, table: usize): f32 {
  const word = mixed(mixed(count * stride + draw * laneStep + first) ^ second);
  const size = load<f32>(table + (<usize>(word >>> 20) << 2));
  return (word & 1) !== 0 ? -size : size;
}
