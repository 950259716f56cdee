import { codeOf, type VolumeFrame, type VolumeGrid } from './volume.ts';

/** The volume of one frame while parts of a cloud add to it. */
export class VolumeBuilder {
  readonly grid: VolumeGrid;
  readonly leastKgPerM3: number;
  /** kg/m³, i fastest, then j, then k. Whoever writes here directly tells `touch`, `touchRow` or `touchBox` of the cells. */
  readonly kgPerM3: Float32Array<ArrayBuffer>;
  /** Row by row (all layers of a j together) the cells that may hold gas: columns, and the lowest and highest layer. */
  readonly #iLow: Int32Array<ArrayBuffer>;
  readonly #iHigh: Int32Array<ArrayBuffer>;
  readonly #kLow: Int32Array<ArrayBuffer>;
  readonly #kHigh: Int32Array<ArrayBuffer>;
  /** The box around all cells touched one by one: least and greatest i, j, k. */
  readonly #low: [number, number, number];
  readonly #high: [number, number, number] = [-1, -1, -1];

  constructor(grid: VolumeGrid, leastKgPerM3: number) {
    this.grid = grid;
    this.leastKgPerM3 = leastKgPerM3;
    this.kgPerM3 = new Float32Array(grid.nx * grid.ny * grid.nz);
    this.#iLow = new Int32Array(grid.ny).fill(grid.nx);
    this.#iHigh = new Int32Array(grid.ny).fill(-1);
    this.#kLow = new Int32Array(grid.ny).fill(grid.nz);
    this.#kHigh = new Int32Array(grid.ny).fill(-1);
    this.#low = [grid.nx, grid.ny, grid.nz];
  }

  /** Adds to one cell. */
  add(i: number, j: number, k: number, kgPerM3: number): void {
    const { nx, ny } = this.grid;
    const cell = (k * ny + j) * nx + i;
    this.kgPerM3[cell] = (this.kgPerM3[cell] as number) + kgPerM3;
    this.touch(i, j, k);
  }

  /** Says that a cell may hold gas, and with it every cell of the box around all that were touched so. */
  touch(i: number, j: number, k: number): void {
    const [low, high] = [this.#low, this.#high];
    if (i < low[0]) low[0] = i;
    if (j < low[1]) low[1] = j;
    if (k < low[2]) low[2] = k;
    if (i > high[0]) high[0] = i;
    if (j > high[1]) high[1] = j;
    if (k > high[2]) high[2] = k;
  }

  /** Says that the cells of a row may hold gas, from one column and layer to another, both included. */
  touchRow(j: number, iLow: number, iHigh: number, kLow: number, kHigh: number): void {
    if (iLow < (this.#iLow[j] as number)) this.#iLow[j] = iLow;
    if (iHigh > (this.#iHigh[j] as number)) this.#iHigh[j] = iHigh;
    if (kLow < (this.#kLow[j] as number)) this.#kLow[j] = kLow;
    if (kHigh > (this.#kHigh[j] as number)) this.#kHigh[j] = kHigh;
  }

  /** Says that the cells of a box may hold gas, ends included. */
  touchBox(iLow: number, iHigh: number, jLow: number, jHigh: number, kLow: number, kHigh: number): void {
    for (let j = jLow; j <= jHigh; j += 1) this.touchRow(j, iLow, iHigh, kLow, kHigh);
  }

  /** The frame as it stands, trimmed to the cells above the least, and an empty volume for the next one. */
  take(): VolumeFrame {
    const { nx, ny, nz } = this.grid;
    const { kgPerM3, leastKgPerM3: least } = this;
    this.touchBox(this.#low[0], this.#high[0], this.#low[1], this.#high[1], this.#low[2], this.#high[2]);
    let [a, b, c, d, e, f] = [nx, ny, nz, -1, -1, -1];
    for (let j = 0; j < ny; j += 1) {
      const [low, high] = [this.#iLow[j] as number, this.#iHigh[j] as number];
      for (let k = this.#kLow[j] as number; k <= (this.#kHigh[j] as number); k += 1) {
        const row = (k * ny + j) * nx;
        let i = low;
        while (i <= high && !((kgPerM3[row + i] as number) >= least)) i += 1;
        if (i > high) continue;
        if (i < a) a = i;
        i = high;
        while (!((kgPerM3[row + i] as number) >= least)) i -= 1;
        if (i > d) d = i;
        if (j < b) b = j;
        e = j;
        if (k < c) c = k;
        if (k > f) f = k;
      }
    }
    const empty = d < 0;
    const [ni, nj, nk] = empty ? [0, 0, 0] : [d - a + 1, e - b + 1, f - c + 1];
    const codes = new Uint8Array(ni * nj * nk);
    for (let j = 0; j < ny; j += 1) {
      const [low, high] = [this.#iLow[j] as number, this.#iHigh[j] as number];
      for (let k = this.#kLow[j] as number; k <= (this.#kHigh[j] as number); k += 1) {
        const row = (k * ny + j) * nx;
        // A row or layer without a cell above the least may lie outside the box; none of its cells is written.
        const to = ((k - c) * nj + j - b) * ni - a;
        for (let i = low; i <= high; i += 1) {
          const value = kgPerM3[row + i] as number;
          if (value >= least) codes[to + i] = codeOf(value, least);
        }
        kgPerM3.fill(0, row + low, row + high + 1);
      }
    }
    this.#iLow.fill(nx);
    this.#iHigh.fill(-1);
    this.#kLow.fill(nz);
    this.#kHigh.fill(-1);
    this.#low.splice(0, 3, nx, ny, nz);
    this.#high.splice(0, 3, -1, -1, -1);
    return empty ? { i0: 0, j0: 0, k0: 0, ni, nj, nk, codes } : { i0: a, j0: b, k0: c, ni, nj, nk, codes };
  }
}
