import {
  alongXOf,
  alongYOf,
  alongZOf,
  entryOf,
  firstRow,
  lastRow,
  nyOf,
  planeBytesOf,
  rowAt,
  rowBytesOf,
  spanOf,
} from './level';

/** Sum of four lanes in f64, in a fixed order. */
function total(lanes: v128): f64 {
  const low = f64x2.promote_low_f32x4(lanes);
  const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(lanes, lanes, 2, 3, 2, 3));
  const both = f64x2.add(low, high);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/** A·z of four cells of an even level; 0 in solids. */
@inline
function image(at: usize, row: usize, plane: usize, cx: v128, cy: v128, cz: v128, d: usize, w: usize): v128 {
  const alongX = f32x4.add(v128.load(at - 4), v128.load(at, 4));
  const alongY = f32x4.add(v128.load(at - row), v128.load(at + row));
  const alongZ = f32x4.add(v128.load(at - plane), v128.load(at + plane));
  const all = f32x4.add(f32x4.add(f32x4.mul(cx, alongX), f32x4.mul(cy, alongY)), f32x4.mul(cz, alongZ));
  const value = f32x4.sub(f32x4.mul(v128.load(d), v128.load(at)), all);
  return v128.and(f32x4.ne(v128.load(w), f32x4.splat(0)), value);
}

/**
 * z·r, z·q and z·A·z of the part's rows of an even level, as three f64 at `sums` + 24·part. Lanes of a row are added in
 * f32, rows in f64.
 */
export function products(part: i32, level: usize, z: usize, r: usize, q: usize, sums: usize): void {
  const ny = nyOf(level);
  const span = spanOf(level);
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const cx = f32x4.splat(alongXOf(level));
  const cy = f32x4.splat(alongYOf(level));
  const cz = f32x4.splat(alongZOf(level));
  const last = lastRow(level, part);
  let sumR: f64 = 0;
  let sumQ: f64 = 0;
  let sumA: f64 = 0;
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const start = rowAt(level, n - k * ny, k);
    const entry = entryOf(level, n);
    const d = <usize>load<i32>(entry);
    const w = <usize>load<i32>(entry, 4);
    let rowR = f32x4.splat(0);
    let rowQ = f32x4.splat(0);
    let rowA = f32x4.splat(0);
    for (let i: usize = 0; i < span; i += 16) {
      const at = start + i;
      const here = v128.load(z + at);
      rowR = f32x4.add(rowR, f32x4.mul(here, v128.load(r + at)));
      rowQ = f32x4.add(rowQ, f32x4.mul(here, v128.load(q + at)));
      rowA = f32x4.add(rowA, f32x4.mul(here, image(z + at, row, plane, cx, cy, cz, d + i, w + i)));
    }
    sumR += total(rowR);
    sumQ += total(rowQ);
    sumA += total(rowA);
  }
  const to = sums + <usize>part * 24;
  store<f64>(to, sumR);
  store<f64>(to, sumQ, 8);
  store<f64>(to, sumA, 16);
}

/**
 * A step of conjugate gradients on an even level: p = z + beta·p, q = A·z + beta·q, x += alpha·p, r −= alpha·q, with the
 * part's r·r as f64 at `sums` + 8·part. A·z is computed a second time rather than kept: arithmetic is cheaper than memory.
 */
export function step(
  part: i32,
  level: usize,
  z: usize,
  p: usize,
  q: usize,
  x: usize,
  r: usize,
  alpha: f32,
  beta: f32,
  sums: usize,
): void {
  const ny = nyOf(level);
  const span = spanOf(level);
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const cx = f32x4.splat(alongXOf(level));
  const cy = f32x4.splat(alongYOf(level));
  const cz = f32x4.splat(alongZOf(level));
  const a = f32x4.splat(alpha);
  const b = f32x4.splat(beta);
  const last = lastRow(level, part);
  let sum: f64 = 0;
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const start = rowAt(level, n - k * ny, k);
    const entry = entryOf(level, n);
    const d = <usize>load<i32>(entry);
    const w = <usize>load<i32>(entry, 4);
    let rowSum = f32x4.splat(0);
    for (let i: usize = 0; i < span; i += 16) {
      const at = start + i;
      const direction = f32x4.add(v128.load(z + at), f32x4.mul(b, v128.load(p + at)));
      const imageOfZ = image(z + at, row, plane, cx, cy, cz, d + i, w + i);
      const imageOfP = f32x4.add(imageOfZ, f32x4.mul(b, v128.load(q + at)));
      v128.store(p + at, direction);
      v128.store(q + at, imageOfP);
      v128.store(x + at, f32x4.add(v128.load(x + at), f32x4.mul(a, direction)));
      const rest = f32x4.sub(v128.load(r + at), f32x4.mul(a, imageOfP));
      v128.store(r + at, rest);
      rowSum = f32x4.add(rowSum, f32x4.mul(rest, rest));
    }
    sum += total(rowSum);
  }
  store<f64>(sums + ((<usize>part) << 3), sum);
}
