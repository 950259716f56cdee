import type { ObstacleRaster } from '../../../wind/obstacles.ts';
import { cellAt } from '../../../wind/wind-grid.ts';
import type { Ground } from '../segment-painting.ts';

/** What a heavy layer flows over: heights of cells, closed cells, and walls on the sides of cells. */
export interface ShallowGround {
  readonly grid: Ground;
  /** Height of the ground, m, one a cell. */
  readonly heightM: Float64Array<ArrayBuffer>;
  /** 1 where a building stands. */
  readonly closed: Uint8Array<ArrayBuffer>;
  /** Height of a wall over the higher of the two grounds, m: on the west side of cell j·nx + i, and on its south side. */
  readonly westWallM: Float64Array<ArrayBuffer>;
  readonly southWallM: Float64Array<ArrayBuffer>;
}

/** Level open ground. */
export function levelGround(grid: Ground): ShallowGround {
  const cells = grid.nx * grid.ny;
  return {
    grid,
    heightM: new Float64Array(cells),
    closed: new Uint8Array(cells),
    westWallM: new Float64Array(cells),
    southWallM: new Float64Array(cells),
  };
}

/** The ground and the buildings of a raster: a column is closed where its lowest cell above ground is solid. */
export function groundOfRaster(raster: ObstacleRaster): ShallowGround {
  const { x0M, y0M, cellM, layerM, nx, ny, nz } = raster.grid;
  const ground = levelGround({ x0M: x0M + cellM / 2, y0M: y0M + cellM / 2, cellM, nx, ny });
  for (let j = 0; j < ny; j += 1) {
    for (let i = 0; i < nx; i += 1) {
      const column = j * nx + i;
      const height = raster.groundM[column] as number;
      const k = Math.min(nz - 1, Math.max(0, Math.floor(height / layerM + 0.5)));
      ground.heightM[column] = height;
      ground.closed[column] = raster.solid[cellAt(raster.grid, i, j, k)] === 1 ? 1 : 0;
    }
  }
  return ground;
}

/** Builds a wall (a bund, a fence) along a line of places: on every side of a cell that the line crosses. */
export function buildWall(ground: ShallowGround, line: readonly (readonly [number, number])[], heightM: number): void {
  const { x0M, y0M, cellM, nx, ny } = ground.grid;
  for (let n = 1; n < line.length; n += 1) {
    const [ax, ay] = line[n - 1] as readonly [number, number];
    const [bx, by] = line[n] as readonly [number, number];
    const iLow = Math.max(0, Math.floor((Math.min(ax, bx) - x0M) / cellM) - 1);
    const iHigh = Math.min(nx - 1, Math.ceil((Math.max(ax, bx) - x0M) / cellM) + 1);
    const jLow = Math.max(0, Math.floor((Math.min(ay, by) - y0M) / cellM) - 1);
    const jHigh = Math.min(ny - 1, Math.ceil((Math.max(ay, by) - y0M) / cellM) + 1);
    for (let j = jLow; j <= jHigh; j += 1) {
      for (let i = iLow; i <= iHigh; i += 1) {
        const x = x0M + i * cellM;
        const y = y0M + j * cellM;
        const cell = j * nx + i;
        if (crosses(ax, ay, bx, by, x - cellM, y, x, y)) {
          ground.westWallM[cell] = Math.max(ground.westWallM[cell] as number, heightM);
        }
        if (crosses(ax, ay, bx, by, x, y - cellM, x, y)) {
          ground.southWallM[cell] = Math.max(ground.southWallM[cell] as number, heightM);
        }
      }
    }
  }
}

/** Whether the stretches a–b and c–d cross; a touch counts once, on the side of a. */
function crosses(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): boolean {
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): boolean =>
    (qx - px) * (ry - py) - (qy - py) * (rx - px) > 0;
  return (
    side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
    side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
  );
}
