import { firstGuess } from '../../src/wind/first-guess.ts';
import type { Obstacle } from '../../src/wind/obstacles.ts';
import { rasterOf } from '../../src/wind/raster.ts';
import { windAxes } from '../../src/wind/wind-axes.ts';
import type { WindField } from '../../src/wind/wind-field.ts';
import { faceAt, type WindGrid } from '../../src/wind/wind-grid.ts';
import type { Pair } from '../metrics.ts';
import type { Balance } from './checks.ts';

/** Rows and columns of the benchmark park's edge that a developed profile is not looked for in. */
const edgeCells = 40;

/**
 * Mean wind between the buildings of a park over that at their mean height: after Macdonald (2000, Boundary-Layer Meteorol.
 * 97, 25) exp(9.6 λf (z/H − 1)), λf the front of all buildings over the ground, and as the balanced wind has it, for winds
 * from the west and the south-west, layer by layer below the mean height.
 */
export function parkProfiles(buildings: readonly Obstacle[], grid: WindGrid, balance: Balance): Pair[] {
  const meanM = buildings.reduce((sum, { topM }) => sum + topM / buildings.length, 0);
  const raster = rasterOf(buildings, grid);
  return [270, 225].flatMap((fromDeg) => {
    const axes = windAxes(fromDeg);
    const front = buildings.reduce((sum, building) => {
      if (building.kind !== 'box') return sum;
      const across = building.lengthM * Math.abs(axes.north) + building.widthM * Math.abs(axes.east);
      return sum + across * building.topM;
    }, 0);
    const index = front / (grid.nx * grid.ny * grid.cellM * grid.cellM);
    const field = balance(raster, firstGuess(raster, parkProfile, axes));
    const means = Array.from({ length: grid.nz }, (_, k) => meanAlong(field, axes, k));
    const place = meanM / grid.layerM - 0.5;
    const below = Math.floor(place);
    const top = (means[below] ?? 0) + (place - below) * ((means[below + 1] ?? 0) - (means[below] ?? 0));
    return means.slice(0, below + 1).map((mean, k) => ({
      observed: Math.exp(9.6 * index * (((k + 0.5) * grid.layerM) / meanM - 1)),
      predicted: mean / top,
    }));
  });
}

/** 3 m/s at 10 m over a roughness of 0.1 m. */
export function parkProfile(heightM: number): number {
  return heightM <= 0.1 ? 0 : (3 * Math.log(heightM / 0.1)) / Math.log(100);
}

/** Mean speed along the wind of the air cells of a layer away from the edges. */
function meanAlong({ raster, u, v }: WindField, axes: { east: number; north: number }, k: number): number {
  const { grid, solid } = raster;
  let [sum, count] = [0, 0];
  for (let j = edgeCells; j < grid.ny - edgeCells; j += 1) {
    for (let i = edgeCells; i < grid.nx - edgeCells; i += 1) {
      if (solid[(k * grid.ny + j) * grid.nx + i] === 1) continue;
      const face = faceAt(grid, i, j, k);
      const east = 0.5 * ((u[face] ?? 0) + (u[faceAt(grid, i + 1, j, k)] ?? 0));
      const north = 0.5 * ((v[face] ?? 0) + (v[faceAt(grid, i, j + 1, k)] ?? 0));
      sum += east * axes.east + north * axes.north;
      count += 1;
    }
  }
  return sum / count;
}
