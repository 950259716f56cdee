import type { Site } from '@upwind/scenes';
import type { Crew } from '../crew/crew.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import { windGridAround } from './grid-choice.ts';
import type { ObstacleRaster } from './obstacles.ts';
import { rasterOf } from './raster.ts';
import { obstaclesOf } from './site-obstacles.ts';
import { WindSolver } from './solver/wind-solver.ts';
import { terrainOf } from './terrain.ts';
import { type WindOverTime, windFieldsOver } from './wind-over-time.ts';

export interface SiteWind {
  readonly raster: ObstacleRaster;
  readonly over: WindOverTime;
  /** What was given up for size, for the result's notes. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
}

export interface SiteWindRequest {
  /** Places of the releases, local m: the grid reaches them. */
  readonly releases: readonly (readonly [number, number, ...number[]])[];
  readonly airAt: (timeS: number) => BoundaryLayer;
  readonly timesS: readonly number[];
  readonly crew: Crew;
  /** Free air around the site and its releases, m; 60 where absent. */
  readonly marginM?: number;
}

/** The wind around all that stands on a site, over time. Throws a RangeError where the crew's memory does not suffice. */
export function siteWind(site: Site, { releases, airAt, timesS, crew, marginM }: SiteWindRequest): SiteWind {
  const obstacles = obstaclesOf(site);
  const { grid, notes } = windGridAround(site, releases, obstacles, marginM);
  const raster = rasterOf(obstacles, grid, terrainOf(site));
  const solver = new WindSolver(raster, crew);
  try {
    return { raster, over: windFieldsOver(solver, airAt, timesS), notes: [...notes, ...leftOutNotes(raster)] };
  } finally {
    solver.release();
  }
}

function leftOutNotes({ leftOut }: ObstacleRaster): SiteWind['notes'] {
  const count = leftOut?.overLimit ?? 0;
  if (count === 0) return [];
  return [
    {
      zh: `障碍物过多：最小的 ${count} 个未计入风场`,
      en: `Too many obstacles: the ${count} smallest are left out of the wind`,
    },
  ];
}
