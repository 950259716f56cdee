import { cos, sin } from '../../arithmetic/trigonometry.ts';
import { type BoundaryLayer, boundaryLayerOf, windSpeedAt } from '../../weather/boundary-layer.ts';
import type { ObstacleRaster } from '../../wind/obstacles.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { cellCount, faceAt, faceCount, type WindGrid } from '../../wind/wind-grid.ts';
import { type TurbulenceField, turbulenceWords } from './turbulence-field.ts';

/** A grid for tests, its corner at the origin. */
export function gridOf(nx: number, ny: number, nz: number, cellM: number, layerM: number): WindGrid {
  return { x0M: 0, y0M: 0, z0M: 0, cellM, layerM, nx, ny, nz };
}

/** A raster without obstacles. */
export function openRaster(grid: WindGrid): ObstacleRaster {
  return {
    grid,
    obstacles: [],
    solid: new Uint8Array(cellCount(grid)),
    groundM: new Float32Array(grid.nx * grid.ny),
  };
}

/** The same wind everywhere at a height. */
export function layeredWind(raster: ObstacleRaster, east: (heightM: number) => number, north = east): WindField {
  const { grid } = raster;
  const { nx, ny, nz, layerM } = grid;
  const u = new Float32Array(faceCount(grid));
  const v = new Float32Array(faceCount(grid));
  const w = new Float32Array(faceCount(grid));
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j <= ny; j += 1) {
      for (let i = 0; i <= nx; i += 1) {
        const face = faceAt(grid, i, j, k);
        if (j < ny) u[face] = east((k + 0.5) * layerM);
        if (i < nx) v[face] = north((k + 0.5) * layerM);
      }
    }
  }
  return { raster, u, v, w, residual: 0, iterations: 0 };
}

/** The undisturbed wind of a boundary layer. */
export function openWind(raster: ObstacleRaster, air: BoundaryLayer): WindField {
  const angle = (air.windFromDeg * Math.PI) / 180;
  return layeredWind(
    raster,
    (z) => -sin(angle) * windSpeedAt(air, z),
    (z) => -cos(angle) * windSpeedAt(air, z),
  );
}

/** A neutral west wind. */
export function neutralAir(windSpeedMPerS: number, roughnessM: number, windFromDeg = 270): BoundaryLayer {
  return boundaryLayerOf({
    windSpeedMPerS,
    windFromDeg,
    windHeightM: 10,
    temperatureK: 288.15,
    roughnessM,
    inverseObukhovPerM: 0,
    stability: 'D',
  });
}

/** The same turbulence everywhere, no correlation, no meander. */
export function evenTurbulence(
  raster: ObstacleRaster,
  sigma: readonly [number, number, number],
  structure: number,
): TurbulenceField {
  const cells = new Float32Array(cellCount(raster.grid) * turbulenceWords);
  for (let at = 0; at < cells.length; at += turbulenceWords) {
    cells[at] = sigma[0];
    cells[at + 3] = Math.sqrt(structure);
    cells[at + 4] = sigma[1];
    cells[at + 6] = sigma[2];
    cells[at + 7] = structure / (2 * sigma[2] * sigma[2]);
  }
  return { raster, cells, meanderEastMPerS: 0, meanderNorthMPerS: 0, meanderTimeS: 300, lidM: 1e6 };
}
