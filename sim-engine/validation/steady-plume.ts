import type { Crew } from '../src/crew/crew.ts';
import {
  clearDensity,
  type DensityExtent,
  densityGrid,
  gatherDensity,
} from '../src/dispersion/resolved/density-grid.ts';
import { addDensity, bandwidthFor } from '../src/dispersion/resolved/kernel-density.ts';
import { makeMover } from '../src/dispersion/resolved/mover.ts';
import { normalTable } from '../src/dispersion/resolved/noise.ts';
import { removeGone } from '../src/dispersion/resolved/particles.ts';
import { plumeRise, type RisingSource, riseTable } from '../src/dispersion/resolved/plume-rise.ts';
import { addParticle } from '../src/dispersion/resolved/release-particle.ts';
import { riseAir } from '../src/dispersion/resolved/source-rise.ts';
import { turbulenceField } from '../src/dispersion/resolved/turbulence.ts';
import type { BoundaryLayer } from '../src/weather/boundary-layer.ts';
import type { WindField } from '../src/wind/wind-field.ts';

/** A steady release of 1 kg/s and where its concentration is wanted. */
export interface SteadyRelease {
  readonly at: readonly [number, number, number];
  readonly stream?: RisingSource;
  readonly particles: number;
  readonly seed: number;
  /** One layer of cells around the receptors' height. */
  readonly extent: DensityExtent;
  readonly receptorM: number;
  /** Uptake of the ground, m/s. */
  readonly depositionMPerS?: number;
}

const windowS = 1;
/** The slowest particles are given up here. */
const mostS = 1200;

/**
 * The mean concentration of a release that goes on for ever, per unit of its rate, s/m³, by the engine's own particles:
 * those of one moment are followed until they have left, and what they hold at each second is added up.
 */
export function steadyPlume(
  crew: Crew,
  wind: WindField,
  air: BoundaryLayer,
  distanceM: Float32Array | undefined,
  release: SteadyRelease,
): Float64Array {
  const { at, stream, particles: count, seed, extent, receptorM, depositionMPerS = 0 } = release;
  const { raster } = wind;
  const { grid } = raster;
  const turbulence = turbulenceField(wind, air, distanceM);
  const rise = stream && plumeRise(stream, at[2], riseAir(wind, air, at));
  const mover = makeMover(crew, {
    grid,
    capacity: count,
    seed,
    stepS: windowS,
    courant: 0.5,
    memoryShare: 0.3,
    rise: riseTable([rise]),
    depositionMPerS,
  });
  mover.setAir(wind, turbulence);
  const { particles } = mover;
  const table = normalTable();
  for (let id = 0; id < count; id += 1) {
    const place = { x: at[0] - grid.x0M, y: at[1] - grid.y0M, z: at[2] - grid.z0M };
    // Births fill the window, so that the sum over windows is the integral over time.
    const clockS = ((id + 0.5) / count) * windowS;
    addParticle(particles, { id, source: 0, ...place, massKg: 1 / count, clockS }, seed, table);
  }
  const density = densityGrid(extent, raster);
  clearDensity(density);
  const gone = { leftKg: 0, depositedKg: 0 };
  const bandwidth = bandwidthFor(count * 20);
  const quantaPerKg = 2 ** 40;
  for (let t = 0; t < mostS && particles.count > 0; t += windowS) {
    mover.advance(windowS);
    removeGone(particles, gone);
    addDensity(particles, 0, particles.count, turbulence, 1, bandwidth, quantaPerKg, undefined, {
      grid: density,
      heightM: receptorM,
    });
  }
  mover.release();
  gatherDensity(density);
  const finest = density.levels[0];
  if (finest === undefined) throw new RangeError('a density grid has at least one level');
  const { quanta, open, cellM } = finest;
  return Float64Array.from(quanta, (value, cell) => {
    const share = open[cell] ?? 0;
    return share > 0 ? (value * windowS) / (quantaPerKg * cellM * cellM * share) : 0;
  });
}

/** A layer's value at a place, bilinear between the middles of its cells; 0 outside. */
export function layerAt(layer: Float64Array, extent: DensityExtent, x: number, y: number): number {
  const gx = (x - extent.cornerX) / extent.cellM - 0.5;
  const gy = (y - extent.cornerY) / extent.cellM - 0.5;
  const i = Math.floor(gx);
  const j = Math.floor(gy);
  if (i < 0 || j < 0 || i + 1 >= extent.nx || j + 1 >= extent.ny) return 0;
  const value = (a: number, b: number): number => layer[(j + b) * extent.nx + i + a] ?? 0;
  const low = value(0, 0) + (value(1, 0) - value(0, 0)) * (gx - i);
  const high = value(0, 1) + (value(1, 1) - value(0, 1)) * (gx - i);
  return low + (high - low) * (gy - j);
}
