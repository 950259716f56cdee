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

/** Code of a concentration. */
export function codeOf(kgPerM3: number, leastKgPerM3: number): number {
  if (!(kgPerM3 >= leastKgPerM3)) return 0;
  return Math.min(255, 1 + Math.floor((8 / ln2) * ln(kgPerM3 / leastKgPerM3) + 0.5));
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
