import type { Body } from './body.ts';
import type { ZoneAir } from './zone-air.ts';

/** Ranges of columns and layers around a body, half open. */
export interface Columns {
  i0: number;
  i1: number;
  j0: number;
  j1: number;
}

/** The columns of a rectangle in wind axes: from `backM` to `aheadM` along the wind off the body's middle, `sideM` to each side. */
export function columnsAround(air: ZoneAir, body: Body, backM: number, aheadM: number, sideM: number): Columns {
  const { grid } = air.raster;
  const { east, north } = air.axes;
  const reachX = Math.abs(north) * sideM;
  const reachY = Math.abs(east) * sideM;
  const x = body.obstacle.x - grid.x0M;
  const y = body.obstacle.y - grid.y0M;
  const low = (centre: number, share: number, reach: number): number =>
    Math.floor((centre + Math.min(backM * share, aheadM * share) - reach) / grid.cellM);
  const high = (centre: number, share: number, reach: number): number =>
    Math.floor((centre + Math.max(backM * share, aheadM * share) + reach) / grid.cellM) + 1;
  return {
    i0: Math.max(0, low(x, east, reachX)),
    i1: Math.min(grid.nx, high(x, east, reachX)),
    j0: Math.max(0, low(y, north, reachY)),
    j1: Math.min(grid.ny, high(y, north, reachY)),
  };
}

/** First layer whose middle lies at or above a level, local m. */
export function layerFrom(air: ZoneAir, levelM: number): number {
  const { z0M, layerM, nz } = air.raster.grid;
  // −floor(−x) rounds up; a middle on the level itself belongs to the upper side.
  return Math.min(nz, Math.max(0, -Math.floor(-((levelM - z0M) / layerM - 0.5 - 1e-9))));
}
