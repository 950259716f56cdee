import type { ObstacleRaster } from '../../wind/obstacles.ts';
import { cellAt } from '../../wind/wind-grid.ts';

/** One grid of a density: cells twice as wide as those of the level before. */
export interface DensityLevel {
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
  /** Whole numbers of quanta a cell, so that their sum does not depend on the order. i fastest, then j, then k. */
  readonly quanta: Float64Array<ArrayBuffer>;
  /** Share of a cell that is air, 0…1. */
  readonly open: Float32Array<ArrayBuffer>;
  /** 1 where every cell within reach of a kernel in the same layer is air, and inside the grid. */
  readonly free: Uint8Array<ArrayBuffer>;
  /** Share of air among the finer cells that a cell is handed down to. Of the finest: empty. */
  readonly below: Float32Array<ArrayBuffer>;
  /** The cells that may hold quanta. */
  readonly touched: TouchedCells;
}

/** A box of cells over some layers, both ends included; empty when a low end is above its high end. */
export interface TouchedCells {
  iLow: number;
  iHigh: number;
  jLow: number;
  jHigh: number;
  kLow: number;
  kHigh: number;
}

const untouched: TouchedCells = {
  iLow: Number.MAX_SAFE_INTEGER,
  iHigh: -1,
  jLow: Number.MAX_SAFE_INTEGER,
  jHigh: -1,
  kLow: Number.MAX_SAFE_INTEGER,
  kHigh: -1,
};

/** Says that cells of a level may hold quanta. */
export function touch(
  { touched, nx, ny }: DensityLevel,
  iLow: number,
  iHigh: number,
  jLow: number,
  jHigh: number,
  kLow: number,
  kHigh: number,
): void {
  if (iLow < touched.iLow) touched.iLow = Math.max(0, iLow);
  if (iHigh > touched.iHigh) touched.iHigh = Math.min(nx - 1, iHigh);
  if (jLow < touched.jLow) touched.jLow = Math.max(0, jLow);
  if (jHigh > touched.jHigh) touched.jHigh = Math.min(ny - 1, jHigh);
  if (kLow < touched.kLow) touched.kLow = kLow;
  if (kHigh > touched.kHigh) touched.kHigh = kHigh;
}

/** Where particles are counted: columns on the ground from a corner, `nz` layers above ground. */
export interface DensityGrid {
  /** Corner, metres from the corner of the wind grid. */
  readonly westM: number;
  readonly southM: number;
  readonly nz: number;
  readonly layerM: number;
  /** Finest first. */
  readonly levels: readonly DensityLevel[];
}

/** What a density grid covers, in the site's metres: its south-west corner, its cells and its layers above ground. */
export interface DensityExtent {
  readonly cornerX: number;
  readonly cornerY: number;
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  readonly layerM: number;
  /** Middle of the lowest layer, m above ground. */
  readonly lowestM: number;
}

const levelCount = 4;
/** Cells that a kernel reaches to either side (`kernel-density.ts`). */
export const kernelReach = 3;
/** Points along each axis at which a cell is asked whether it is air. */
const probes = 2;
/** A cell with less air than this counts as solid: its concentration would be nobody's. */
const leastOpen = 0.2;

/** Grids over an extent, empty, that know where the solids of a raster are. Outside the raster all is air. */
export function densityGrid(extent: DensityExtent, raster: ObstacleRaster): DensityGrid {
  const { cornerX, cornerY, nz, layerM } = extent;
  const levels: DensityLevel[] = [];
  let { cellM, nx, ny } = extent;
  let open = openShares(extent, raster);
  for (let level = 0; level < levelCount; level += 1) {
    const finer = levels.at(-1);
    levels.push({
      cellM,
      nx,
      ny,
      quanta: new Float64Array(nx * ny * nz),
      open,
      free: freeCells(open, nx, ny, nz),
      below: finer === undefined ? new Float32Array(0) : airBelow(finer, nx, ny, nz),
      touched: { ...untouched },
    });
    if (nx < 2 || ny < 2) break;
    const [mx, my] = [Math.ceil(nx / 2), Math.ceil(ny / 2)];
    const coarse = new Float32Array(mx * my * nz);
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          const to = (k * my + (j >> 1)) * mx + (i >> 1);
          coarse[to] = (coarse[to] as number) + 0.25 * (open[(k * ny + j) * nx + i] as number);
        }
      }
    }
    [cellM, nx, ny, open] = [2 * cellM, mx, my, coarse];
  }
  return { westM: cornerX - raster.grid.x0M, southM: cornerY - raster.grid.y0M, nz, layerM, levels };
}

function openShares(extent: DensityExtent, { grid, solid, groundM }: ObstacleRaster): Float32Array<ArrayBuffer> {
  const { cornerX, cornerY, cellM, nx, ny, nz, layerM, lowestM } = extent;
  const open = new Float32Array(nx * ny * nz);
  for (let k = 0; k < nz; k += 1) {
    const height = lowestM + k * layerM;
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        let air = 0;
        for (let b = 0; b < probes; b += 1) {
          for (let a = 0; a < probes; a += 1) {
            const x = Math.floor((cornerX + (i + (a + 0.5) / probes) * cellM - grid.x0M) / grid.cellM);
            const y = Math.floor((cornerY + (j + (b + 0.5) / probes) * cellM - grid.y0M) / grid.cellM);
            if (x < 0 || y < 0 || x >= grid.nx || y >= grid.ny) {
              air += 1;
              continue;
            }
            const z = Math.floor((height + (groundM[y * grid.nx + x] as number)) / grid.layerM);
            if (z >= grid.nz || solid[cellAt(grid, x, y, z)] === 0) air += 1;
          }
        }
        const share = air / (probes * probes);
        open[(k * ny + j) * nx + i] = share < leastOpen ? 0 : share;
      }
    }
  }
  return open;
}

/** Empties all levels. */
export function clearDensity({ levels }: DensityGrid): void {
  for (const { quanta, touched } of levels) {
    quanta.fill(0);
    Object.assign(touched, untouched);
  }
}

/** Cells whose kernels meet neither a solid nor the edge. */
function freeCells(open: Float32Array, nx: number, ny: number, nz: number): Uint8Array<ArrayBuffer> {
  const free = new Uint8Array(nx * ny * nz);
  const rows = new Uint8Array(nx * ny);
  for (let k = 0; k < nz; k += 1) {
    const base = k * nx * ny;
    rows.fill(0);
    for (let j = 0; j < ny; j += 1) {
      let since = 0;
      for (let i = 0; i < nx; i += 1) {
        since = (open[base + j * nx + i] as number) === 1 ? since + 1 : 0;
        if (since > 2 * kernelReach) rows[j * nx + i - kernelReach] = 1;
      }
    }
    for (let i = 0; i < nx; i += 1) {
      let since = 0;
      for (let j = 0; j < ny; j += 1) {
        since = rows[j * nx + i] === 1 ? since + 1 : 0;
        if (since > 2 * kernelReach) free[base + (j - kernelReach) * nx + i] = 1;
      }
    }
  }
  return free;
}

/** For each cell of a coarser level the share of air among the finer cells it is handed down to. */
function airBelow(finer: DensityLevel, nx: number, ny: number, nz: number): Float32Array<ArrayBuffer> {
  const below = new Float32Array(nx * ny * nz);
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        let sum = 0;
        for (let b = 0; b < 4; b += 1) {
          const y = 2 * j - 1 + b;
          if (y < 0 || y >= finer.ny) continue;
          for (let a = 0; a < 4; a += 1) {
            const x = 2 * i - 1 + a;
            if (x < 0 || x >= finer.nx) continue;
            const share = (shares[a] as number) * (shares[b] as number);
            sum += share * (finer.open[(k * finer.ny + y) * finer.nx + x] as number);
          }
        }
        below[(k * ny + j) * nx + i] = sum;
      }
    }
  }
  return below;
}

const shares = [0.125, 0.375, 0.375, 0.125] as const;

/**
 * Brings what stands on the coarse levels down to the finest, smoothly (bilinear between the middles of cells) and into
 * air only; no quantum is lost but by rounding of the sums' last digit. The finest level then holds all.
 */
export function gatherDensity({ levels }: DensityGrid): void {
  for (let level = levels.length - 1; level > 0; level -= 1) {
    const from = levels[level] as DensityLevel;
    const to = levels[level - 1] as DensityLevel;
    const { nx, ny, quanta, below, touched } = from;
    const { iLow, iHigh, jLow, jHigh, kLow, kHigh } = touched;
    if (kHigh < 0) continue;
    touch(to, 2 * iLow - 1, 2 * iHigh + 2, 2 * jLow - 1, 2 * jHigh + 2, kLow, kHigh);
    const west = Math.max(0, 2 * iLow - 1);
    const east = Math.min(to.nx - 1, 2 * iHigh + 2);
    for (let k = kLow; k <= kHigh; k += 1) {
      const base = k * nx * ny;
      for (let j = jLow; j <= jHigh; j += 1) {
        for (let cell = base + j * nx + iLow; cell <= base + j * nx + iHigh; cell += 1) {
          const air = below[cell] as number;
          quanta[cell] = air > 0 ? (quanta[cell] as number) / air : 0;
        }
      }
      for (let j = Math.max(0, 2 * jLow - 1); j <= Math.min(to.ny - 1, 2 * jHigh + 2); j += 1) {
        const near = j >> 1;
        const far = (j & 1) === 0 ? near - 1 : near + 1;
        // At the edge the further row is outside and holds nothing.
        const isInside = far >= 0 && far < ny;
        const rows = [base + near * nx, base + (isInside ? far : near) * nx, isInside ? 0.125 : 0] as const;
        handDown(to, (k * to.ny + j) * to.nx, west, east, quanta, rows, nx);
      }
    }
    quanta.fill(0);
    Object.assign(touched, untouched);
  }
}

/** One row of the finer level from the near and the far row of the coarser one, and the far one's weight. */
function handDown(
  { quanta, open }: DensityLevel,
  row: number,
  west: number,
  east: number,
  coarse: Float64Array,
  [near, far, farWeight]: readonly [number, number, number],
  coarseNx: number,
): void {
  for (let i = west; i <= east; i += 1) {
    const own = i >> 1;
    const next = (i & 1) === 0 ? own - 1 : own + 1;
    let sum = 0.375 * (0.375 * (coarse[near + own] as number) + farWeight * (coarse[far + own] as number));
    if (next >= 0 && next < coarseNx) {
      sum += 0.125 * (0.375 * (coarse[near + next] as number) + farWeight * (coarse[far + next] as number));
    }
    if (sum > 0) quanta[row + i] = (quanta[row + i] as number) + sum * (open[row + i] as number);
  }
}
