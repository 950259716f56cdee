import type { CellBox } from './cell-box.ts';
import type { FieldGrid } from './hazard-field.ts';

/** The lines on which a layer of values stands: value j·xM.length + i is at (xM[i], yM[j]). Both rise. */
export interface GridLines {
  readonly xM: Float64Array<ArrayBuffer>;
  readonly yM: Float64Array<ArrayBuffer>;
}

/** Concentrations on lines, kg/m³, and the height above ground at which they lie. */
export interface Layer {
  readonly lines: GridLines;
  readonly values: Float32Array<ArrayBuffer>;
  readonly heightM: number;
  /** Grows by the values that received something. */
  readonly touched: CellBox;
}

/** The middles of a grid's cells. */
export function linesOf({ x0M, y0M, cellM, nx, ny }: FieldGrid): GridLines {
  return {
    xM: Float64Array.from({ length: nx }, (_, i) => x0M + i * cellM),
    yM: Float64Array.from({ length: ny }, (_, j) => y0M + j * cellM),
  };
}

/** Distance of lines at a source, and how much farther each next one may be, m and share. */
const finestM = 1;
const growth = 0.12;

/**
 * Lines over the same ground as a grid that draw together towards the sources, so that a zone is as smooth at its root
 * as at its tip: 1 m apart at a source, each gap at most 12 % wider than the one before, up to the grid's own cell.
 */
export function linesAround(grid: FieldGrid, places: readonly (readonly [number, number])[]): GridLines {
  const along = (from: number, count: number, wanted: readonly number[]): Float64Array<ArrayBuffer> => {
    const to = from + (count - 1) * grid.cellM;
    const lines: number[] = [from];
    for (let at = from; at < to; ) {
      let gap = grid.cellM;
      for (const place of wanted) {
        // Towards a source a gap is chosen by the nearer of its two ends.
        const far = at < place ? Math.max(0, place - at) / (1 + growth) : at - place;
        gap = Math.min(gap, Math.max(finestM, growth * far));
      }
      at += gap;
      if (at < to - 0.3 * gap) lines.push(at);
    }
    lines.push(to);
    return Float64Array.from(lines);
  };
  return {
    xM: along(
      grid.x0M,
      grid.nx,
      places.map(([x]) => x),
    ),
    yM: along(
      grid.y0M,
      grid.ny,
      places.map(([, y]) => y),
    ),
  };
}

/** The first line at or after a place; the number of lines where none is. */
export function lineFrom(lines: Float64Array<ArrayBuffer>, place: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gap between the lines around a place, m. */
export function gapAt(lines: Float64Array<ArrayBuffer>, place: number): number {
  const k = Math.min(lines.length - 1, Math.max(1, lineFrom(lines, place)));
  return (lines[k] as number) - (lines[k - 1] as number);
}
