import type { Site } from '@upwind/scenes';
import type { Obstacle } from './obstacles.ts';
import { resolutionOf } from './resolution.ts';
import { obstaclesOf } from './site-obstacles.ts';
import { groundOf, type Terrain } from './terrain.ts';
import type { WindGrid } from './wind-grid.ts';

/** A grid, and what had to be given up for it. */
export interface GridChoice {
  readonly grid: WindGrid;
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
}

const finestCellM = 5;
const finestLayerM = 3;
/** Coarsest cell before the grid leaves the far parts of a site, m. */
const coarsestCellM = 10;
/** Free air around what stands, at least, m. */
const leastMarginM = 60;
/** How far around a release a grid reaches on a site that is too large for it, m. */
const reachM = 1000;
const mostCells = 1_300_000;
/** Free air above a release, at least, m. */
const overReleaseM = 30;
/** Height of the grid over the tallest resolved obstacle, and at least, m. */
const heightsOver = 2.5;
const leastHeightM = 60;
const mostHeightM = 400;

/**
 * A grid over a site and its releases: cells of 5 m and layers of 3 m where at most 1.3 million of them suffice, else
 * coarser; on a very large site only 1 km around the releases.
 */
export function windGridAround(
  site: Site,
  releases: readonly (readonly [number, number, ...number[]])[] = [],
  obstacles: readonly Obstacle[] = obstaclesOf(site),
  marginM: number = leastMarginM,
): GridChoice {
  const notes: { zh: string; en: string }[] = [];
  let [west, south, east, north] = [...site.extent.min, ...site.extent.max];
  for (const [x, y] of releases) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  [west, south, east, north] = [west - marginM, south - marginM, east + marginM, north + marginM];
  const terrain = groundOf(site);
  const ground = groundRange(terrain, west, south, east, north);
  const tallest = tallestM(obstacles, ground[0]);
  const highest = Math.max(...releases.map(([x, y, z = 0]) => z - terrain(x, y) + overReleaseM));
  const heightM =
    Math.min(mostHeightM, Math.max(leastHeightM, heightsOver * tallest, highest)) + (ground[1] - ground[0]);
  const layerM = Math.max(finestLayerM, upTo(heightM / 48, 0.5));
  const nz = 2 * Math.floor(heightM / layerM / 2 + 0.9999);
  let cellM = cellFor((east - west) * (north - south), nz);
  if (cellM > coarsestCellM && releases.length > 0) {
    const xs = releases.map(([x]) => x);
    const ys = releases.map(([, y]) => y);
    west = Math.max(west, Math.min(...xs) - reachM);
    east = Math.min(east, Math.max(...xs) + reachM);
    south = Math.max(south, Math.min(...ys) - reachM);
    north = Math.min(north, Math.max(...ys) + reachM);
    cellM = cellFor((east - west) * (north - south), nz);
    notes.push({
      zh: `厂区过大：障碍物风场只覆盖泄漏点周围约 ${reachM} m`,
      en: `The site is too large for one grid: wind around obstacles is computed within ${reachM} m of the releases only`,
    });
  }
  if (cellM > finestCellM || layerM > finestLayerM) {
    notes.push({
      zh: `厂区较大：风场网格为 ${cellM} m × ${layerM} m，小于一格的障碍物只按阻力计`,
      en: `The site is large: wind cells are ${cellM} m wide and ${layerM} m high; what is slimmer is felt as drag only`,
    });
  }
  const count = (lengthM: number): number => 4 * Math.max(2, Math.floor(lengthM / cellM / 4 + 0.9999));
  return {
    grid: {
      x0M: west,
      y0M: south,
      z0M: ground[0],
      cellM,
      layerM,
      nx: count(east - west),
      ny: count(north - south),
      nz,
    },
    notes,
  };
}

function cellFor(areaM2: number, nz: number): number {
  // 3 % are kept for the rounding up of the numbers of cells.
  return Math.max(finestCellM, upTo(Math.sqrt((areaM2 * nz) / (0.97 * mostCells)), 0.25));
}

function upTo(value: number, stepM: number): number {
  return stepM * Math.floor(value / stepM + 0.9999);
}

/** Height over the lowest ground of the tallest obstacle that cells of the finest grid can show, m. */
function tallestM(obstacles: readonly Obstacle[], groundM: number): number {
  const grid = { x0M: 0, y0M: 0, z0M: 0, cellM: finestCellM, layerM: finestLayerM, nx: 1, ny: 1, nz: 1 };
  let tallest = 0;
  for (const obstacle of obstacles) {
    if (resolutionOf(obstacle, grid) === 'solid') tallest = Math.max(tallest, obstacle.topM - groundM);
  }
  return tallest;
}

function groundRange(terrain: Terrain, west: number, south: number, east: number, north: number): [number, number] {
  const corners = [terrain(west, south), terrain(east, south), terrain(west, north), terrain(east, north)];
  return [Math.min(...corners), Math.max(...corners)];
}
