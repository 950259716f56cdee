import type { ObstacleRaster } from '../../wind/obstacles.ts';

/** Words of one cell in `TurbulenceField.cells`. */
export const turbulenceWords = 8;

/**
 * Turbulence of the small eddies on the cells of a wind grid. The stress tensor of the velocities u′, v′, w′ (east,
 * north, up) is R = A·Aᵀ with an upper triangular root A. `cells[8c + 0 … 7]` of cell c are Axx, Axy, Axz, √(C₀ε), Ayy,
 * Ayz, Azz, C₀ε/(2σw²), in m/s, m/s^1.5 and 1/s: so w′ = Azz·ωz, and the last is one over its Lagrangian time. Solids hold what their neighbours hold, so that
 * between cells there is no false gradient at a wall.
 */
export interface TurbulenceField {
  readonly raster: ObstacleRaster;
  readonly cells: Float32Array;
  /** Large flat eddies: standard deviation across the wind, m/s, as a vector east and north, and their time, s. */
  readonly meanderEastMPerS: number;
  readonly meanderNorthMPerS: number;
  readonly meanderTimeS: number;
  /** Gas does not rise above this, m from the floor of the grid. */
  readonly lidM: number;
}

/** Standard deviations and dissipation in a cell. */
export interface CellTurbulence {
  readonly eastMPerS: number;
  readonly northMPerS: number;
  readonly verticalMPerS: number;
  /** C₀ε, m²/s³. */
  readonly structureM2PerS3: number;
}

/** Reads a cell. */
export function turbulenceOfCell({ cells }: TurbulenceField, cell: number): CellTurbulence {
  const word = (k: number): number => cells[cell * turbulenceWords + k] as number;
  const root = word(3);
  return {
    eastMPerS: Math.sqrt(word(0) * word(0) + word(1) * word(1) + word(2) * word(2)),
    northMPerS: Math.sqrt(word(4) * word(4) + word(5) * word(5)),
    verticalMPerS: word(6),
    structureM2PerS3: root * root,
  };
}

/** A stress tensor, m²/s². */
export interface Stress {
  xx: number;
  xy: number;
  xz: number;
  yy: number;
  yz: number;
  zz: number;
}

/** Correlation of two velocities at most: boundary layers have 0.3, free shear layers 0.4 (Townsend 1976, ch. 4). */
const mostCorrelation = 0.4;

/** Writes the root of a stress tensor and √(C₀ε) into a cell; correlations above `mostCorrelation` are cut to it. */
export function putCell(cells: Float32Array, cell: number, r: Stress, structure: number): void {
  const sx = Math.sqrt(r.xx);
  const sy = Math.sqrt(r.yy);
  const sz = Math.sqrt(r.zz);
  const held = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
  const zz = Math.max(1e-4, sz);
  const xz = held(r.xz, mostCorrelation * sx * sz) / zz;
  const yz = held(r.yz, mostCorrelation * sy * sz) / zz;
  const yy = Math.sqrt(Math.max(0.02 * r.yy, r.yy - yz * yz));
  const xy = yy > 1e-6 ? (held(r.xy, mostCorrelation * sx * sy) - xz * yz) / yy : 0;
  const most = Math.sqrt(Math.max(0, 0.98 * r.xx - xz * xz));
  const xyHeld = held(xy, most);
  const at = cell * turbulenceWords;
  cells[at] = Math.sqrt(Math.max(0.02 * r.xx, r.xx - xyHeld * xyHeld - xz * xz));
  cells[at + 1] = xyHeld;
  cells[at + 2] = xz;
  cells[at + 3] = Math.sqrt(structure);
  cells[at + 4] = yy;
  cells[at + 5] = yz;
  cells[at + 6] = zz;
  cells[at + 7] = structure / (2 * zz * zz);
}
