import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { karman } from '../../weather/similarity.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { cellAt, cellCount, faceAt } from '../../wind/wind-grid.ts';
import { type Shear, shearOf } from './shear.ts';

/** What obstacles add to the turbulence of the boundary layer, one a cell. */
export interface WakeTurbulence {
  /** Shear stress u*² beyond the layer's own, m²/s². */
  readonly stress: Float32Array;
  /** Dissipation beyond the layer's own, m²/s³. */
  readonly dissipation: Float32Array;
}

/** Mixing length far from walls, m (Blackadar 1962, J. Geophys. Res. 67, 3095; of the order 0.00027 G/f). */
const longestMixingM = 30;
/**
 * Turbulent energy of the shear layers around a block that stands in a boundary layer is at most a tenth of the square
 * of the free wind (Castro & Robins 1977, J. Fluid Mech. 79, 307; Martinuzzi & Tropea 1993, J. Fluids Eng. 115, 85):
 * the stress that goes with it is 0.3 of that.
 */
const mostFriction = Math.sqrt(0.3 * 0.1);
/** P/ε = 1 where production and dissipation balance: the rate of either is √cμ = 0.3 times the shear. */
const balance = 0.3;
const sweeps = 4;

/**
 * Turbulence that obstacles make, by one transport equation on the wind as it stands: shear makes it up to the
 * equilibrium of the mixing length ℓ = κd/(1 + κd/ℓ₀), d the distance to the nearest wall, and never more than a free
 * shear layer between the undisturbed wind and a cavity can; wind carries it; it mixes with its own diffusivity and
 * dies over its turnover time. So cavities and wakes are turbulent where their own shear is small.
 */
export function wakeTurbulence(wind: WindField, air: BoundaryLayer, distanceM: Float32Array): WakeTurbulence {
  const { grid, solid, groundM } = wind.raster;
  const { nx, ny, nz, cellM, layerM } = grid;
  const count = cellCount(grid);
  const stress = new Float32Array(count);
  const dissipation = new Float32Array(count);
  const most = new Float32Array(count);
  const rate = new Float32Array(count);
  const length = new Float32Array(count);
  const free = freeSpeeds(air, layerM, nz);
  const own = ownShear(free, layerM);
  const friction2 = air.frictionVelocityMPerS * air.frictionVelocityMPerS;
  const s: Shear = { xy: 0, xz: 0, yz: 0, size: 0 };
  let any = false;
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        const cell = cellAt(grid, i, j, k);
        if (solid[cell] !== 0) continue;
        const level = Math.max(0, Math.min(nz - 1, k - Math.round((groundM[j * nx + i] as number) / layerM)));
        const path = karman * (distanceM[cell] as number);
        const mixing = path / (1 + path / longestMixingM);
        shearOf(wind, i, j, k, s);
        const height = karman * (level + 0.5) * layerM;
        const undisturbed = (height / (1 + height / longestMixingM)) * (own[level] as number);
        const cap = mostFriction * (free[level] as number);
        const local = Math.min(cap, mixing * s.size);
        const beyond = local * local - 1.2 * undisturbed * undisturbed;
        length[cell] = mixing;
        rate[cell] = balance * s.size;
        if (beyond > 0.01 * friction2) {
          most[cell] = beyond;
          any = true;
        }
      }
    }
  }
  if (!any) return { stress, dissipation };
  const { u, v, w } = wind;
  const row = nx + 1;
  const plane = row * (ny + 1);
  const up = nx * ny;
  const overX = 1 / cellM;
  const overZ = 1 / layerM;
  const update = (i: number, j: number, k: number): void => {
    const cell = (k * ny + j) * nx + i;
    if (solid[cell] !== 0) return;
    const face = faceAt(grid, i, j, k);
    const before = stress[cell] as number;
    const speed = Math.sqrt(friction2 + before);
    const mixing = length[cell] as number;
    const flat = mixing * speed * overX * overX;
    const high = mixing * speed * overZ * overZ;
    let sum = 0;
    let weight = 0;
    // A neighbour gives what the wind brings from it and what mixes; outside the grid there is none.
    if (i > 0 && solid[cell - 1] === 0) {
      const a = Math.max(0, u[face] as number) * overX + flat;
      sum += a * (stress[cell - 1] as number);
      weight += a;
    } else weight += Math.max(0, u[face] as number) * overX;
    if (i < nx - 1 && solid[cell + 1] === 0) {
      const a = Math.max(0, -(u[face + 1] as number)) * overX + flat;
      sum += a * (stress[cell + 1] as number);
      weight += a;
    } else weight += Math.max(0, -(u[face + 1] as number)) * overX;
    if (j > 0 && solid[cell - nx] === 0) {
      const a = Math.max(0, v[face] as number) * overX + flat;
      sum += a * (stress[cell - nx] as number);
      weight += a;
    } else weight += Math.max(0, v[face] as number) * overX;
    if (j < ny - 1 && solid[cell + nx] === 0) {
      const a = Math.max(0, -(v[face + row] as number)) * overX + flat;
      sum += a * (stress[cell + nx] as number);
      weight += a;
    } else weight += Math.max(0, -(v[face + row] as number)) * overX;
    if (k > 0 && solid[cell - up] === 0) {
      const a = Math.max(0, w[face] as number) * overZ + high;
      sum += a * (stress[cell - up] as number);
      weight += a;
    } else weight += Math.max(0, w[face] as number) * overZ;
    if (k < nz - 1 && solid[cell + up] === 0) {
      const a = Math.max(0, -(w[face + plane] as number)) * overZ + high;
      sum += a * (stress[cell + up] as number);
      weight += a;
    }
    const goal = most[cell] as number;
    const turnover = (balance * speed) / Math.max(0.1, mixing);
    const pull = goal > before ? Math.max(rate[cell] as number, turnover) : turnover;
    stress[cell] = (sum + pull * goal) / (weight + pull);
  };
  for (let n = 0; n < sweeps; n += 1) {
    const forwardX = (n & 1) === 0;
    const forwardY = (n & 2) === 0;
    const forwardZ = n % 3 !== 1;
    for (let c = 0; c < nz; c += 1) {
      for (let b = 0; b < ny; b += 1) {
        for (let a = 0; a < nx; a += 1) {
          update(forwardX ? a : nx - 1 - a, forwardY ? b : ny - 1 - b, forwardZ ? c : nz - 1 - c);
        }
      }
    }
  }
  for (let cell = 0; cell < count; cell += 1) {
    const extra = stress[cell] as number;
    if (extra <= 0) continue;
    const total = friction2 + extra;
    const cubes = total * Math.sqrt(total) - friction2 * air.frictionVelocityMPerS;
    dissipation[cell] = cubes / Math.max(0.1, length[cell] as number);
  }
  return { stress, dissipation };
}

/** Shear that a grid sees in the undisturbed layer, 1/s, by the same differences as `shearOf`. */
function ownShear(free: Float64Array, layerM: number): Float64Array {
  const at = (k: number): number => free[Math.min(free.length - 1, Math.max(0, k))] as number;
  return Float64Array.from(free, (_, k) => {
    const span = Math.min(free.length - 1, k + 1) - Math.max(0, k - 1);
    return (at(k + 1) - at(k - 1)) / (span * layerM);
  });
}

/** Wind of the undisturbed layer at the heights of a grid's layers, m/s. */
function freeSpeeds(air: BoundaryLayer, layerM: number, nz: number): Float64Array {
  return Float64Array.from({ length: nz }, (_, k) => air.driftShare * windSpeedAt(air, (k + 0.5) * layerM));
}
