import { type BoundaryLayer, windSpeedAt } from '../weather/boundary-layer.ts';
import type { ObstacleRaster } from './obstacles.ts';
import { resolutionOf } from './resolution.ts';
import { type WindAxes, windAxes } from './wind-axes.ts';
import { cellCount, faceCount } from './wind-grid.ts';
import { bodyOf } from './zones/body.ts';
import { canopyOf, layDrag } from './zones/drag.ts';
import { layEdges } from './zones/edges.ts';
import { groundAt, layLee } from './zones/lee.ts';
import { layWindward } from './zones/windward.ts';
import type { ZoneAir } from './zones/zone-air.ts';

/** Speeds through faces before mass is balanced, m/s. */
export interface FirstGuess {
  readonly u: Float32Array<ArrayBuffer>;
  readonly v: Float32Array<ArrayBuffer>;
  readonly w: Float32Array<ArrayBuffer>;
}

/** Speed of an approaching wind, m/s, at a height over ground. */
export type Profile = (heightM: number) => number;

/** Entries of the table of the profile a layer. */
const tableSteps = 8;

/** Air with the profile of Monin & Obukhov; what a mast calls calm drifts at the speed it really has. */
export function approachOf(air: BoundaryLayer): { profile: Profile; axes: WindAxes } {
  return { profile: (heightM) => air.driftShare * windSpeedAt(air, heightM), axes: windAxes(air.windFromDeg) };
}

/**
 * The approaching wind over the ground, slowed and turned by the zones around obstacles.
 * `zones` false leaves them out: the solution is then potential flow.
 */
export function firstGuess(raster: ObstacleRaster, profile: Profile, axes: WindAxes, zones = true): FirstGuess {
  const cells = cellCount(raster.grid);
  const air: ZoneAir = {
    raster,
    axes,
    along: new Float32Array(cells),
    left: new Float32Array(cells),
    up: new Float32Array(cells),
    speedAt: tabled(profile, raster),
  };
  layApproach(air);
  if (zones) layZones(air);
  return throughFaces(air);
}

/** Speeds that later look-ups interpolate: a profile costs a logarithm, a zone asks once a cell. */
function tabled(profile: Profile, { grid }: ObstacleRaster): Profile {
  const step = grid.layerM / tableSteps;
  const last = tableSteps * (grid.nz + 1);
  const table = new Float64Array(last + 2);
  for (let n = 0; n <= last + 1; n += 1) {
    const speed = profile(n * step);
    table[n] = Number.isFinite(speed) ? speed : 0;
  }
  return (heightM) => {
    const place = Math.min(last, Math.max(0, heightM / step));
    const n = Math.floor(place);
    const low = table[n] as number;
    return low + (place - n) * ((table[n + 1] as number) - low);
  };
}

function layApproach({ raster, along, speedAt }: ZoneAir): void {
  const { grid, groundM } = raster;
  const columns = grid.nx * grid.ny;
  const level = groundM.every((height) => height === 0);
  for (let k = 0; k < grid.nz; k += 1) {
    const z = (k + 0.5) * grid.layerM;
    if (level) along.fill(speedAt(z), k * columns, (k + 1) * columns);
    else {
      for (let c = 0; c < columns; c += 1) {
        along[k * columns + c] = speedAt(Math.max(z - (groundM[c] as number), 0.25 * grid.layerM));
      }
    }
  }
}

function layZones(air: ZoneAir): void {
  const { raster, axes } = air;
  for (const obstacle of raster.obstacles) {
    const ground = groundAt(air, { obstacle });
    const resolution = resolutionOf(obstacle, raster.grid);
    if (resolution === 'drag') layDrag(air, canopyOf(obstacle, axes, ground, raster.grid));
    if (resolution !== 'solid' || obstacle.topM <= ground) continue;
    const body = bodyOf(obstacle, axes, ground, raster.grid.layerM);
    layWindward(air, body);
    layLee(air, body);
    layEdges(air, body);
  }
}

/** From the middles of cells to their faces: the mean of both sides, nothing through solids and ground. */
function throughFaces({ raster, axes, along, left, up }: ZoneAir): FirstGuess {
  const { grid, solid } = raster;
  const { nx, ny, nz } = grid;
  const { east, north } = axes;
  const u = new Float32Array(faceCount(grid));
  const v = new Float32Array(faceCount(grid));
  const w = new Float32Array(faceCount(grid));
  const row = nx + 1;
  const layer = row * (ny + 1);
  const columns = nx * ny;
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      let cell = (k * ny + j) * nx;
      let face = k * layer + j * row;
      for (let i = 0; i < nx; i += 1, cell += 1, face += 1) {
        if (solid[cell] !== 0) continue;
        const a = along[cell] as number;
        const b = left[cell] as number;
        const x = a * east - b * north;
        const y = a * north + b * east;
        const z = up[cell] as number;
        // Each face is met from both its cells; a solid on one side or the ground leaves it shut.
        if (i === 0) u[face] = x;
        else if (solid[cell - 1] === 0)
          u[face] = 0.5 * (x + (along[cell - 1] as number) * east - (left[cell - 1] as number) * north);
        if (i === nx - 1) u[face + 1] = x;
        if (j === 0) v[face] = y;
        else if (solid[cell - nx] === 0)
          v[face] = 0.5 * (y + (along[cell - nx] as number) * north + (left[cell - nx] as number) * east);
        if (j === ny - 1) v[face + row] = y;
        if (k > 0 && solid[cell - columns] === 0) w[face] = 0.5 * (z + (up[cell - columns] as number));
        if (k === nz - 1) w[face + layer] = z;
      }
    }
  }
  return { u, v, w };
}
