import type { Factors } from './coarsen.ts';
import type { Layout } from './conductance.ts';

/**
 * The solver's kernels in plain TypeScript, number by number: what tests hold the compiled ones to, and what the bench
 * compares their speed with. Arrays are in the layout of their level; results go where the kernels put them.
 */
export interface OracleLevel {
  readonly layout: Layout;
  readonly diagonal: Float32Array;
  /** Relaxation weight, 0 in solids. */
  readonly weight: Float32Array;
  readonly along: readonly [number, number, number];
  readonly west: Float32Array;
  readonly south: Float32Array;
  readonly floor: Float32Array;
}

/** Twin of `sweepEven`. */
export function sweepEven(level: OracleLevel, x: Float32Array, b: Float32Array, colour: number): void {
  const { nx, ny, nz, row, plane, origin } = level.layout;
  const { diagonal, weight } = level;
  const [cx, cy, cz] = level.along;
  for (let k = 0; k < nz; k += 1) {
    for (let j = (k + colour) & 1; j < ny; j += 2) {
      let at = origin + k * plane + j * row;
      let before = x[at - 1] as number;
      for (const end = at + nx; at < end; at += 1) {
        const here = x[at] as number;
        const sum =
          cx * (before + (x[at + 1] as number)) +
          cy * ((x[at - row] as number) + (x[at + row] as number)) +
          cz * ((x[at - plane] as number) + (x[at + plane] as number)) +
          (b[at] as number);
        x[at] = here + (weight[at] as number) * (sum - (diagonal[at] as number) * here);
        before = here;
      }
    }
  }
}

/** Twin of `sweepUneven`. */
export function sweepUneven(level: OracleLevel, x: Float32Array, b: Float32Array, colour: number): void {
  const { nx, ny, nz, row, plane, origin } = level.layout;
  const { diagonal, weight, west, south, floor } = level;
  for (let k = 0; k < nz; k += 1) {
    for (let j = (k + colour) & 1; j < ny; j += 2) {
      let at = origin + k * plane + j * row;
      let before = x[at - 1] as number;
      for (const end = at + nx; at < end; at += 1) {
        const here = x[at] as number;
        const sum =
          (west[at] as number) * before +
          (west[at + 1] as number) * (x[at + 1] as number) +
          (south[at] as number) * (x[at - row] as number) +
          (south[at + row] as number) * (x[at + row] as number) +
          (floor[at] as number) * (x[at - plane] as number) +
          (floor[at + plane] as number) * (x[at + plane] as number) +
          (b[at] as number);
        x[at] = here + (weight[at] as number) * (sum - (diagonal[at] as number) * here);
        before = here;
      }
    }
  }
}

/** Twin of `restrictResidual`. */
export function restrictResidual(
  coarse: Layout,
  coarseB: Float32Array,
  fine: Layout,
  fineB: Float32Array,
  [fx, fy, fz]: Factors,
): void {
  for (let k = 0; k < coarse.nz; k += 1) {
    for (let j = 0; j < coarse.ny; j += 1) {
      for (let i = 0; i < coarse.nx; i += 1) {
        let sum = 0;
        for (let c = k * fz; c < Math.min((k + 1) * fz, fine.nz); c += 1) {
          for (let b = j * fy; b < Math.min((j + 1) * fy, fine.ny); b += 1) {
            for (let a = i * fx; a < Math.min((i + 1) * fx, fine.nx); a += 1) {
              sum += fineB[fine.origin + c * fine.plane + b * fine.row + a] as number;
            }
          }
        }
        coarseB[coarse.origin + k * coarse.plane + j * coarse.row + i] = sum;
      }
    }
  }
}

/** Twin of `smoothEven` and `smoothUneven`, both phases. */
export function smooth(
  level: OracleLevel,
  x: Float32Array,
  b: Float32Array,
  coarse: Layout,
  coarseX: Float32Array,
  factors: Factors,
  stages: number,
): void {
  prolong(level, x, coarse, coarseX, factors);
  const sweep = level.along[0] > 0 ? sweepEven : sweepUneven;
  for (let stage = 0; stage < stages; stage += 1) sweep(level, x, b, stage & 1);
}

/** Trilinear interpolation, the first step of the smoothers. */
export function prolong(
  { layout: fine, weight }: OracleLevel,
  fineX: Float32Array,
  coarse: Layout,
  coarseX: Float32Array,
  factors: Factors,
): void {
  const near = (n: number, factor: number): number => (factor === 2 ? n >> 1 : n);
  const far = (n: number, factor: number): number => (factor === 2 ? (n >> 1) + (n & 1 ? 1 : -1) : n);
  const share = (factor: number): number => (factor === 2 ? 0.25 : 0);
  const [fx, fy, fz] = factors;
  const [sx, sy, sz] = [share(fx), share(fy), share(fz)];
  const { origin, row, plane } = coarse;
  for (let k = 0; k < fine.nz; k += 1) {
    const k0 = near(k, fz) * plane;
    const k1 = Math.max(0, far(k, fz)) * plane;
    for (let j = 0; j < fine.ny; j += 1) {
      const j0 = near(j, fy) * row;
      const j1 = far(j, fy) * row;
      const at = fine.origin + k * fine.plane + j * fine.row;
      for (let i = 0; i < fine.nx; i += 1) {
        const i0 = origin + near(i, fx);
        const i1 = origin + far(i, fx);
        const line = (place: number): number =>
          (1 - sx) * (coarseX[i0 + place] as number) + sx * (coarseX[i1 + place] as number);
        const low = (1 - sy) * line(k0 + j0) + sy * line(k0 + j1);
        const high = (1 - sy) * line(k1 + j0) + sy * line(k1 + j1);
        fineX[at + i] = weight[at + i] === 0 ? 0 : (1 - sz) * low + sz * high;
      }
    }
  }
}

/** Twin of `products`; returns z·r, z·q, z·A·z. */
export function products(
  level: OracleLevel,
  z: Float32Array,
  r: Float32Array,
  q: Float32Array,
): readonly [number, number, number] {
  const { nx, ny, nz, row, plane, origin } = level.layout;
  const { diagonal, weight } = level;
  const [cx, cy, cz] = level.along;
  let [zr, zq, zAz] = [0, 0, 0];
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      let at = origin + k * plane + j * row;
      for (const end = at + nx; at < end; at += 1) {
        const here = z[at] as number;
        zr += here * (r[at] as number);
        zq += here * (q[at] as number);
        const neighbours =
          cx * ((z[at - 1] as number) + (z[at + 1] as number)) +
          cy * ((z[at - row] as number) + (z[at + row] as number)) +
          cz * ((z[at - plane] as number) + (z[at + plane] as number));
        if (weight[at] !== 0) zAz += here * ((diagonal[at] as number) * here - neighbours);
      }
    }
  }
  return [zr, zq, zAz];
}

/** Twin of `step`; returns r·r. */
export function step(
  level: OracleLevel,
  [z, p, q, x, r]: readonly [Float32Array, Float32Array, Float32Array, Float32Array, Float32Array],
  alpha: number,
  beta: number,
): number {
  const { nx, ny, nz, row, plane, origin } = level.layout;
  const { diagonal, weight } = level;
  const [cx, cy, cz] = level.along;
  let sum = 0;
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      let at = origin + k * plane + j * row;
      for (const end = at + nx; at < end; at += 1) {
        const here = z[at] as number;
        const neighbours =
          cx * ((z[at - 1] as number) + (z[at + 1] as number)) +
          cy * ((z[at - row] as number) + (z[at + row] as number)) +
          cz * ((z[at - plane] as number) + (z[at + plane] as number));
        const own = weight[at] === 0 ? 0 : (diagonal[at] as number) * here - neighbours;
        const direction = here + beta * (p[at] as number);
        const image = own + beta * (q[at] as number);
        p[at] = direction;
        q[at] = image;
        x[at] = (x[at] as number) + alpha * direction;
        const rest = (r[at] as number) - alpha * image;
        r[at] = rest;
        sum += rest * rest;
      }
    }
  }
  return sum;
}

/** Twin of `outflow`; returns the sum of squares. */
export function outflow(
  { layout, weight }: OracleLevel,
  [u, v, w]: readonly [Float32Array, Float32Array, Float32Array],
  b: Float32Array,
  [ax, ay, az]: readonly [number, number, number],
): number {
  const { nx, ny, nz, row, plane, origin } = layout;
  const faceRow = nx + 1;
  const facePlane = faceRow * (ny + 1);
  let sum = 0;
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      let at = origin + k * plane + j * row;
      let face = k * facePlane + j * faceRow;
      for (const end = at + nx; at < end; at += 1, face += 1) {
        const all =
          ax * ((u[face + 1] as number) - (u[face] as number)) +
          ay * ((v[face + faceRow] as number) - (v[face] as number)) +
          az * ((w[face + facePlane] as number) - (w[face] as number));
        const value = weight[at] === 0 ? 0 : all;
        b[at] = value;
        sum += value * value;
      }
    }
  }
  return sum;
}

/** Twin of `addGradient`. */
export function addGradient(
  { nx, ny, nz, row, plane, origin }: Layout,
  x: Float32Array,
  open: Uint8Array,
  [u, v, w]: readonly [Float32Array, Float32Array, Float32Array],
  [gx, gy, gz]: readonly [number, number, number],
): void {
  const faceRow = nx + 1;
  const facePlane = faceRow * (ny + 1);
  for (let k = 0; k <= nz; k += 1) {
    for (let j = 0; j <= ny; j += 1) {
      let at = origin + k * plane + j * row;
      let face = k * facePlane + j * faceRow;
      for (let i = 0; i <= nx; i += 1, at += 1, face += 1) {
        const here = x[at] as number;
        const isOpen = open[at] !== 0;
        if (j < ny && k < nz) {
          const slope = (i === 0 || i === nx ? 2 * gx : gx) * (here - (x[at - 1] as number));
          u[face] = isOpen && open[at - 1] !== 0 ? (u[face] as number) + slope : 0;
        }
        if (i < nx && k < nz) {
          const slope = (j === 0 || j === ny ? 2 * gy : gy) * (here - (x[at - row] as number));
          v[face] = isOpen && open[at - row] !== 0 ? (v[face] as number) + slope : 0;
        }
        if (i < nx && j < ny) {
          const slope = (k === nz ? 2 * gz : gz) * (here - (x[at - plane] as number));
          w[face] = k > 0 && isOpen && open[at - plane] !== 0 ? (w[face] as number) + slope : 0;
        }
      }
    }
  }
}
