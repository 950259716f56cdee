import { type FillTarget, fillOutlines, type Outline } from './fill.ts';

/** How much of something lies on each spot of a plane, 0 to 1: shade, closeness to walls. */
export class Mask implements FillTarget {
  readonly width: number;
  readonly height: number;
  readonly #minX: number;
  readonly #maxY: number;
  readonly #pixelM: number;
  #values: Float32Array;

  constructor(minX: number, minY: number, maxX: number, maxY: number, pixelM: number) {
    this.#minX = minX;
    this.#maxY = maxY;
    this.#pixelM = pixelM;
    this.width = Math.max(1, Math.round((maxX - minX) / pixelM));
    this.height = Math.max(1, Math.round((maxY - minY) / pixelM));
    this.#values = new Float32Array(this.width * this.height);
  }

  columnOf(x: number): number {
    return (x - this.#minX) / this.#pixelM;
  }

  rowOf(y: number): number {
    return (this.#maxY - y) / this.#pixelM;
  }

  /** Adds a shape; where shapes overlap the stronger counts. */
  add(outlines: readonly Outline[], strength: number): void {
    fillOutlines(this, outlines, (row, first, last, coverage) => {
      for (let column = first; column <= last; column++) {
        const at = row * this.width + column;
        const value = strength * Math.min(1, coverage[column - first] ?? 0);
        if (value > (this.#values[at] ?? 0)) this.#values[at] = value;
      }
    });
  }

  /** Sets each spot from what is there. */
  change(value: (before: number, x: number, y: number) => number): void {
    for (let row = 0, at = 0; row < this.height; row++) {
      const y = this.#maxY - (row + 0.5) * this.#pixelM;
      for (let column = 0; column < this.width; column++, at++) {
        this.#values[at] = value(this.#values[at] ?? 0, this.#minX + (column + 0.5) * this.#pixelM, y);
      }
    }
  }

  /** Softens everything by about `radiusM`: three box filters, which is nearly a Gaussian. */
  soften(radiusM: number): void {
    const reach = Math.max(1, Math.round(radiusM / this.#pixelM));
    for (let pass = 0; pass < 3; pass++) {
      this.#values = boxed(this.#values, this.width, this.height, reach, true);
      this.#values = boxed(this.#values, this.width, this.height, reach, false);
    }
  }

  /** The value at a place, joined smoothly. */
  at(x: number, y: number): number {
    const fx = Math.min(this.width - 1.001, Math.max(0, this.columnOf(x) - 0.5));
    const fy = Math.min(this.height - 1.001, Math.max(0, this.rowOf(y) - 0.5));
    const x0 = Math.floor(fx);
    const y0 = Math.floor(fy);
    const at = y0 * this.width + x0;
    const a = this.#values[at] ?? 0;
    const b = this.#values[at + 1] ?? a;
    const c = this.#values[at + this.width] ?? a;
    const d = this.#values[at + this.width + 1] ?? c;
    const u = fx - x0;
    return a + (b - a) * u + (c - a + (a - b - c + d) * u) * (fy - y0);
  }
}

function boxed(values: Float32Array, width: number, height: number, reach: number, along: boolean): Float32Array {
  const result = new Float32Array(values.length);
  const lines = along ? height : width;
  const length = along ? width : height;
  const lineStep = along ? width : 1;
  const step = along ? 1 : width;
  const last = length - 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = (reach + 1) * (values[start] ?? 0);
    for (let i = 1; i <= reach; i++) sum += values[start + Math.min(last, i) * step] ?? 0;
    for (let i = 0; i <= last; i++) {
      result[start + i * step] = sum / (2 * reach + 1);
      const entering = Math.min(i + reach + 1, last);
      const leaving = Math.max(i - reach, 0);
      sum += (values[start + entering * step] ?? 0) - (values[start + leaving * step] ?? 0);
    }
  }
  return result;
}
