import { codeOf, type VolumeFrame, type VolumeGrid } from './volume.ts';

/** The volume of one frame while parts of a cloud add to it. */
export class VolumeBuilder {
  readonly grid: VolumeGrid;
  readonly leastKgPerM3: number;
  /** kg/m³, i fastest, then j, then k. Whoever writes here directly tells `touch` of the cells. */
  readonly kgPerM3: Float32Array<ArrayBuffer>;
  readonly #low: [number, number, number] = [0, 0, 0];
  readonly #high: [number, number, number] = [-1, -1, -1];

  constructor(grid: VolumeGrid, leastKgPerM3: number) {
    this.grid = grid;
    this.leastKgPerM3 = leastKgPerM3;
    this.kgPerM3 = new Float32Array(grid.nx * grid.ny * grid.nz);
    this.#empty();
  }

  /** Adds to one cell. */
  add(i: number, j: number, k: number, kgPerM3: number): void {
    const { nx, ny } = this.grid;
    const cell = (k * ny + j) * nx + i;
    this.kgPerM3[cell] = (this.kgPerM3[cell] as number) + kgPerM3;
    this.touch(i, j, k);
  }

  /** Says that a cell may hold gas. */
  touch(i: number, j: number, k: number): void {
    const [low, high] = [this.#low, this.#high];
    if (i < low[0]) low[0] = i;
    if (j < low[1]) low[1] = j;
    if (k < low[2]) low[2] = k;
    if (i > high[0]) high[0] = i;
    if (j > high[1]) high[1] = j;
    if (k > high[2]) high[2] = k;
  }

  /** The frame as it stands, trimmed to the cells above the least, and an empty volume for the next one. */
  take(): VolumeFrame {
    const [a, b, c] = this.#low;
    const [d, e, f] = this.#high;
    const { kgPerM3, leastKgPerM3: least } = this;
    const { nx, ny } = this.grid;
    const [ni, nj, nk] = [Math.max(0, d - a + 1), Math.max(0, e - b + 1), Math.max(0, f - c + 1)];
    const codes = new Uint8Array(ni * nj * nk);
    let at = 0;
    for (let k = c; k <= f; k += 1) {
      for (let j = b; j <= e; j += 1) {
        const row = (k * ny + j) * nx;
        for (let i = a; i <= d; i += 1) {
          const value = kgPerM3[row + i] as number;
          if (value >= least) codes[at] = codeOf(value, least);
          at += 1;
        }
        kgPerM3.fill(0, row + a, row + d + 1);
      }
    }
    this.#empty();
    return trimmed({ i0: a, j0: b, k0: c, ni, nj, nk, codes });
  }

  #empty(): void {
    const { nx, ny, nz } = this.grid;
    this.#low.splice(0, 3, nx, ny, nz);
    this.#high.splice(0, 3, -1, -1, -1);
  }
}

const nothing: VolumeFrame = { i0: 0, j0: 0, k0: 0, ni: 0, nj: 0, nk: 0, codes: new Uint8Array(0) };

/** The smallest box that holds every code that is not 0. */
function trimmed(frame: VolumeFrame): VolumeFrame {
  const { i0, j0, k0, ni, nj, nk, codes } = frame;
  let [a, b, c, d, e, f] = [ni, nj, nk, -1, -1, -1];
  for (let k = 0, at = 0; k < nk; k += 1) {
    for (let j = 0; j < nj; j += 1) {
      for (let i = 0; i < ni; i += 1, at += 1) {
        if (codes[at] === 0) continue;
        if (i < a) a = i;
        if (i > d) d = i;
        if (j < b) b = j;
        if (j > e) e = j;
        if (k < c) c = k;
        if (k > f) f = k;
      }
    }
  }
  if (d < 0) return { ...nothing, codes: new Uint8Array(0) };
  const [mi, mj, mk] = [d - a + 1, e - b + 1, f - c + 1];
  const kept = new Uint8Array(mi * mj * mk);
  for (let k = 0; k < mk; k += 1) {
    for (let j = 0; j < mj; j += 1) {
      const from = ((k + c) * nj + j + b) * ni + a;
      kept.set(codes.subarray(from, from + mi), (k * mj + j) * mi);
    }
  }
  return { i0: i0 + a, j0: j0 + b, k0: k0 + c, ni: mi, nj: mj, nk: mk, codes: kept };
}
