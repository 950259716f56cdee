/**
 * The two updates of conjugate gradients on part `part` of `length` floats (a multiple of 4), `chunk` floats a part:
 * x += alpha·p, r -= alpha·q. Writes the part's sum of r² as f64 at `sums` + 8·part.
 */
export function updateSolution(
  part: i32,
  length: i32,
  chunk: i32,
  x: usize,
  p: usize,
  r: usize,
  q: usize,
  alpha: f32,
  sums: usize,
): void {
  const first = part * chunk;
  const last = min(first + chunk, length);
  const factor = f32x4.splat(alpha);
  let sum = f64x2.splat(0);
  for (let i = first; i < last; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(x + at, f32x4.add(v128.load(x + at), f32x4.mul(factor, v128.load(p + at))));
    const rest = f32x4.sub(v128.load(r + at), f32x4.mul(factor, v128.load(q + at)));
    v128.store(r + at, rest);
    const square = f32x4.mul(rest, rest);
    sum = f64x2.add(sum, f64x2.promote_low_f32x4(square));
    sum = f64x2.add(sum, f64x2.promote_low_f32x4(v128.shuffle<i32>(square, square, 2, 3, 2, 3)));
  }
  store<f64>(sums + ((<usize>part) << 3), f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}
