import { entryOf, firstRow, lastRow, nxOf, nyOf, nzOf, planeBytesOf, rowAt, rowBytesOf, spanOf } from './level';

/** All ones in the lanes of four cells that air may enter (bytes of 255), zeros in the others. */
function openLanes(cells: usize): v128 {
  return i32x4.extend_low_i16x8_s(i16x8.extend_low_i8x16_s(v128.load32_zero(cells)));
}

/**
 * Net outflow of each cell, m³/s, into `b`: (east − west)·areaX + (north − south)·areaY + (top − floor)·areaZ of the speeds on
 * its faces (u, v, w as in src/wind/wind-field.ts); 0 in solids. The part's sum of squares goes as f64 to `sums` + 8·part.
 */
export function outflow(
  part: i32,
  level: usize,
  u: usize,
  v: usize,
  w: usize,
  b: usize,
  areaX: f32,
  areaY: f32,
  areaZ: f32,
  sums: usize,
): void {
  const nx = nxOf(level);
  const ny = nyOf(level);
  const span = spanOf(level);
  const zero = f32x4.splat(0);
  const ax = f32x4.splat(areaX);
  const ay = f32x4.splat(areaY);
  const az = f32x4.splat(areaZ);
  const faceRow = (<usize>(nx + 1)) << 2;
  const facePlane = faceRow * <usize>(ny + 1);
  const last = lastRow(level, part);
  let sum: f64 = 0;
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const j = n - k * ny;
    const to = b + rowAt(level, j, k);
    const weights = <usize>load<i32>(entryOf(level, n), 4);
    const face = <usize>k * facePlane + <usize>j * faceRow;
    let low = f64x2.splat(0);
    for (let i: usize = 0; i < span; i += 16) {
      const at = face + i;
      const east = f32x4.sub(v128.load(u + at, 4), v128.load(u + at));
      const north = f32x4.sub(v128.load(v + at + faceRow), v128.load(v + at));
      const up = f32x4.sub(v128.load(w + at + facePlane), v128.load(w + at));
      const all = f32x4.add(f32x4.add(f32x4.mul(ax, east), f32x4.mul(ay, north)), f32x4.mul(az, up));
      const value = v128.and(f32x4.ne(v128.load(weights + i), zero), all);
      v128.store(to + i, value);
      const a = f64x2.promote_low_f32x4(value);
      const c = f64x2.promote_low_f32x4(v128.shuffle<f32>(value, value, 2, 3, 2, 3));
      low = f64x2.add(low, f64x2.add(f64x2.mul(a, a), f64x2.mul(c, c)));
    }
    sum += f64x2.extract_lane(low, 0) + f64x2.extract_lane(low, 1);
  }
  store<f64>(sums + ((<usize>part) << 3), sum);
}

/**
 * Adds the gradient of x to the speeds on the faces and closes those of solids: u += gx·(x − x_west), v and w alike with
 * gy and gz, doubled on the open sides and the top, where x is 0 on the face itself; 0 on the ground and on every face of
 * a solid. `open`: one byte a cell, rows of `openRow` and planes of `openPlane` bytes with one cell around, 255 where air may
 * enter. A part has the west, south and lower faces of its rows, and those that end the grid.
 */
export function addGradient(
  part: i32,
  level: usize,
  x: usize,
  open: usize,
  u: usize,
  v: usize,
  w: usize,
  gx: f32,
  gy: f32,
  gz: f32,
): void {
  const nx = nxOf(level);
  const ny = nyOf(level);
  const nz = nzOf(level);
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const faceRow = (<usize>(nx + 1)) << 2;
  const facePlane = faceRow * <usize>(ny + 1);
  const last = lastRow(level, part);
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const j = n - k * ny;
    const start = rowAt(level, j, k);
    const face = <usize>k * facePlane + <usize>j * faceRow;
    const cells = x + start;
    const gates = open + (start >> 2);
    addAlong(u + face, cells, cells - 4, gates, gates - 1, nx + 1, gx);
    store<f32>(u + face, load<f32>(u + face) + (load<u8>(gates) ? gx * load<f32>(cells) : 0));
    const end = u + face + ((<usize>nx) << 2);
    const lastCell = cells + ((<usize>(nx - 1)) << 2);
    store<f32>(end, load<f32>(end) - (load<u8>(gates + <usize>(nx - 1)) ? gx * load<f32>(lastCell) : 0));

    addAlong(v + face, cells, cells - row, gates, gates - (row >> 2), nx, j === 0 ? gy * 2 : gy);
    if (j === ny - 1) {
      addAlong(v + face + faceRow, cells + row, cells, gates + (row >> 2), gates, nx, gy * 2);
    }
    if (k > 0) addAlong(w + face, cells, cells - plane, gates, gates - (plane >> 2), nx, gz);
    else memory.fill(w + face, 0, (<usize>nx) << 2);
    if (k === nz - 1) {
      addAlong(w + face + facePlane, cells + plane, cells, gates + (plane >> 2), gates, nx, gz * 2);
    }
  }
}

/** speed = 0 where either cell is closed, else speed + factor·(x_upper − x_lower), over `count` faces. */
function addAlong(
  speeds: usize,
  upper: usize,
  lower: usize,
  upperGate: usize,
  lowerGate: usize,
  count: i32,
  factor: f32,
): void {
  const f = f32x4.splat(factor);
  const whole = count & ~3;
  let i: usize = 0;
  for (; i < <usize>whole; i += 4) {
    const at = i << 2;
    const isOpen = v128.and(openLanes(upperGate + i), openLanes(lowerGate + i));
    const slope = f32x4.sub(v128.load(upper + at), v128.load(lower + at));
    v128.store(speeds + at, v128.and(isOpen, f32x4.add(v128.load(speeds + at), f32x4.mul(f, slope))));
  }
  for (; i < <usize>count; i += 1) {
    const at = i << 2;
    const isOpen = load<u8>(upperGate + i) && load<u8>(lowerGate + i);
    const slope = load<f32>(upper + at) - load<f32>(lower + at);
    store<f32>(speeds + at, isOpen ? load<f32>(speeds + at) + factor * slope : 0);
  }
}
