import { type BoundaryLayer, windSpeedAt } from '../../../weather/boundary-layer.ts';
import type { WindField } from '../../../wind/wind-field.ts';
import { cellAt, faceAt } from '../../../wind/wind-grid.ts';
import type { WindFactors } from './shallow-air.ts';

/**
 * The wind of every column just above ground over that of open ground at the same height: a layer between buildings goes
 * with the wind that is there. 0 in columns that are solid to the top.
 */
export function windFactorsOf({ raster, u, v }: WindField, air: BoundaryLayer): WindFactors {
  const { grid, solid, groundM } = raster;
  const { nx, ny, nz, layerM } = grid;
  const east = new Float32Array(nx * ny);
  const north = new Float32Array(nx * ny);
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const column = j * nx + i;
      let k = 0;
      while (k < nz && solid[cellAt(grid, i, j, k)] === 1) k += 1;
      if (k === nz) continue;
      const heightM = Math.max(0.5 * layerM, (k + 0.5) * layerM - (groundM[column] as number));
      const open = Math.max(0.1, windSpeedAt(air, heightM));
      const at = faceAt(grid, i, j, k);
      east[column] = (0.5 * ((u[at] as number) + (u[faceAt(grid, i + 1, j, k)] as number))) / open;
      north[column] = (0.5 * ((v[at] as number) + (v[faceAt(grid, i, j + 1, k)] as number))) / open;
    }
  }
  return { east, north };
}
