import type { WindField } from '../../wind/wind-field.ts';
import { cellAt, faceAt } from '../../wind/wind-grid.ts';

/** Off-diagonal rates of strain (∂u/∂y + ∂v/∂x and so on) and the size √(2 SᵢⱼSᵢⱼ), 1/s. */
export interface Shear {
  xy: number;
  xz: number;
  yz: number;
  size: number;
}

/**
 * Rates of strain of a cell. Differences across are central between the middles of the neighbours; at a solid or the
 * edge of the grid they are one-sided, so that the unresolved layer at a wall is not taken for shear.
 */
export function shearOf(wind: WindField, i: number, j: number, k: number, into: Shear): void {
  const { grid, solid } = wind.raster;
  const { nx, ny, nz, cellM, layerM } = grid;
  const { u, v, w } = wind;
  const face = faceAt(grid, i, j, k);
  const row = nx + 1;
  const plane = (nx + 1) * (ny + 1);
  const air = (a: number, b: number, c: number): boolean =>
    a >= 0 && b >= 0 && c >= 0 && a < nx && b < ny && c < nz && solid[cellAt(grid, a, b, c)] === 0;
  const west = air(i - 1, j, k) ? 1 : 0;
  const east = air(i + 1, j, k) ? 1 : 0;
  const south = air(i, j - 1, k) ? 1 : 0;
  const north = air(i, j + 1, k) ? 1 : 0;
  const below = air(i, j, k - 1) ? 1 : 0;
  const over = air(i, j, k + 1) ? 1 : 0;
  const uAt = (f: number): number => 0.5 * ((u[f] as number) + (u[f + 1] as number));
  const vAt = (f: number): number => 0.5 * ((v[f] as number) + (v[f + row] as number));
  const wAt = (f: number): number => 0.5 * ((w[f] as number) + (w[f + plane] as number));
  const spanX = (west + east) * cellM || 1;
  const spanY = (south + north) * cellM || 1;
  const spanZ = (below + over) * layerM || 1;
  const uy = (uAt(face + north * row) - uAt(face - south * row)) / spanY;
  const uz = (uAt(face + over * plane) - uAt(face - below * plane)) / spanZ;
  const vx = (vAt(face + east) - vAt(face - west)) / spanX;
  const vz = (vAt(face + over * plane) - vAt(face - below * plane)) / spanZ;
  const wx = (wAt(face + east) - wAt(face - west)) / spanX;
  const wy = (wAt(face + north * row) - wAt(face - south * row)) / spanY;
  const xx = ((u[face + 1] as number) - (u[face] as number)) / cellM;
  const yy = ((v[face + row] as number) - (v[face] as number)) / cellM;
  const zz = ((w[face + plane] as number) - (w[face] as number)) / layerM;
  into.xy = uy + vx;
  into.xz = uz + wx;
  into.yz = vz + wy;
  into.size = Math.sqrt(2 * (xx * xx + yy * yy + zz * zz) + into.xy * into.xy + into.xz * into.xz + into.yz * into.yz);
}
