import type { WindField } from '../../wind/wind-field.ts';

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
  const cell = (k * ny + j) * nx + i;
  const row = nx + 1;
  const plane = row * (ny + 1);
  const face = (k * (ny + 1) + j) * row + i;
  // 1 where the neighbour is air, else 0. Written out: this is asked of every cell of a park.
  const west = i > 0 && solid[cell - 1] === 0 ? 1 : 0;
  const east = i + 1 < nx && solid[cell + 1] === 0 ? 1 : 0;
  const south = j > 0 && solid[cell - nx] === 0 ? 1 : 0;
  const north = j + 1 < ny && solid[cell + nx] === 0 ? 1 : 0;
  const below = k > 0 && solid[cell - nx * ny] === 0 ? 1 : 0;
  const over = k + 1 < nz && solid[cell + nx * ny] === 0 ? 1 : 0;
  const overX = west + east === 0 ? 0.5 : 0.5 / ((west + east) * cellM);
  const overY = south + north === 0 ? 0.5 : 0.5 / ((south + north) * cellM);
  const overZ = below + over === 0 ? 0.5 : 0.5 / ((below + over) * layerM);
  const a = face - west;
  const b = face + east;
  const c = face - south * row;
  const d = face + north * row;
  const e = face - below * plane;
  const f = face + over * plane;
  const at = (field: Float32Array, place: number): number => field[place] as number;
  into.xy =
    (at(u, d) + at(u, d + 1) - at(u, c) - at(u, c + 1)) * overY +
    (at(v, b) + at(v, b + row) - at(v, a) - at(v, a + row)) * overX;
  into.xz =
    (at(u, f) + at(u, f + 1) - at(u, e) - at(u, e + 1)) * overZ +
    (at(w, b) + at(w, b + plane) - at(w, a) - at(w, a + plane)) * overX;
  into.yz =
    (at(v, f) + at(v, f + row) - at(v, e) - at(v, e + row)) * overZ +
    (at(w, d) + at(w, d + plane) - at(w, c) - at(w, c + plane)) * overY;
  const xx = (at(u, face + 1) - at(u, face)) / cellM;
  const yy = (at(v, face + row) - at(v, face)) / cellM;
  const zz = (at(w, face + plane) - at(w, face)) / layerM;
  into.size = Math.sqrt(2 * (xx * xx + yy * yy + zz * zz) + into.xy * into.xy + into.xz * into.xz + into.yz * into.yz);
}
