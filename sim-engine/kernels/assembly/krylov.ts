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

/**
 * y = A·z on an even level, with the part's z·r, z·q and z·y as three f64 at `sums` + 24·part. Lanes of a row are added
 * in f32, rows in f64.
 */
export function applyEven(part: i32, level: usize, z: usize, y: usize, r: usize, q: usize, sums: usize): void {
  const ny = nyOf(level);
  const span = spanOf(level);
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const zero = f32x4.splat(0);
  const cx = f32x4.splat(alongXOf(level));
  const cy = f32x4.splat(alongYOf(level));
  const cz = f32x4.splat(alongZOf(level));
  const last = lastRow(level, part);
  let sumR: f64 = 0;
  let sumQ: f64 = 0;
  let sumY: f64 = 0;
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const start = rowAt(level, n - k * ny, k);
    const entry = entryOf(level, n);
    const d = <usize>load<i32>(entry);
    const w = <usize>load<i32>(entry, 4);
    const at = z + start;
    let rowR = zero;
    let rowQ = zero;
    let rowY = zero;
    for (let i: usize = 0; i < span; i += 16) {
      const here = v128.load(at + i);
      const alongX = f32x4.add(v128.load(at + i - 4), v128.load(at + i, 4));
      const alongY = f32x4.add(v128.load(at + i - row), v128.load(at + i + row));
      const alongZ = f32x4.add(v128.load(at + i - plane), v128.load(at + i + plane));
      const all = f32x4.add(f32x4.add(f32x4.mul(cx, alongX), f32x4.mul(cy, alongY)), f32x4.mul(cz, alongZ));
      const value = v128.and(f32x4.ne(v128.load(w + i), zero), f32x4.sub(f32x4.mul(v128.load(d + i), here), all));
      v128.store(y + start + i, value);
      rowR = f32x4.add(rowR, f32x4.mul(here, v128.load(r + start + i)));
      rowQ = f32x4.add(rowQ, f32x4.mul(here, v128.load(q + start + i)));
      rowY = f32x4.add(rowY, f32x4.mul(here, value));
    }
    sumR += total(rowR);
    sumQ += total(rowQ);
    sumY += total(rowY);
  }
  const to = sums + <usize>part * 24;
  store<f64>(to, sumR);
  store<f64>(to, sumQ, 8);
  store<f64>(to, sumY, 16);
}

/**
 * A step of conjugate gradients: p = z + beta·p, q = y + beta·q, x += alpha·p, r −= alpha·q, with the part's r·r as f64 at
 * `sums` + 8·part.
 */
export function step(
  part: i32,
  level: usize,
  z: usize,
  y: usize,
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
  const a = f32x4.splat(alpha);
  const b = f32x4.splat(beta);
  const last = lastRow(level, part);
  let sum: f64 = 0;
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const start = rowAt(level, n - k * ny, k);
    const end = start + span;
    let rowSum = f32x4.splat(0);
    for (let i = start; i < end; i += 16) {
      const direction = f32x4.add(v128.load(z + i), f32x4.mul(b, v128.load(p + i)));
      const image = f32x4.add(v128.load(y + i), f32x4.mul(b, v128.load(q + i)));
      v128.store(p + i, direction);
      v128.store(q + i, image);
      v128.store(x + i, f32x4.add(v128.load(x + i), f32x4.mul(a, direction)));
      const rest = f32x4.sub(v128.load(r + i), f32x4.mul(a, image));
      v128.store(r + i, rest);
      rowSum = f32x4.add(rowSum, f32x4.mul(rest, rest));
    }
    sum += total(rowSum);
  }
  store<f64>(sums + ((<usize>part) << 3), sum);
}
