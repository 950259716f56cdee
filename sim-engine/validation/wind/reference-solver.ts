import type { FirstGuess } from '../../src/wind/first-guess.ts';
import type { ObstacleRaster } from '../../src/wind/obstacles.ts';
import type { WindField } from '../../src/wind/wind-field.ts';
import { cellCount } from '../../src/wind/wind-grid.ts';

/**
 * The mass-consistent wind by plain conjugate gradients in doubles: an oracle, slow and short. Minimises ∫|u − u⁰|² under
 * div u = 0 (Sasaki 1970): u = u⁰ + ∇λ, ∇²λ = −div u⁰, ∂λ/∂n = 0 at solids and ground, λ = 0 on the sides and the top,
 * half a cell from the middle.
 * @param tolerance 2-norm of the divergence over that of the first guess at which to stop
 */
export function balanceByReference(
  raster: ObstacleRaster,
  guess: FirstGuess,
  tolerance = 1e-8,
  mostIterations = 4000,
): WindField {
  const { grid, solid } = raster;
  const { nx, ny, nz, cellM, layerM } = grid;
  const n = cellCount(grid);
  const row = nx + 1;
  const layer = row * (ny + 1);
  const wide = 1 / (cellM * cellM);
  const high = 1 / (layerM * layerM);
  const u = Float64Array.from(guess.u);
  const v = Float64Array.from(guess.v);
  const w = Float64Array.from(guess.w);

  /** out = −∇²x on air cells. */
  const apply = (x: Float64Array, out: Float64Array): void => {
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          const c = (k * ny + j) * nx + i;
          if (solid[c] !== 0) {
            out[c] = 0;
            continue;
          }
          const here = at(x, c);
          let sum = 0;
          const side = (inside: boolean, other: number, weight: number): void => {
            if (!inside) sum += 2 * weight * here;
            else if (solid[other] === 0) sum += weight * (here - at(x, other));
          };
          side(i > 0, c - 1, wide);
          side(i + 1 < nx, c + 1, wide);
          side(j > 0, c - nx, wide);
          side(j + 1 < ny, c + nx, wide);
          if (k > 0) side(true, c - nx * ny, high);
          side(k + 1 < nz, c + nx * ny, high);
          out[c] = sum;
        }
      }
    }
  };

  const divergence = (out: Float64Array): void => {
    for (let k = 0; k < nz; k += 1) {
      for (let j = 0; j < ny; j += 1) {
        for (let i = 0; i < nx; i += 1) {
          const c = (k * ny + j) * nx + i;
          const f = k * layer + j * row + i;
          out[c] =
            solid[c] !== 0
              ? 0
              : (at(u, f + 1) - at(u, f) + at(v, f + row) - at(v, f)) / cellM + (at(w, f + layer) - at(w, f)) / layerM;
        }
      }
    }
  };

  const lambda = new Float64Array(n);
  const r = new Float64Array(n);
  divergence(r);
  const start = Math.sqrt(dot(r, r));
  const p = Float64Array.from(r);
  const q = new Float64Array(n);
  let rr = dot(r, r);
  let iterations = 0;
  while (iterations < mostIterations && Math.sqrt(rr) > tolerance * start) {
    apply(p, q);
    const alpha = rr / dot(p, q);
    for (let c = 0; c < n; c += 1) {
      lambda[c] = at(lambda, c) + alpha * at(p, c);
      r[c] = at(r, c) - alpha * at(q, c);
    }
    const next = dot(r, r);
    const beta = next / rr;
    rr = next;
    for (let c = 0; c < n; c += 1) p[c] = at(r, c) + beta * at(p, c);
    iterations += 1;
  }

  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        const c = (k * ny + j) * nx + i;
        if (solid[c] !== 0) continue;
        const f = k * layer + j * row + i;
        const here = at(lambda, c);
        if (i === 0) u[f] = at(u, f) + (2 * here) / cellM;
        else if (solid[c - 1] === 0) u[f] = at(u, f) + (here - at(lambda, c - 1)) / cellM;
        if (i === nx - 1) u[f + 1] = at(u, f + 1) - (2 * here) / cellM;
        if (j === 0) v[f] = at(v, f) + (2 * here) / cellM;
        else if (solid[c - nx] === 0) v[f] = at(v, f) + (here - at(lambda, c - nx)) / cellM;
        if (j === ny - 1) v[f + row] = at(v, f + row) - (2 * here) / cellM;
        if (k > 0 && solid[c - nx * ny] === 0) w[f] = at(w, f) + (here - at(lambda, c - nx * ny)) / layerM;
        if (k === nz - 1) w[f + layer] = at(w, f + layer) - (2 * here) / layerM;
      }
    }
  }
  divergence(r);
  const residual = start > 0 ? Math.sqrt(dot(r, r)) / start : 0;
  return { raster, u: Float32Array.from(u), v: Float32Array.from(v), w: Float32Array.from(w), residual, iterations };
}

function at(values: Float64Array, place: number): number {
  return values[place] as number;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c += 1) sum += at(a, c) * at(b, c);
  return sum;
}
