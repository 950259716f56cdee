import type { ObstacleRaster } from '../../src/wind/obstacles.ts';
import type { Faces } from '../../src/wind/solver/wind-solver.ts';
import { cellAt, cellCount, faceAt, faceCount, type WindGrid } from '../../src/wind/wind-grid.ts';
import type { ParkBox } from './park1km.ts';

/** 1000 × 1000 × 90 m in cells of 5 × 5 × 3 m. */
export const parkGrid: WindGrid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 3, nx: 200, ny: 200, nz: 30 };

/** The boxes as cells; their sides lie on faces. */
export function parkRaster(boxes: readonly ParkBox[]): ObstacleRaster {
  const { nx, ny, cellM, layerM } = parkGrid;
  const solid = new Uint8Array(cellCount(parkGrid));
  for (const { x, y, l, w, h } of boxes) {
    for (let k = 0; k < Math.round(h / layerM); k += 1) {
      for (let j = Math.round(y / cellM); j < Math.round((y + w) / cellM); j += 1) {
        const row = cellAt(parkGrid, 0, j, k);
        solid.fill(1, row + Math.round(x / cellM), row + Math.round((x + l) / cellM));
      }
    }
  }
  return { grid: parkGrid, obstacles: [], solid, groundM: new Float32Array(nx * ny) };
}

/** Log profile, 3 m/s at 10 m over z0 = 0.1 m, from `fromDeg`; 0 on the faces of solids. */
export function parkWind(raster: ObstacleRaster, fromDeg: number): Faces {
  const { nx, ny, nz, layerM } = parkGrid;
  const faces = faceCount(parkGrid);
  const [u, v, w] = [new Float32Array(faces), new Float32Array(faces), new Float32Array(faces)];
  const turn = (fromDeg * Math.PI) / 180;
  const isSolid = (i: number, j: number, k: number): boolean =>
    i >= 0 && j >= 0 && i < nx && j < ny && raster.solid[cellAt(parkGrid, i, j, k)] === 1;
  for (let k = 0; k < nz; k += 1) {
    const speed = (3 * Math.log(((k + 0.5) * layerM) / 0.1)) / Math.log(10 / 0.1);
    for (let j = 0; j <= ny; j += 1) {
      for (let i = 0; i <= nx; i += 1) {
        const face = faceAt(parkGrid, i, j, k);
        if (j < ny && !isSolid(i, j, k) && !isSolid(i - 1, j, k)) u[face] = -speed * Math.sin(turn);
        if (i < nx && !isSolid(i, j, k) && !isSolid(i, j - 1, k)) v[face] = -speed * Math.cos(turn);
      }
    }
  }
  return { u, v, w };
}
