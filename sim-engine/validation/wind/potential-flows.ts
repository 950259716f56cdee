import type { FirstGuess } from '../../src/wind/first-guess.ts';
import type { ObstacleRaster } from '../../src/wind/obstacles.ts';
import { cellCount, faceAt, faceCount, type WindGrid } from '../../src/wind/wind-grid.ts';

/** A flow known in closed form, over ground at z = 0, far wind 1 m/s along x. */
export interface PotentialFlow {
  /** Height of the body over its middle, m. */
  readonly topM: number;
  /** Potential of the disturbance and its gradient at a place, m²/s and m/s. */
  disturbance(x: number, y: number, z: number): readonly [phi: number, u: number, v: number, w: number];
  /** Whether a place is solid. */
  isSolid(x: number, y: number, z: number): boolean;
}

/** Hemisphere of radius 1 m: half of the flow around a sphere, φ = x (1 + ½ r⁻³) (Batchelor 1967, section 6.8). */
export const hemisphere: PotentialFlow = {
  topM: 1,
  disturbance: (x, y, z) => {
    const r2 = x * x + y * y + z * z;
    const r3 = r2 * Math.sqrt(r2);
    const r5 = r3 * r2;
    return [x / (2 * r3), 1 / (2 * r3) - (1.5 * x * x) / r5, (-1.5 * x * y) / r5, (-1.5 * x * z) / r5];
  },
  isSolid: (x, y, z) => x * x + y * y + z * z < 1,
};

/**
 * Smooth hill of about 1 m half width: the surface that the wind of a horizontal dipole 1 m below ground leaves where far
 * upwind it ran at z = 0 (the hemisphere's dipole, sunk). To first order it is h = H (1 + r²)^−³⁄², and the wind at the
 * top faster by H (as linear theory has it, Jackson & Hunt 1975); whether a place lies below it, its streamline tells.
 */
export function smoothHill(heightM: number): PotentialFlow {
  const disturbance = (x: number, y: number, z: number): [number, number, number, number] => {
    const d = z + 1;
    const r2 = x * x + y * y + d * d;
    const r3 = r2 * Math.sqrt(r2);
    const r5 = r3 * r2;
    return [
      (heightM * x) / r3,
      heightM * (1 / r3 - (3 * x * x) / r5),
      (-3 * heightM * x * y) / r5,
      (-3 * heightM * x * d) / r5,
    ];
  };
  /** Height far upwind of the streamline through a place, m. */
  const upwind = (x0: number, y0: number, z0: number): number => {
    let [x, y, z] = [x0, y0, z0];
    while (x > -12) {
      const step = -0.05 * Math.max(1, Math.abs(x));
      const [, u, v, w] = disturbance(x, y, z);
      const half = step / 2 / (1 + u);
      const [, mu, mv, mw] = disturbance(x + step / 2, y + v * half, z + w * half);
      x += step;
      y += (mv * step) / (1 + mu);
      z += (mw * step) / (1 + mu);
    }
    return z;
  };
  const isSolid = (x: number, y: number, z: number): boolean => {
    const r2 = 1 + x * x + y * y;
    const linear = heightM / (r2 * Math.sqrt(r2));
    if (z > 1.5 * linear) return false;
    return z < 0.4 * linear || upwind(x, y, z) < 0;
  };
  let topM = 0;
  while (isSolid(0, 0, topM)) topM += 0.001;
  return { topM, disturbance, isSolid };
}

/** From here to there the first guess passes from the far wind to the known flow, m. */
const [near, far] = [1.4, 2.6];

/**
 * A first guess whose balanced wind is the known flow: the far wind around the body, and towards the edges of the box
 * the known flow, so that a box of finite size leaves no error of its own. It differs from the known flow by a gradient
 * that vanishes at the edges, which is exactly what balancing mass takes away.
 */
export function guessOf(flow: PotentialFlow, grid: WindGrid): { raster: ObstacleRaster; guess: FirstGuess } {
  const { nx, ny, nz, cellM, layerM, x0M, y0M, z0M } = grid;
  const solid = new Uint8Array(cellCount(grid));
  const isSolid = (i: number, j: number, k: number): boolean =>
    flow.isSolid(x0M + (i + 0.5) * cellM, y0M + (j + 0.5) * cellM, z0M + (k + 0.5) * layerM);
  for (let k = 0, c = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) for (let i = 0; i < nx; i += 1, c += 1) solid[c] = isSolid(i, j, k) ? 1 : 0;
  }
  const [u, v, w] = [0, 1, 2].map(() => new Float32Array(faceCount(grid))) as [
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
    Float32Array<ArrayBuffer>,
  ];
  const shut = (i: number, j: number, k: number): boolean =>
    i >= 0 && j >= 0 && k >= 0 && i < nx && j < ny && k < nz && solid[(k * ny + j) * nx + i] === 1;
  for (let k = 0; k <= nz; k += 1) {
    for (let j = 0; j <= ny; j += 1) {
      for (let i = 0; i <= nx; i += 1) {
        const [x, y, z] = [x0M + i * cellM, y0M + j * cellM, z0M + k * layerM];
        const [mx, my, mz] = [x + cellM / 2, y + cellM / 2, z + layerM / 2];
        const face = faceAt(grid, i, j, k);
        if (j < ny && k < nz && !shut(i, j, k) && !shut(i - 1, j, k)) u[face] = guessed(flow, x, my, mz)[0];
        if (i < nx && k < nz && !shut(i, j, k) && !shut(i, j - 1, k)) v[face] = guessed(flow, mx, y, mz)[1];
        if (i < nx && j < ny && k > 0 && !shut(i, j, k) && !shut(i, j, k - 1)) w[face] = guessed(flow, mx, my, z)[2];
      }
    }
  }
  const raster = { grid, obstacles: [], solid, groundM: new Float32Array(nx * ny) };
  return { raster, guess: { u, v, w } };
}

function guessed(flow: PotentialFlow, x: number, y: number, z: number): [number, number, number] {
  const r = Math.sqrt(x * x + y * y + z * z);
  const t = Math.min(1, Math.max(0, (r - near) / (far - near)));
  if (t === 0) return [1, 0, 0];
  const [phi, u, v, w] = flow.disturbance(x, y, z);
  const share = t * t * t * (10 - 15 * t + 6 * t * t);
  const slope = (30 * t * t * (1 - t) * (1 - t)) / (far - near) / r;
  return [1 + share * u + phi * slope * x, share * v + phi * slope * y, share * w + phi * slope * z];
}
