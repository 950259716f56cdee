import type { WindGrid } from '../../wind/wind-grid.ts';
import { type Particles, particleWords, word } from './particles.ts';

/** How many particles stand around a place on the ground, in bins of the wind grid. */
export interface Crowd {
  readonly binM: number;
  readonly nx: number;
  readonly ny: number;
  /** Particles a square metre, mean over a bin and its eight neighbours, j fastest last. */
  readonly perM2: Float64Array<ArrayBuffer>;
}

/** Cells of the wind grid in a bin, along each axis. */
const cellsOfBin = 4;

/** Counts particles by their columns. Whole numbers: their order does not matter. */
export function crowdOf(particles: Particles, { cellM, nx, ny }: WindGrid): Crowd {
  const binM = cellsOfBin * cellM;
  const [bx, by] = [Math.ceil(nx / cellsOfBin), Math.ceil(ny / cellsOfBin)];
  const counts = new Int32Array(bx * by);
  const { floats, count } = particles;
  for (let n = 0; n < count; n += 1) {
    const i = binOf(floats[n * particleWords + word.x] as number, binM, bx);
    const j = binOf(floats[n * particleWords + word.y] as number, binM, by);
    counts[j * bx + i] = (counts[j * bx + i] as number) + 1;
  }
  const perM2 = new Float64Array(bx * by);
  for (let j = 0; j < by; j += 1) {
    for (let i = 0; i < bx; i += 1) {
      let sum = 0;
      let bins = 0;
      for (let b = Math.max(0, j - 1); b <= Math.min(by - 1, j + 1); b += 1) {
        for (let a = Math.max(0, i - 1); a <= Math.min(bx - 1, i + 1); a += 1) {
          sum += counts[b * bx + a] as number;
          bins += 1;
        }
      }
      perM2[j * bx + i] = sum / (bins * binM * binM);
    }
  }
  return { binM, nx: bx, ny: by, perM2 };
}

/** Particles a kernel should hold: fewer, and its noise passes a fifth. */
const wanted = 24;
/** Wider, and the kernels would add half to the spread of the cloud. */
const widest = 2.3;

/**
 * By how much a kernel is widened so that it holds enough particles, 1…2.3: where particles are few the width follows
 * their distance (Loftsgaarden & Quesenberry 1965, Ann. Math. Statist. 36, 1049), so that thin edges are smooth. Kernels
 * much smaller than a bin, as of young gas among its like, are judged by the bin.
 */
export function widening({ binM, nx, ny, perM2 }: Crowd, xM: number, yM: number, reachM: number): number {
  const density = perM2[binOf(yM, binM, ny) * nx + binOf(xM, binM, nx)] as number;
  const around = Math.max(reachM, binM);
  const held = Math.PI * around * around * density;
  return held >= wanted ? 1 : Math.min(widest, Math.sqrt(wanted / Math.max(0.1, held)));
}

function binOf(place: number, binM: number, bins: number): number {
  return Math.min(bins - 1, Math.max(0, Math.floor(place / binM)));
}
