/**
 * Even boxes over a place, in the site's local metres: cell (i, j, k) spans
 * [x0M + i·cellM, x0M + (i+1)·cellM] east, the same north with `y0M` and j, and [z0M + k·layerM, z0M + (k+1)·layerM] up.
 */
export interface WindGrid {
  readonly x0M: number;
  readonly y0M: number;
  readonly z0M: number;
  readonly cellM: number;
  readonly layerM: number;
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
}

/** Place of cell (i, j, k) in an array of one value a cell, i fastest. */
export function cellAt({ nx, ny }: WindGrid, i: number, j: number, k: number): number {
  return (k * ny + j) * nx + i;
}

/** Place of the lower face of cell (i, j, k) in an array of faces: one more than cells along each axis, i fastest. */
export function faceAt({ nx, ny }: WindGrid, i: number, j: number, k: number): number {
  return (k * (ny + 1) + j) * (nx + 1) + i;
}

/** Length of an array of one value a cell. */
export function cellCount({ nx, ny, nz }: WindGrid): number {
  return nx * ny * nz;
}

/** Length of an array of faces. */
export function faceCount({ nx, ny, nz }: WindGrid): number {
  return (nx + 1) * (ny + 1) * (nz + 1);
}
