import type { ObstacleRaster } from './obstacles.ts';

/**
 * A steady wind on a grid. `u[faceAt(i, j, k)]` is the speed, m/s, towards east through the west face of cell (i, j, k);
 * `v` towards north through its south face; `w` up through its floor. Faces of solids carry 0.
 */
export interface WindField {
  readonly raster: ObstacleRaster;
  readonly u: Float32Array;
  readonly v: Float32Array;
  readonly w: Float32Array;
  /** Residual of the solve over that of the first guess (2-norms), and how it was reached. */
  readonly residual: number;
  readonly iterations: number;
}
