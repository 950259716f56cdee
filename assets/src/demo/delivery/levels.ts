import type { BuildingDetail } from '../mesh/building-mesh.ts';

/** What one level of detail shows. */
export interface Level {
  /** how many times larger its pixels are than the finest */
  readonly factor: number;
  /** tiles along each side of a root tile */
  readonly split: number;
  /** metres between the corners of the ground */
  readonly cellM: number;
  readonly building: BuildingDetail;
  readonly kerbs: boolean;
  readonly cars: boolean;
  /** metres of error that switching to the next level removes; absent for the finest */
  readonly geometricErrorM?: number;
}

/** Ground pixels of the finest level: six to the metre, a lane marking is one wide. */
export const PIXEL_M = 1 / 6;
/** Walls are seen from nearer by. */
export const WALL_PIXEL_M = 1 / 8;
/** Pixels that a tile's picture reaches over its border, so that neighbours join without a seam. */
export const MARGIN_PIXELS = 9;

const bare = { meshM: 1e9, unevenM: 0, units: false, parapet: false };

/** Coarsest first. The coarsest is for the far view, so it gives way early; the finest is for standing above a plant. */
export const levels: readonly [Level, Level, Level] = [
  { factor: 4, split: 1, cellM: 26, building: bare, kerbs: false, cars: false, geometricErrorM: 64 },
  {
    factor: 2,
    split: 2,
    cellM: 13,
    building: { meshM: 14, unevenM: 0, units: false, parapet: true },
    kerbs: false,
    cars: true,
    geometricErrorM: 8,
  },
  {
    factor: 1,
    split: 4,
    cellM: 6.5,
    building: { meshM: 4, unevenM: 0.06, units: true, parapet: true },
    kerbs: true,
    cars: true,
  },
];
