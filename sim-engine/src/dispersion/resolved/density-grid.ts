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
    levels.push({ cellM, nx, ny, quanta: new Float64Array(nx * ny * nz), open, touched: { ...untouched } });
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

/**
 * Brings what stands on the coarse levels down to the finest, smoothly (bilinear between the middles of cells) and into
 * air only; no quantum is lost but by rounding of the sums' last digit. The finest level then holds all.
 */
export function gatherDensity({ levels }: DensityGrid): void {
  for (let level = levels.length - 1; level > 0; level -= 1) {
    const from = levels[level] as DensityLevel;
    const to = levels[level - 1] as DensityLevel;
    const { iLow, iHigh, jLow, jHigh, kLow, kHigh } = from.touched;
    for (let k = kLow; k <= kHigh; k += 1) {
      for (let j = jLow; j <= jHigh; j += 1) {
        for (let i = iLow; i <= iHigh; i += 1) {
          const held = from.quanta[(k * from.ny + j) * from.nx + i] as number;
          if (held > 0) handDown(held, i, j, k, to);
        }
      }
    }
    if (kHigh >= 0) touch(to, 2 * iLow - 1, 2 * iHigh + 2, 2 * jLow - 1, 2 * jHigh + 2, kLow, kHigh);
    from.quanta.fill(0);
    Object.assign(from.touched, untouched);
  }
}

const shares = [0.125, 0.375, 0.375, 0.125] as const;

function handDown(held: number, i: number, j: number, k: number, { nx, ny, quanta, open }: DensityLevel): void {
  let sum = 0;
  for (let b = 0; b < 4; b += 1) {
    const y = 2 * j - 1 + b;
    if (y < 0 || y >= ny) continue;
    for (let a = 0; a < 4; a += 1) {
      const x = 2 * i - 1 + a;
      if (x < 0 || x >= nx) continue;
      sum += (shares[a] as number) * (shares[b] as number) * (open[(k * ny + y) * nx + x] as number);
    }
  }
  if (sum <= 0) return;
  for (let b = 0; b < 4; b += 1) {
    const y = 2 * j - 1 + b;
    if (y < 0 || y >= ny) continue;
    for (let a = 0; a < 4; a += 1) {
      const x = 2 * i - 1 + a;
      if (x < 0 || x >= nx) continue;
      const cell = (k * ny + y) * nx + x;
      const part = (shares[a] as number) * (shares[b] as number) * (open[cell] as number);
      quanta[cell] = (quanta[cell] as number) + (held * part) / sum;
    }
  }
}
