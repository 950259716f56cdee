import type { ObstacleRaster } from '../obstacles.ts';
import type { Layout } from './conductance.ts';

const solidCell = 0;
const airCell = 1;
const openCell = 255;

/**
 * Where air may enter, in the layout of the grid: 255, also outside the grid, and 0 in solids. Hollows that no way
 * leads to from the open sides or the top count as solid: there is no wind in them.
 */
export function openCells({ grid, solid }: ObstacleRaster, layout: Layout): Uint8Array {
  const { nx, ny, nz } = grid;
  const { row, plane, origin } = layout;
  const open = new Uint8Array(layout.length).fill(openCell);
  let covered = 0;
  // From the top down: most cells are open because the one above is. What lies under something is searched below.
  for (let k = nz - 1; k >= 0; k -= 1) {
    for (let j = 0; j < ny; j += 1) {
      const isEdge = j === 0 || j === ny - 1 || k === nz - 1;
      let cell = (k * ny + j) * nx;
      let at = origin + k * plane + j * row;
      for (let i = 0; i < nx; i += 1, cell += 1, at += 1) {
        if (solid[cell] !== 0) open[at] = solidCell;
        else if (!isEdge && open[at + plane] !== openCell && i > 0 && i < nx - 1) {
          open[at] = airCell;
          covered += 1;
        }
      }
    }
  }
  if (covered > 0) openCovered(open, layout, covered);
  return open;
}

/** Opens covered cells that a way leads to from open ones, and closes the others. */
function openCovered(open: Uint8Array, { nx, ny, nz, row, plane, origin }: Layout, covered: number): void {
  const waiting = new Int32Array(covered);
  let count = 0;
  const steps = [row, -row, 1, -1, plane, -plane];
  const last = origin + (nz - 1) * plane + (ny - 1) * row + nx;
  for (let at = origin; at < last; at += 1) {
    if (open[at] !== airCell) continue;
    // No cell of the ground's other side is open: what lies below the lowest layer does not count.
    const isLowest = at < origin + plane - row;
    if (steps.some((step) => open[at + step] === openCell && !(isLowest && step === -plane))) {
      open[at] = openCell;
      waiting[count++] = at;
    }
    while (count > 0) {
      const from = waiting[--count] ?? 0;
      for (const step of steps) {
        if (open[from + step] !== airCell) continue;
        open[from + step] = openCell;
        waiting[count++] = from + step;
      }
    }
  }
  for (let at = origin; at < last; at += 1) if (open[at] === airCell) open[at] = solidCell;
}
