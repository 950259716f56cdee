import { entryOf, nyOf, rowAt, spanOf } from './level';

/**
 * Row (j, k) of x of a fine level by trilinear interpolation of a coarse one, which has fx·fy·fz (each 1 or 2) of its
 * cells in one; outside the coarse level x is 0, below its lowest layer as in it. 0 in solids.
 */
export function prolongRow(
  fine: usize,
  fineX: usize,
  coarse: usize,
  coarseX: usize,
  fx: i32,
  fy: i32,
  fz: i32,
  j: i32,
  k: i32,
): void {
  const span = spanOf(fine);
  const zero = f32x4.splat(0);
  const most = f32x4.splat(0.75);
  const least = f32x4.splat(0.25);
  const nearJ = fy === 2 ? j >> 1 : j;
  const nearK = fz === 2 ? k >> 1 : k;
  const farJ = nearJ + (j & 1 ? 1 : -1);
  const farK = nearK === 0 && !(k & 1) ? 0 : nearK + (k & 1 ? 1 : -1);
  const farY: f32 = fy === 2 ? 0.25 : 0;
  const farZ: f32 = fz === 2 ? 0.25 : 0;
  const w00 = f32x4.splat((1 - farY) * (1 - farZ));
  const w10 = f32x4.splat(farY * (1 - farZ));
  const w01 = f32x4.splat((1 - farY) * farZ);
  const w11 = f32x4.splat(farY * farZ);
  const a00 = coarseX + rowAt(coarse, nearJ, nearK);
  const a10 = fy === 2 ? coarseX + rowAt(coarse, farJ, nearK) : a00;
  const a01 = fz === 2 ? coarseX + rowAt(coarse, nearJ, farK) : a00;
  const a11 = fz === 2 ? (fy === 2 ? coarseX + rowAt(coarse, farJ, farK) : a01) : a10;
  const weights = <usize>load<i32>(entryOf(fine, k * nyOf(fine) + j), 4);
  const to = fineX + rowAt(fine, j, k);
  if (fx === 2) {
    let before = blend(a00 - 16, a10 - 16, a01 - 16, a11 - 16, w00, w10, w01, w11);
    let here = blend(a00, a10, a01, a11, w00, w10, w01, w11);
    for (let i: usize = 0; i < span; i += 32) {
      const at = (i >> 1) + 16;
      const after = blend(a00 + at, a10 + at, a01 + at, a11 + at, w00, w10, w01, w11);
      const centre = f32x4.mul(most, here);
      const left = f32x4.add(centre, f32x4.mul(least, v128.shuffle<f32>(before, here, 3, 4, 5, 6)));
      const right = f32x4.add(centre, f32x4.mul(least, v128.shuffle<f32>(here, after, 1, 2, 3, 4)));
      const isAir = f32x4.ne(v128.load(weights + i), zero);
      v128.store(to + i, v128.and(isAir, v128.shuffle<f32>(left, right, 0, 4, 1, 5)));
      if (i + 16 < span) {
        const isNextAir = f32x4.ne(v128.load(weights + i, 16), zero);
        v128.store(to + i, v128.and(isNextAir, v128.shuffle<f32>(left, right, 2, 6, 3, 7)), 16);
      }
      before = here;
      here = after;
    }
  } else {
    for (let i: usize = 0; i < span; i += 16) {
      const value = blend(a00 + i, a10 + i, a01 + i, a11 + i, w00, w10, w01, w11);
      v128.store(to + i, v128.and(f32x4.ne(v128.load(weights + i), zero), value));
    }
  }
}

@inline
function blend(a00: usize, a10: usize, a01: usize, a11: usize, w00: v128, w10: v128, w01: v128, w11: v128): v128 {
  return f32x4.add(
    f32x4.add(f32x4.mul(w00, v128.load(a00)), f32x4.mul(w10, v128.load(a10))),
    f32x4.add(f32x4.mul(w01, v128.load(a01)), f32x4.mul(w11, v128.load(a11))),
  );
}
