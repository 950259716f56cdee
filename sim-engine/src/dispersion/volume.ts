import { exp } from '../arithmetic/exponential.ts';
import { ln } from '../arithmetic/logarithm.ts';

/** Even boxes of a volume: cell (i, j, k) has its middle at (x0M + i·cellM, y0M + j·cellM, z0M + k·layerM). */
export interface VolumeGrid {
  readonly x0M: number;
  readonly y0M: number;
  /** Middle of the lowest layer above ground, m. */
  readonly z0M: number;
  readonly cellM: number;
  readonly layerM: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
}

/** The cells of one time that hold gas: a box of the grid, with one code a cell, i fastest, then j, then k. */
export interface VolumeFrame {
  readonly i0: number;
  readonly j0: number;
  readonly k0: number;
  readonly ni: number;
  readonly nj: number;
  readonly nk: number;
  readonly codes: Uint8Array<ArrayBuffer>;
}

/**
 * Concentration over space and time in one byte a cell. Code 0 is less than `leastKgPerM3`; code c is
 * `leastKgPerM3`·2^((c−1)/8), so that a value is off by at most 4.4 % and 255 codes span nine and a half decades.
 * Frames stand at the field's `timesS`.
 */
export interface HazardVolume {
  readonly grid: VolumeGrid;
  readonly leastKgPerM3: number;
  readonly frames: readonly VolumeFrame[];
}

const ln2 = Math.LN2;

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);
const binBits = 10;
/** Eighths of an octave, rounded, at the low end of each bin of the mantissa, and the mantissa at which the next begins. */
const eighths = new Uint8Array(1 << binBits);
const nextEighth = new Uint32Array(1 << binBits);
for (let bin = 0; bin < 1 << binBits; bin += 1) {
  eighths[bin] = Math.floor((8 / ln2) * ln(1 + bin / (1 << binBits)) + 0.5);
  const next = exp((((eighths[bin] as number) + 0.5) * ln2) / 8);
  nextEighth[bin] = Math.ceil((next - 1) * (1 << 23));
}

/** Code of a concentration: by the bits of a single, for millions of cells a run; a boundary may be off by a part in 10⁷. */
export function codeOf(kgPerM3: number, leastKgPerM3: number): number {
  if (!(kgPerM3 >= leastKgPerM3)) return 0;
  single[0] = kgPerM3 / leastKgPerM3;
  const word = bits[0] as number;
  const mantissa = word & 0x7fffff;
  const bin = mantissa >>> (23 - binBits);
  const over = mantissa >= (nextEighth[bin] as number) ? 1 : 0;
  return Math.min(255, 1 + 8 * ((word >>> 23) - 127) + (eighths[bin] as number) + over);
}

/** Concentration of a code, kg/m³. */
export function concentrationOf(code: number, leastKgPerM3: number): number {
  return code === 0 ? 0 : leastKgPerM3 * exp(((code - 1) * ln2) / 8);
}

/** Concentration of cell (i, j, k) in a frame, kg/m³; 0 outside its box. */
export function volumeCell(volume: HazardVolume, frame: number, i: number, j: number, k: number): number {
  const { i0, j0, k0, ni, nj, nk, codes } = volume.frames[frame] as VolumeFrame;
  const [a, b, c] = [i - i0, j - j0, k - k0];
  if (a < 0 || b < 0 || c < 0 || a >= ni || b >= nj || c >= nk) return 0;
  return concentrationOf(codes[(c * nj + b) * ni + a] as number, volume.leastKgPerM3);
}
