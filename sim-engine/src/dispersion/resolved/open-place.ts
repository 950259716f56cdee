import type { ObstacleRaster } from '../../wind/obstacles.ts';
import { cellAt } from '../../wind/wind-grid.ts';

/** Metres from the corner of a wind grid. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** How far from the faces of its cell, and below the grid's top, a moved place stands, in cells. */
const off = 0.05;
/** Cells sideways beyond which nobody looks for air. */
const mostCells = 12;

/**
 * A place in the air of a raster, in the site's metres and `heightM` over the ground, mirrored there, within the grid.
 * From within a solid it goes to the nearest air, beside it or above it.
 */
export function openPlace(raster: ObstacleRaster, east: number, north: number, heightM: number): GridPlace {
  const { grid, groundM, solid } = raster;
  const { cellM, layerM, nx, ny, nz } = grid;
  const within = (value: number, cells: number): number => Math.min((cells - 0.01) * cellM, Math.max(0, value));
  const x = within(east - grid.x0M, nx);
  const y = within(north - grid.y0M, ny);
  const i = Math.floor(x / cellM);
  const j = Math.floor(y / cellM);
  const ground = groundM[j * nx + i] as number;
  const topM = (nz - off) * layerM;
  const z = Math.min(topM, ground + Math.max(0.05, Math.abs(heightM)));
  const k = Math.floor(z / layerM);
  if (solid[cellAt(grid, i, j, k)] === 0) return { x, y, z };
  let above = k;
  while (above < nz && solid[cellAt(grid, i, j, above)] !== 0) above += 1;
  const lifted = Math.min(topM, (above + off) * layerM);
  const beside = nearestBeside(raster, x, y, k, above < nz ? lifted - z : Number.POSITIVE_INFINITY);
  return beside === undefined ? { x, y, z: lifted } : { ...beside, z };
}

/** The nearest place in the air of a layer, closer than `leastM`; the first of equals by row, then by column. */
function nearestBeside(
  { grid, solid }: ObstacleRaster,
  x: number,
  y: number,
  k: number,
  leastM: number,
): { readonly x: number; readonly y: number } | undefined {
  const { cellM, nx, ny } = grid;
  const reach = Math.min(mostCells, Math.ceil(leastM / cellM));
  const [i, j] = [Math.floor(x / cellM), Math.floor(y / cellM)];
  const nearest = (value: number, cell: number): number =>
    Math.min((cell + 1 - off) * cellM, Math.max((cell + off) * cellM, value));
  let least = leastM * leastM;
  let best: { readonly x: number; readonly y: number } | undefined;
  for (let b = Math.max(0, j - reach); b <= Math.min(ny - 1, j + reach); b += 1) {
    for (let a = Math.max(0, i - reach); a <= Math.min(nx - 1, i + reach); a += 1) {
      if (solid[cellAt(grid, a, b, k)] !== 0) continue;
      const [px, py] = [nearest(x, a), nearest(y, b)];
      const square = (px - x) * (px - x) + (py - y) * (py - y);
      if (square >= least) continue;
      least = square;
      best = { x: px, y: py };
    }
  }
  return best;
}
