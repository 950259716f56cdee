import { firstRow, lastRow, nyOf, nzOf } from './level';
import { prolongRow } from './prolong-row';
import { relaxEvenRow, relaxUnevenRow } from './relax-row';

/** Relaxes the rows with (j + k) mod 2 = `colour` of an even level. Neighbours in other rows have the other colour. */
export function sweepEven(part: i32, level: usize, x: usize, b: usize, colour: i32): void {
  const ny = nyOf(level);
  const last = lastRow(level, part);
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const j = n - k * ny;
    if (((j + k) & 1) === colour) relaxEvenRow(level, x, b, j, k);
  }
}

/** The same on a level with a conductance of its own for every face. */
export function sweepUneven(part: i32, level: usize, x: usize, b: usize, colour: i32): void {
  const ny = nyOf(level);
  const last = lastRow(level, part);
  for (let n = firstRow(level, part); n < last; n += 1) {
    const k = n / ny;
    const j = n - k * ny;
    if (((j + k) & 1) === colour) relaxUnevenRow(level, x, b, j, k);
  }
}

/**
 * x of a fine level from a coarse one, then relaxed `stages` times, one colour after the other from colour 0: what an
 * interpolation and as many sweeps over the whole level give, bit for bit, but while the data is near. The level is cut
 * along y into `slabs`, each at least 2·`stages` rows wide. Phase 0, a part a slab: stage s leaves out the s rows at
 * either cut, which wait for a neighbour. Phase 1, a part a cut: these rows. Within a part each stage follows the one
 * before it one layer behind.
 */
export function smoothEven(
  part: i32,
  phase: i32,
  slabs: i32,
  stages: i32,
  level: usize,
  x: usize,
  b: usize,
  coarse: usize,
  coarseX: usize,
  fx: i32,
  fy: i32,
  fz: i32,
): void {
  const ny = nyOf(level);
  const nz = nzOf(level);
  const low = (part * ny) / slabs;
  const high = ((part + 1) * ny) / slabs;
  if (phase === 0) prolongLayer(level, x, coarse, coarseX, fx, fy, fz, low, high, 0);
  for (let wave = 0; wave < nz + stages - 1; wave += 1) {
    if (phase === 0 && wave + 1 < nz) {
      prolongLayer(level, x, coarse, coarseX, fx, fy, fz, low, high, wave + 1);
    }
    for (let stage = max(1, wave - nz + 2); stage <= min(stages, wave + 1); stage += 1) {
      const k = wave - stage + 1;
      const first = firstOf(phase, part, low, high, stage);
      const end = endOf(phase, part, slabs, high, stage, ny);
      for (let j = first + ((first + k + stage + 1) & 1); j < end; j += 2) relaxEvenRow(level, x, b, j, k);
    }
  }
}

/** The same on a level with a conductance of its own for every face. */
export function smoothUneven(
  part: i32,
  phase: i32,
  slabs: i32,
  stages: i32,
  level: usize,
  x: usize,
  b: usize,
  coarse: usize,
  coarseX: usize,
  fx: i32,
  fy: i32,
  fz: i32,
): void {
  const ny = nyOf(level);
  const nz = nzOf(level);
  const low = (part * ny) / slabs;
  const high = ((part + 1) * ny) / slabs;
  if (phase === 0) prolongLayer(level, x, coarse, coarseX, fx, fy, fz, low, high, 0);
  for (let wave = 0; wave < nz + stages - 1; wave += 1) {
    if (phase === 0 && wave + 1 < nz) {
      prolongLayer(level, x, coarse, coarseX, fx, fy, fz, low, high, wave + 1);
    }
    for (let stage = max(1, wave - nz + 2); stage <= min(stages, wave + 1); stage += 1) {
      const k = wave - stage + 1;
      const first = firstOf(phase, part, low, high, stage);
      const end = endOf(phase, part, slabs, high, stage, ny);
      for (let j = first + ((first + k + stage + 1) & 1); j < end; j += 2) relaxUnevenRow(level, x, b, j, k);
    }
  }
}

/** Rows of a stage: of a slab without its cuts, or of the cut at its upper end. */
@inline
function firstOf(phase: i32, part: i32, low: i32, high: i32, stage: i32): i32 {
  return phase === 1 ? high - stage : part > 0 ? low + stage : 0;
}
@inline
function endOf(phase: i32, part: i32, slabs: i32, high: i32, stage: i32, ny: i32): i32 {
  return phase === 1 ? high + stage : part < slabs - 1 ? high - stage : ny;
}

function prolongLayer(
  level: usize,
  x: usize,
  coarse: usize,
  coarseX: usize,
  fx: i32,
  fy: i32,
  fz: i32,
  low: i32,
  high: i32,
  k: i32,
): void {
  for (let j = low; j < high; j += 1) prolongRow(level, x, coarse, coarseX, fx, fy, fz, j, k);
}
