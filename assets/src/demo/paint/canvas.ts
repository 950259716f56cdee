/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The colour that a shader writes; kept, so that painting allocates nothing. */
export class Ink {
  r = 0;
  g = 0;
  b = 0;

  set(r: number, g: number, b: number): void {
    this.r = r;
    this.g = g;
    this.b = b;
  }

  from([r, g, b]: Colour, brighter = 0): void {
    this.set(r + brighter, g + brighter, b + brighter);
  }

  /** Moves towards a colour. `share` 0 keeps, 1 replaces. */
  towards([r, g, b]: Colour, share: number): void {
    this.r += (r - this.r) * share;
    this.g += (g - this.g) * share;
    this.b += (b - this.b) * share;
  }

  lighten(by: number): void {
    this.r += by;
    this.g += by;
    this.b += by;
  }

  scale(factor: number): void {
    this.r *= factor;
    this.g *= factor;
    this.b *= factor;
  }
}

/**
 * Colours a place. `x`, `y` are metres of the canvas's plane, `column`, `row` its pixels. Returns how much of the ink
 * covers what was there, 0 to 1.
 */
export type Shader = (x: number, y: number, ink: Ink, column: number, row: number) => number;

/** A picture of a piece of a plane: `x` to the right, `y` up, in metres. */
export class Canvas {
  readonly minX: number;
  readonly maxY: number;
  readonly pixelM: number;
  readonly width: number;
  readonly height: number;
  /** three bytes per pixel, upper row first */
  readonly rgb: Uint8ClampedArray;
  readonly #ink = new Ink();
  /** Pixels are counted from the origin of the plane, so that neighbouring canvases join without a seam. */
  readonly #grainColumn: number;
  readonly #grainRow: number;

  constructor(minX: number, minY: number, maxX: number, maxY: number, pixelM: number) {
    this.minX = minX;
    this.maxY = maxY;
    this.pixelM = pixelM;
    this.width = Math.max(1, Math.round((maxX - minX) / pixelM));
    this.height = Math.max(1, Math.round((maxY - minY) / pixelM));
    this.rgb = new Uint8ClampedArray(this.width * this.height * 3);
    this.#grainColumn = Math.round(minX / pixelM);
    this.#grainRow = -Math.round(maxY / pixelM);
  }

  columnOf(x: number): number {
    return (x - this.minX) / this.pixelM;
  }

  rowOf(y: number): number {
    return (this.maxY - y) / this.pixelM;
  }

  /** Paints part of one row; `coverage` (0 to 1 per pixel, from `first` on) is the shape's share of each. */
  paintRow(row: number, first: number, last: number, coverage: Float32Array, shader: Shader): void {
    const ink = this.#ink;
    const { rgb, pixelM } = this;
    const left = this.minX + 0.5 * pixelM;
    const y = this.maxY - (row + 0.5) * this.pixelM;
    let at = (row * this.width + first) * 3;
    for (let column = first; column <= last; column++, at += 3) {
      const covered = coverage[column - first] ?? 0;
      if (covered <= 0.004) continue;
      const share = shader(left + column * pixelM, y, ink, column + this.#grainColumn, row + this.#grainRow) * covered;
      if (share <= 0) continue;
      if (share >= 0.999) {
        rgb[at] = ink.r;
        rgb[at + 1] = ink.g;
        rgb[at + 2] = ink.b;
      } else {
        const r = rgb[at] ?? 0;
        const g = rgb[at + 1] ?? 0;
        const b = rgb[at + 2] ?? 0;
        rgb[at] = r + (ink.r - r) * share;
        rgb[at + 1] = g + (ink.g - g) * share;
        rgb[at + 2] = b + (ink.b - b) * share;
      }
    }
  }

  /** Paints everything. */
  flood(shader: Shader): void {
    const all = new Float32Array(this.width).fill(1);
    for (let row = 0; row < this.height; row++) this.paintRow(row, 0, this.width - 1, all, shader);
  }
}
