import { ringArea, ringContains } from '@upwind/scenes';
import type { GroundPatch } from '../ground/surfaces.ts';
import type { SolidTile } from '../models/build.ts';
import type { SolidBuffers } from '../models/solid.ts';

type Vector = readonly [number, number, number];

/** A ray in ENU metres; the direction need not be of length one. */
export interface Ray {
  readonly origin: Vector;
  readonly direction: Vector;
}

export interface Hit {
  /** Index into the site's elements. */
  readonly element: number;
  readonly at: Vector;
  /** In lengths of the ray's direction. */
  readonly distance: number;
}

interface Body {
  readonly element: number;
  readonly building: boolean;
  readonly buffers: SolidBuffers;
  readonly start: number;
  readonly count: number;
  readonly min: Vector;
  readonly max: Vector;
}

/** Finds what a ray meets: bodies by their boxes first, then by their triangles; then what lies flat on the ground. */
export class SitePicker {
  readonly #bodies: readonly Body[];
  readonly #flats: readonly (GroundPatch & { readonly areaM2: number })[];

  constructor(tiles: readonly SolidTile[], patches: readonly GroundPatch[]) {
    this.#bodies = tiles.flatMap(({ buffers, group }) =>
      buffers.ranges.map(({ element, start, count }) => ({
        element,
        building: group === 'building',
        buffers,
        start,
        count,
        ...boxOf(buffers, start, count),
      })),
    );
    this.#flats = patches
      .filter((patch) => patch.element >= 0)
      .map((patch) => ({ ...patch, areaM2: ringArea(patch.ring) }))
      .sort((a, b) => a.areaM2 - b.areaM2);
  }

  pick(ray: Ray): Hit | undefined {
    let nearest: Hit | undefined;
    for (const body of this.#bodies) {
      const enters = boxDistance(ray, body.min, body.max);
      if (enters === undefined || (nearest !== undefined && enters > nearest.distance)) continue;
      const distance = bodyDistance(ray, body);
      if (distance !== undefined && (nearest === undefined || distance < nearest.distance)) {
        nearest = { element: body.element, distance, at: along(ray, distance) };
      }
    }
    return nearest ?? this.#pickFlat(ray);
  }

  /** Where the ray meets the level ground, if it does. */
  ground(ray: Ray): Vector | undefined {
    if (ray.direction[2] >= 0) return undefined;
    const distance = -ray.origin[2] / ray.direction[2];
    return distance > 0 ? along(ray, distance) : undefined;
  }

  /** Triangles of an element, nine numbers each, ENU metres: what an outline is drawn from. */
  trianglesOf(element: number): Float32Array<ArrayBuffer> {
    const bodies = this.#bodies.filter((body) => body.element === element);
    const total = bodies.reduce((sum, body) => sum + body.count, 0);
    const triangles = new Float32Array(total * 3);
    let o = 0;
    for (const { buffers, start, count } of bodies) {
      for (let i = start; i < start + count; i += 1) {
        const v = (buffers.indices[i] ?? 0) * 3;
        for (let c = 0; c < 3; c += 1) {
          triangles[o] = buffers.positions[v + c] ?? 0;
          o += 1;
        }
      }
    }
    return triangles;
  }

  #pickFlat(ray: Ray): Hit | undefined {
    const place = this.ground(ray);
    if (place === undefined) return undefined;
    const flat = this.#flats.find(({ ring }) => ringContains(ring, [place[0], place[1]]));
    return flat && { element: flat.element, at: place, distance: -ray.origin[2] / ray.direction[2] };
  }
}

function along({ origin, direction }: Ray, t: number): Vector {
  return [origin[0] + direction[0] * t, origin[1] + direction[1] * t, origin[2] + direction[2] * t];
}

function boxOf({ indices, positions }: SolidBuffers, start: number, count: number): { min: Vector; max: Vector } {
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let i = start; i < start + count; i += 1) {
    const v = (indices[i] ?? 0) * 3;
    for (const c of [0, 1, 2] as const) {
      const value = positions[v + c] ?? 0;
      if (value < min[c]) min[c] = value;
      if (value > max[c]) max[c] = value;
    }
  }
  return { min, max };
}

/** Where the ray enters a box (slab method, Kay and Kajiya 1986). */
function boxDistance({ origin, direction }: Ray, min: Vector, max: Vector): number | undefined {
  let near = 0;
  let far = Infinity;
  for (const c of [0, 1, 2] as const) {
    const inverse = 1 / direction[c];
    const a = (min[c] - origin[c]) * inverse;
    const b = (max[c] - origin[c]) * inverse;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
    if (near > far) return undefined;
  }
  return near;
}

/** Nearest triangle of a body (Möller and Trumbore 1997), both faces. */
function bodyDistance({ origin: o, direction: d }: Ray, { buffers, start, count }: Body): number | undefined {
  const { positions: p, indices } = buffers;
  let nearest: number | undefined;
  for (let i = start; i < start + count; i += 3) {
    const [a, b, c] = [(indices[i] ?? 0) * 3, (indices[i + 1] ?? 0) * 3, (indices[i + 2] ?? 0) * 3];
    const [ax, ay, az] = [p[a] ?? 0, p[a + 1] ?? 0, p[a + 2] ?? 0];
    const [ux, uy, uz] = [(p[b] ?? 0) - ax, (p[b + 1] ?? 0) - ay, (p[b + 2] ?? 0) - az];
    const [vx, vy, vz] = [(p[c] ?? 0) - ax, (p[c + 1] ?? 0) - ay, (p[c + 2] ?? 0) - az];
    const [px, py, pz] = [d[1] * vz - d[2] * vy, d[2] * vx - d[0] * vz, d[0] * vy - d[1] * vx];
    const determinant = ux * px + uy * py + uz * pz;
    if (Math.abs(determinant) < 1e-12) continue;
    const [tx, ty, tz] = [o[0] - ax, o[1] - ay, o[2] - az];
    const u = (tx * px + ty * py + tz * pz) / determinant;
    if (u < 0 || u > 1) continue;
    const [qx, qy, qz] = [ty * uz - tz * uy, tz * ux - tx * uz, tx * uy - ty * ux];
    const v = (d[0] * qx + d[1] * qy + d[2] * qz) / determinant;
    if (v < 0 || u + v > 1) continue;
    const t = (vx * qx + vy * qy + vz * qz) / determinant;
    if (t > 0 && (nearest === undefined || t < nearest)) nearest = t;
  }
  return nearest;
}
