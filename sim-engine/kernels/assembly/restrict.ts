import { firstRow, lastRow, nyOf, nzOf, planeBytesOf, rowAt, rowBytesOf, spanOf } from './level';

/**
 * b of a coarse level: the sum of the residuals b of the fine cells in each coarse cell, of which there are fx·fy·fz
 * (each 1 or 2). Parts are rows of the coarse level.
 */
export function restrictResidual(
  part: i32,
  coarse: usize,
  coarseB: usize,
  fine: usize,
  fineB: usize,
  fx: i32,
  fy: i32,
  fz: i32,
): void {
  const ny = nyOf(coarse);
  const span = spanOf(coarse);
  const row = fy === 2 ? rowBytesOf(fine) : 0;
  const plane = fz === 2 ? planeBytesOf(fine) : 0;
  const last = lastRow(coarse, part);
  for (let n = firstRow(coarse, part); n < last; n += 1) {
    const k = n / ny;
    const j = n - k * ny;
    const to = coarseB + rowAt(coarse, j, k);
    const from = fineB + rowAt(fine, j * fy, k * fz);
    // Beyond an odd last row or plane lie zeros.
    const alongY = fy === 2 && j * 2 + 1 < nyOf(fine);
    const alongZ = fz === 2 && k * 2 + 1 < nzOf(fine);
    if (fx === 2) {
      for (let i: usize = 0; i < span; i += 16) {
        const at = from + i + i;
        let a = v128.load(at);
        let b = v128.load(at, 16);
        if (alongY) {
          a = f32x4.add(a, v128.load(at + row));
          b = f32x4.add(b, v128.load(at + row, 16));
        }
        if (alongZ) {
          a = f32x4.add(a, v128.load(at + plane));
          b = f32x4.add(b, v128.load(at + plane, 16));
          if (alongY) {
            a = f32x4.add(a, v128.load(at + plane + row));
            b = f32x4.add(b, v128.load(at + plane + row, 16));
          }
        }
        v128.store(to + i, f32x4.add(v128.shuffle<f32>(a, b, 0, 2, 4, 6), v128.shuffle<f32>(a, b, 1, 3, 5, 7)));
      }
    } else {
      for (let i: usize = 0; i < span; i += 16) {
        const at = from + i;
        let a = v128.load(at);
        if (alongY) a = f32x4.add(a, v128.load(at + row));
        if (alongZ) {
          a = f32x4.add(a, v128.load(at + plane));
          if (alongY) a = f32x4.add(a, v128.load(at + plane + row));
        }
        v128.store(to + i, a);
      }
    }
  }
}
