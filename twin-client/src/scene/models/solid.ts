import type { Paint } from './paint.ts';

export type Point3 = readonly [number, number, number];

/** Which triangles belong to an element: `start` and `count` in indices. */
export interface ElementRange {
  readonly element: number;
  readonly start: number;
  readonly count: number;
}

/** Finished buffers of a solid, ready for a BufferGeometry: ENU metres. */
export interface SolidBuffers {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Int8Array<ArrayBuffer>;
  /** r, g, b (sRGB bytes) and gloss (0 rough … 255 polished). */
  readonly paints: Uint8Array<ArrayBuffer>;
  /** Index of the element each vertex belongs to. */
  readonly elements: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
  readonly ranges: readonly ElementRange[];
}

/**
 * Collects the triangles of many elements in one set of buffers, so that a whole site is a few draw calls. Parts are
 * given in the frame of the element at hand: x along its heading, y to the left of it, z up from `at`.
 */
export class Solid {
  readonly #positions: number[] = [];
  readonly #normals: number[] = [];
  readonly #paints: number[] = [];
  readonly #elements: number[] = [];
  readonly #indices: number[] = [];
  readonly #ranges: ElementRange[] = [];
  #origin: Point3 = [0, 0, 0];
  #cos = 1;
  #sin = 0;
  #paint: Paint = [200, 200, 200, 0];
  #element = 0;
  #start = 0;

  get triangles(): number {
    return this.#indices.length / 3;
  }

  /** Begins an element: everything until `end` belongs to it. */
  begin(element: number, at: Point3, headingDeg: number): void {
    this.#element = element;
    this.#start = this.#indices.length;
    this.frame(at, headingDeg);
  }

  end(): void {
    const count = this.#indices.length - this.#start;
    if (count > 0) this.#ranges.push({ element: this.#element, start: this.#start, count });
  }

  /** Moves the frame inside the same element, e.g. for a vehicle beside a rack. */
  frame(at: Point3, headingDeg: number): void {
    this.#origin = at;
    const heading = (headingDeg * Math.PI) / 180;
    this.#cos = Math.cos(heading);
    this.#sin = Math.sin(heading);
  }

  /** The colour of all parts that follow. */
  paint(paint: Paint): this {
    this.#paint = paint;
    return this;
  }

  /** Adds a vertex with its normal; returns its index. */
  vertex(x: number, y: number, z: number, nx: number, ny: number, nz: number): number {
    const index = this.#positions.length / 3;
    this.#positions.push(
      this.#origin[0] + x * this.#cos - y * this.#sin,
      this.#origin[1] + x * this.#sin + y * this.#cos,
      this.#origin[2] + z,
    );
    this.#normals.push(nx * this.#cos - ny * this.#sin, nx * this.#sin + ny * this.#cos, nz);
    this.#paints.push(...this.#paint);
    this.#elements.push(this.#element);
    return index;
  }

  triangle(a: number, b: number, c: number): void {
    this.#indices.push(a, b, c);
  }

  /** A flat quadrilateral, corners anticlockwise as seen from its front. */
  quad(a: Point3, b: Point3, c: Point3, d: Point3): void {
    const [nx, ny, nz] = normalOf(a, b, c);
    const first = this.vertex(...a, nx, ny, nz);
    this.vertex(...b, nx, ny, nz);
    this.vertex(...c, nx, ny, nz);
    this.vertex(...d, nx, ny, nz);
    this.triangle(first, first + 1, first + 2);
    this.triangle(first, first + 2, first + 3);
  }

  /** A flat triangle, corners anticlockwise as seen from its front. */
  facet(a: Point3, b: Point3, c: Point3): void {
    const [nx, ny, nz] = normalOf(a, b, c);
    const first = this.vertex(...a, nx, ny, nz);
    this.vertex(...b, nx, ny, nz);
    this.vertex(...c, nx, ny, nz);
    this.triangle(first, first + 1, first + 2);
  }

  finish(): SolidBuffers {
    return {
      positions: new Float32Array(this.#positions),
      normals: Int8Array.from(this.#normals, (component) => Math.round(component * 127)),
      paints: new Uint8Array(this.#paints),
      elements: new Float32Array(this.#elements),
      indices: new Uint32Array(this.#indices),
      ranges: this.#ranges,
    };
  }
}

/** Unit normal of the plane through three points, anticlockwise. */
export function normalOf(a: Point3, b: Point3, c: Point3): Point3 {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const normal: Point3 = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  const length = Math.hypot(...normal) || 1;
  return [normal[0] / length, normal[1] / length, normal[2] / length];
}
