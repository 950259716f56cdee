import { expect, it } from 'vitest';
import { boundaryLayerOf, windSpeedAt } from '../../../weather/boundary-layer.ts';
import { cellAt, cellCount, faceAt, faceCount } from '../../../wind/wind-grid.ts';
import { groundOfRaster } from './shallow-ground.ts';
import { windFactorsOf } from './wind-factors.ts';

const grid = { x0M: 0, y0M: 0, z0M: 0, cellM: 5, layerM: 2, nx: 4, ny: 3, nz: 5 };

it('an open wind gives its own direction; a building closes its column, a rise lifts it', () => {
  const air = boundaryLayerOf({
    windSpeedMPerS: 4,
    windFromDeg: 270,
    windHeightM: 10,
    temperatureK: 293,
    roughnessM: 0.03,
    inverseObukhovPerM: 0,
    stability: 'D',
  });
  const u = new Float32Array(faceCount(grid));
  for (let k = 0; k < 5; k += 1) {
    for (let j = 0; j < 3; j += 1) {
      for (let i = 0; i <= 4; i += 1) u[faceAt(grid, i, j, k)] = windSpeedAt(air, 2 * k + 1);
    }
  }
  const solid = new Uint8Array(cellCount(grid));
  for (let k = 0; k < 3; k += 1) solid[cellAt(grid, 2, 1, k)] = 1;
  solid[cellAt(grid, 0, 0, 0)] = 1;
  const groundM = new Float32Array(12);
  groundM[0] = 2;
  const raster = { grid, obstacles: [], solid, groundM };
  const factors = windFactorsOf(
    {
      raster,
      u,
      v: new Float32Array(faceCount(grid)),
      w: new Float32Array(faceCount(grid)),
      residual: 0,
      iterations: 0,
    },
    air,
  );
  expect(factors.east[1]).toBeCloseTo(1, 5);
  expect(factors.north[1]).toBe(0);
  const ground = groundOfRaster(raster);
  expect(ground.closed[1 * 4 + 2]).toBe(1);
  expect(ground.closed[0]).toBe(0);
  expect(ground.heightM[0]).toBe(2);
  expect(ground.grid.x0M).toBe(2.5);
});
