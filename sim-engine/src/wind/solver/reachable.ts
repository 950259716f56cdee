import type { ObstacleRaster } from '../obstacles.ts';
import type { Layout } from './conductance.ts';

const solidCell = 0;
const airCell = 1;
const reachedCell = 2;
const openCell = 255;

/**
 * Where air may enter, in the layout of the grid: 255, also outside the grid, and 0 in solids. Hollows that no way
 * leads to from the open sides or the top count as solid: there is no wind in them.
 */
export function openCells({ grid, solid }: ObstacleRaster, layout: Layout): Uint8Array {
  const { nx, ny, nz } = grid;
  const { row, plane, origin } = layout;
  const open = new Uint8Array(layout.length).fill(openCell);
  const waiting = new Int32Array(nx * ny * nz);
  let count = 0;
  for (let k = 0, cell = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      const isEdge = j === 0 || j === ny - 1 || k === nz - 1;
      for (let i = 0, at = origin + k * plane + j * row; i < nx; i += 1, cell += 1, at += 1) {
        if (solid[cell] !== 0) open[at] = solidCell;
        else if (isEdge || i === 0 || i === nx - 1) {
          open[at] = reachedCell;
          waiting[count++] = at;
        } else open[at] = airCell;
      }
    }
  }
  // Cells outside the grid are neither air nor waiting, so the search ends at the sides by itself.
  const steps = [-plane, -row, -1, 1, row, plane];
  while (count > 0) {
    const at = waiting[--count] ?? 0;
    for (const step of steps) {
      if (open[at + step] !== airCell) continue;
      open[at + step] = reachedCell;
      waiting[count++] = at + step;
    }
  }
  for (let n = 0; n < open.length; n += 1) {
    if (open[n] === airCell) open[n] = solidCell;
    else if (open[n] === reachedCell) open[n] = openCell;
  }
  return open;
}
