import {
  alongXOf,
  alongYOf,
  alongZOf,
  entryOf,
  floorOf,
  nyOf,
  planeBytesOf,
  rowAt,
  rowBytesOf,
  southOf,
  spanOf,
  westOf,
} from './level';

/**
 * Relaxes row (j, k) of an even level: x += w·(b + Σ c·x_neighbour − d·x), neighbours in the row with their values from
 * before. x is 0 in solids, so that closed faces add nothing.
 */
@inline
export function relaxEvenRow(level: usize, x: usize, b: usize, j: i32, k: i32): void {
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const cx = f32x4.splat(alongXOf(level));
  const cy = f32x4.splat(alongYOf(level));
  const cz = f32x4.splat(alongZOf(level));
  const start = rowAt(level, j, k);
  const entry = entryOf(level, k * nyOf(level) + j);
  let d = <usize>load<i32>(entry);
  let w = <usize>load<i32>(entry, 4);
  let rest = b + start;
  let at = x + start;
  const end = at + spanOf(level);
  let before = v128.load(at - 16);
  let here = v128.load(at);
  while (at < end) {
    const after = v128.load(at, 16);
    const alongX = f32x4.add(v128.shuffle<f32>(before, here, 3, 4, 5, 6), v128.shuffle<f32>(here, after, 1, 2, 3, 4));
    const alongY = f32x4.add(v128.load(at - row), v128.load(at + row));
    const alongZ = f32x4.add(v128.load(at - plane), v128.load(at + plane));
    const all = f32x4.add(
      f32x4.add(f32x4.mul(cx, alongX), f32x4.mul(cy, alongY)),
      f32x4.add(f32x4.mul(cz, alongZ), v128.load(rest)),
    );
    const left = f32x4.sub(all, f32x4.mul(v128.load(d), here));
    v128.store(at, f32x4.add(here, f32x4.mul(v128.load(w), left)));
    before = here;
    here = after;
    at += 16;
    rest += 16;
    d += 16;
    w += 16;
  }
}

/** The same on a level with a conductance of its own for every face. */
@inline
export function relaxUnevenRow(level: usize, x: usize, b: usize, j: i32, k: i32): void {
  const row = rowBytesOf(level);
  const plane = planeBytesOf(level);
  const span = spanOf(level);
  const start = rowAt(level, j, k);
  const entry = entryOf(level, k * nyOf(level) + j);
  const d = <usize>load<i32>(entry);
  const w = <usize>load<i32>(entry, 4);
  const west = westOf(level) + start;
  const south = southOf(level) + start;
  const floor = floorOf(level) + start;
  const rest = b + start;
  const at = x + start;
  let before = v128.load(at - 16);
  let here = v128.load(at);
  for (let i: usize = 0; i < span; i += 16) {
    const after = v128.load(at + i, 16);
    const alongX = f32x4.add(
      f32x4.mul(v128.load(west + i), v128.shuffle<f32>(before, here, 3, 4, 5, 6)),
      f32x4.mul(v128.load(west + i, 4), v128.shuffle<f32>(here, after, 1, 2, 3, 4)),
    );
    const alongY = f32x4.add(
      f32x4.mul(v128.load(south + i), v128.load(at + i - row)),
      f32x4.mul(v128.load(south + i + row), v128.load(at + i + row)),
    );
    const alongZ = f32x4.add(
      f32x4.mul(v128.load(floor + i), v128.load(at + i - plane)),
      f32x4.mul(v128.load(floor + i + plane), v128.load(at + i + plane)),
    );
    const all = f32x4.add(f32x4.add(alongX, alongY), f32x4.add(alongZ, v128.load(rest + i)));
    const left = f32x4.sub(all, f32x4.mul(v128.load(d + i), here));
    v128.store(at + i, f32x4.add(here, f32x4.mul(v128.load(w + i), left)));
    before = here;
    here = after;
  }
}
