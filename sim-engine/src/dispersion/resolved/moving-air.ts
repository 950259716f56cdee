import type { WindField } from '../../wind/wind-field.ts';
import { cellAt, cellCount, faceAt, faceCount, type WindGrid } from '../../wind/wind-grid.ts';
import { normalTable } from './noise.ts';
import type { TurbulenceField } from './turbulence-field.ts';

/** Words of one face in `MovingAir.faces`. */
export const faceWords = 4;

/** How finely particles are moved. */
export interface MovingSteps {
  /** Longest step, s. */
  readonly stepS: number;
  /** Longest way of a step, in cells. */
  readonly courant: number;
  /** Longest step as a share of the Lagrangian time of the vertical velocity. */
  readonly memoryShare: number;
}

/** The air as particles feel it: wind and turbulence side by side in the order of the grid. */
export interface MovingAir extends MovingSteps {
  readonly grid: WindGrid;
  /** Four a face: u, v, w through the lower faces of the cell, and 1 where the cell is solid. */
  readonly faces: Float32Array;
  /** As `TurbulenceField.cells`. */
  readonly cells: Float32Array;
  readonly table: Float32Array;
  readonly meanderEastMPerS: number;
  readonly meanderNorthMPerS: number;
  readonly meanderTimeS: number;
  readonly lidM: number;
  readonly seed: number;
  /** Speed at which walls take up gas, m/s; 0 where they do not. */
  readonly depositionMPerS: number;
}

/** Wind faces and solids in one array, 16 bytes a face. */
export function packFaces(
  { raster: { grid, solid }, u, v, w }: WindField,
  into: Float32Array = new Float32Array(faceCount(grid) * faceWords),
): Float32Array {
  const { nx, ny, nz } = grid;
  for (let face = 0, to = 0; face < u.length; face += 1, to += faceWords) {
    into[to] = u[face] as number;
    into[to + 1] = v[face] as number;
    into[to + 2] = w[face] as number;
    into[to + 3] = 0;
  }
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        if (solid[cellAt(grid, i, j, k)] !== 0) into[faceAt(grid, i, j, k) * faceWords + 3] = 1;
      }
    }
  }
  return into;
}

/** Puts wind and turbulence together. */
export function movingAir(
  wind: WindField,
  turbulence: TurbulenceField,
  seed: number,
  { stepS, courant, memoryShare }: MovingSteps,
  depositionMPerS = 0,
): MovingAir {
  const { grid } = wind.raster;
  if (turbulence.cells.length < 8 * cellCount(grid)) throw new RangeError('turbulence and wind are of different grids');
  return {
    grid,
    faces: packFaces(wind),
    cells: turbulence.cells,
    table: normalTable(),
    meanderEastMPerS: turbulence.meanderEastMPerS,
    meanderNorthMPerS: turbulence.meanderNorthMPerS,
    meanderTimeS: turbulence.meanderTimeS,
    lidM: turbulence.lidM,
    seed,
    stepS,
    courant,
    memoryShare,
    depositionMPerS,
  };
}
