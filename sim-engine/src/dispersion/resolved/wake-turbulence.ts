import { cos, sin } from '../../arithmetic/trigonometry.ts';
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
const sweeps = [true, true, true, false, true, true, true];

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
  const made = new Uint8Array(nx * ny);
  const free = freeSpeeds(air, layerM, nz);
  const own = ownShear(free, layerM);
  const friction2 = air.frictionVelocityMPerS * air.frictionVelocityMPerS;
  const s: Shear = { xy: 0, xz: 0, yz: 0, size: 0 };
  let any = false;
  const top = topLayer(solid, nx * ny, nz);
  for (let k = 0; k < top; k += 1) {
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
          made[j * nx + i] = 1;
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
  const gain = new Float64Array(nz);
  const rest = new Float64Array(nz);
  /** Largest stress of each column: where a column and its neighbours have none, there is nothing to do. */
  const peak = new Float32Array(nx * ny);
  const least = 1e-4 * friction2;
  const column = (i: number, j: number): void => {
    const here = j * nx + i;
    const near = Math.max(
      i > 0 ? (peak[here - 1] as number) : 0,
      i < nx - 1 ? (peak[here + 1] as number) : 0,
      j > 0 ? (peak[here - nx] as number) : 0,
      j < ny - 1 ? (peak[here + nx] as number) : 0,
    );
    if (made[here] === 0 && near < least && (peak[here] as number) < least) return;
    // The whole column at once (Thomas 1949): turbulence spreads up and down within the time the wind takes over a cell.
    for (let k = 0; k < top; k += 1) {
      const cell = k * up + here;
      if (solid[cell] !== 0) {
        gain[k] = 0;
        rest[k] = 0;
        continue;
      }
      const face = faceAt(grid, i, j, k);
      const before = stress[cell] as number;
      const speed = Math.sqrt(friction2 + before);
      const mixing = length[cell] as number;
      const flat = mixing * speed * overX * overX;
      const high = mixing * speed * overZ * overZ;
      // A neighbour gives what the wind brings from it and what mixes; outside the grid there is none.
      const west = Math.max(0, u[face] as number) * overX;
      const east = Math.max(0, -(u[face + 1] as number)) * overX;
      const south = Math.max(0, v[face] as number) * overX;
      const north = Math.max(0, -(v[face + row] as number)) * overX;
      const mixWest = i > 0 && solid[cell - 1] === 0 ? flat : 0;
      const mixEast = i < nx - 1 && solid[cell + 1] === 0 ? flat : 0;
      const mixSouth = j > 0 && solid[cell - nx] === 0 ? flat : 0;
      const mixNorth = j < ny - 1 && solid[cell + nx] === 0 ? flat : 0;
      let sum = 0;
      if (i > 0) sum += (west + mixWest) * (stress[cell - 1] as number);
      if (i < nx - 1) sum += (east + mixEast) * (stress[cell + 1] as number);
      if (j > 0) sum += (south + mixSouth) * (stress[cell - nx] as number);
      if (j < ny - 1) sum += (north + mixNorth) * (stress[cell + nx] as number);
      const below = k > 0 && solid[cell - up] === 0 ? Math.max(0, w[face] as number) * overZ + high : 0;
      const over = k < top - 1 && solid[cell + up] === 0 ? Math.max(0, -(w[face + plane] as number)) * overZ + high : 0;
      const goal = most[cell] as number;
      const turnover = (balance * speed) / Math.max(0.1, mixing);
      const pull = goal > before ? Math.max(rate[cell] as number, turnover) : turnover;
      const weight = west + east + south + north + mixWest + mixEast + mixSouth + mixNorth + below + over + pull;
      const pivot = weight - (k > 0 ? below * (gain[k - 1] as number) : 0);
      gain[k] = over / pivot;
      rest[k] = (sum + pull * goal + (k > 0 ? below * (rest[k - 1] as number) : 0)) / pivot;
    }
    let value = 0;
    let largest = 0;
    for (let k = top - 1; k >= 0; k -= 1) {
      value = (rest[k] as number) + (gain[k] as number) * value;
      stress[k * up + here] = value;
      if (value > largest) largest = value;
    }
    peak[here] = largest;
  };
  // Down the wind, and once against it for the cavities: a sweep carries turbulence all the way.
  const angle = (air.windFromDeg * Math.PI) / 180;
  const [eastward, northward] = [sin(angle) <= 0, cos(angle) <= 0];
  for (const sense of sweeps) {
    const [forwardX, forwardY] = [eastward === sense, northward === sense];
    for (let b = 0; b < ny; b += 1) {
      for (let a = 0; a < nx; a += 1) column(forwardX ? a : nx - 1 - a, forwardY ? b : ny - 1 - b);
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

/** Layers that wakes reach: three times the height of the highest solid. */
function topLayer(solid: Uint8Array, columns: number, nz: number): number {
  const highest = Math.floor(solid.lastIndexOf(1) / columns) + 1;
  return Math.min(nz, 3 * highest);
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
