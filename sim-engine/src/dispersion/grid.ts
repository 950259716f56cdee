import type { Site } from '@upwind/scenes';
import type { FieldGrid } from './hazard-field.ts';

/** Most cells of one layer and of all layers together: memory of a result stays below 50 MB. */
const mostCells = 40_000;
const sides = [2, 2.5, 4, 5, 6, 8, 10, 12.5, 16, 20, 25, 40, 50, 80, 100, 160, 200, 400, 800] as const;

/**
 * The grid over a site and its surroundings: the site's extent and every release, widened by a third of the longer
 * side (at least 150 m), in the finest cells that fit.
 */
export function gridAround(site: Site, places: readonly (readonly [number, number, number])[]): FieldGrid {
  let [west, south] = site.extent.min;
  let [east, north] = site.extent.max;
  for (const [x, y] of places) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  const margin = marginAround(east - west, north - south);
  west -= margin;
  south -= margin;
  east += margin;
  north += margin;
  const fits = (cell: number): boolean =>
    Math.ceil((east - west) / cell) * Math.ceil((north - south) / cell) <= mostCells;
  const cellM = sides.find(fits) ?? Math.sqrt(((east - west) * (north - south)) / mostCells) * 1.1;
  const nx = Math.max(2, Math.ceil((east - west) / cellM));
  const ny = Math.max(2, Math.ceil((north - south) / cellM));
  return { x0M: west + cellM / 2, y0M: south + cellM / 2, cellM, nx, ny };
}

/** How far beyond a site and its releases their surroundings are computed, m. */
export function marginAround(widthM: number, depthM: number): number {
  return Math.max(150, Math.max(widthM, depthM) / 3);
}

/** The same ground in at most so many cells, each of them whole cells of the grid wide. */
export function coarserGrid({ x0M, y0M, cellM, nx, ny }: FieldGrid, mostCells: number): FieldGrid {
  let times = 1;
  while (Math.ceil(nx / times) * Math.ceil(ny / times) > mostCells) times += 1;
  const wide = times * cellM;
  return {
    x0M: x0M - cellM / 2 + wide / 2,
    y0M: y0M - cellM / 2 + wide / 2,
    cellM: wide,
    nx: Math.ceil(nx / times),
    ny: Math.ceil(ny / times),
  };
}
