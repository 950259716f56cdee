import type { Region } from './atlas.ts';

export type Corner = readonly [x: number, y: number, z: number];

/** Collects vertices with places in a texture, as pixels; they become coordinates when its size is known. */
export class MeshBuilder {
  readonly #positions: number[] = [];
  readonly #pixels: number[] = [];
  readonly #indices: number[] = [];

  get empty(): boolean {
    return this.#indices.length === 0;
  }

  vertex([x, y, z]: Corner, column: number, row: number): number {
    this.#positions.push(x, y, z);
    this.#pixels.push(column, row);
    return this.#positions.length / 3 - 1;
  }

  triangle(a: number, b: number, c: number): void {
    this.#indices.push(a, b, c);
  }

  /**
   * A face with a whole region on it, anticlockwise as seen from its front: lower left, lower right, upper right,
   * upper left. Cut into `across` × `up` pieces, whose inner corners `bend` may move.
   */
  face(
    [lowerLeft, lowerRight, upperRight, upperLeft]: readonly [Corner, Corner, Corner, Corner],
    region: Region,
    across = 1,
    up = 1,
    bend: (corner: Corner) => Corner = (corner) => corner,
  ): void {
    const rows: number[][] = [];
    for (let j = 0; j <= up; j++) {
      const row: number[] = [];
      for (let i = 0; i <= across; i++) {
        const [u, v] = [i / across, j / up];
        const mixed = (axis: 0 | 1 | 2) => {
          const lower = lowerLeft[axis] + (lowerRight[axis] - lowerLeft[axis]) * u;
          const upper = upperLeft[axis] + (upperRight[axis] - upperLeft[axis]) * u;
          return lower + (upper - lower) * v;
        };
        // Half a pixel inside, so that the edge takes nothing from beyond it.
        const column = region.left + 0.5 + (region.width - 1) * u;
        const pixelRow = region.top + 0.5 + (region.height - 1) * (1 - v);
        row.push(this.vertex(bend([mixed(0), mixed(1), mixed(2)]), column, pixelRow));
      }
      rows.push(row);
    }
    for (let j = 0; j < up; j++) {
      for (let i = 0; i < across; i++) {
        const [a, b] = [rows[j]?.[i] ?? 0, rows[j]?.[i + 1] ?? 0];
        const [c, d] = [rows[j + 1]?.[i + 1] ?? 0, rows[j + 1]?.[i] ?? 0];
        this.triangle(a, b, c);
        this.triangle(a, c, d);
      }
    }
  }

  /** Positions and OSG texture coordinates (v from the bottom) for a texture of this size. */
  finish(textureWidth: number, textureHeight: number) {
    const texcoords = new Float32Array(this.#pixels.length);
    for (let i = 0; i < this.#pixels.length; i += 2) {
      texcoords[i] = (this.#pixels[i] ?? 0) / textureWidth;
      texcoords[i + 1] = 1 - (this.#pixels[i + 1] ?? 0) / textureHeight;
    }
    return { positions: new Float32Array(this.#positions), texcoords, indices: new Uint32Array(this.#indices) };
  }
}
