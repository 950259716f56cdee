import type { ObstacleRaster } from '../obstacles.ts';

/**
 * How cells of one value each lie in an array that kernels read: rows of whole vectors of four, four zeros between rows,
 * a row of zeros around each plane and a plane of zeros below and above. Cell (i, j, k) is at
 * `origin + k·plane + j·row + i`.
 */
export interface Layout {
  readonly nx: number;
  readonly ny: number;
  readonly nz: number;
  /** Cells of a row, up to a whole vector. */
  readonly span: number;
  readonly row: number;
  readonly plane: number;
  readonly origin: number;
  /** Length of an array. */
  readonly length: number;
}

export function layoutOf(nx: number, ny: number, nz: number): Layout {
  const span = Math.ceil(nx / 4) * 4;
  const row = span + 4;
  const plane = row * (ny + 2);
  return { nx, ny, nz, span, row, plane, origin: plane + row + 4, length: plane * (nz + 2) + 8 };
}

/**
 * What drives air between neighbours, per difference of λ: area over distance of the cells' middles, m, the vertical ones
 * times α². In the layout of the level: `west` of a cell is its west face; the last east face is the `west` of the cell
 * after the last.
 */
export interface Conductance {
  readonly layout: Layout;
  /** Widths of the cells along x, y, z, m. */
  readonly widthsM: readonly [readonly number[], readonly number[], readonly number[]];
  readonly west: Float32Array;
  readonly south: Float32Array;
  readonly floor: Float32Array;
}

/**
 * Of the cells of a raster. `open` (in the layout): 255 where air may enter, 0 in solids. No flux through faces of solids and through the
 * ground; λ = 0 on the sides and on the top, half a cell from the middle.
 */
export function conductanceOf(raster: ObstacleRaster, open: Uint8Array, verticalRatio: number): Conductance {
  const { nx, ny, nz, cellM, layerM } = raster.grid;
  const layout = layoutOf(nx, ny, nz);
  const { row, plane, origin } = layout;
  const level = (): Float32Array => new Float32Array(layout.length);
  const [west, south, floor] = [level(), level(), level()];
  const side = layerM;
  const up = (verticalRatio * cellM * cellM) / layerM;
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      let at = origin + k * plane + j * row;
      for (let i = 0; i < nx; i += 1, at += 1) {
        if (open[at] === 0) continue;
        if (open[at - 1] !== 0) west[at] = i === 0 ? 2 * side : side;
        if (open[at - row] !== 0) south[at] = j === 0 ? 2 * side : side;
        if (k > 0 && open[at - plane] !== 0) floor[at] = up;
        if (i === nx - 1) west[at + 1] = 2 * side;
        if (j === ny - 1) south[at + row] = 2 * side;
        if (k === nz - 1) floor[at + plane] = 2 * up;
      }
    }
  }
  const even = (n: number, widthM: number): number[] => new Array<number>(n).fill(widthM);
  return { layout, widthsM: [even(nx, cellM), even(ny, cellM), even(nz, layerM)], west, south, floor };
}

/** Distances between the middles of neighbours, and from the first and last to the sides. */
export function distances(widthsM: readonly number[]): number[] {
  const first = (widthsM[0] ?? 0) / 2;
  const last = (widthsM.at(-1) ?? 0) / 2;
  const between = widthsM.slice(1).map((width, n) => (width + (widthsM[n] ?? 0)) / 2);
  return [first, ...between, last];
}
