import { exp } from '../../arithmetic/exponential.ts';
import { cos, sin } from '../../arithmetic/trigonometry.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { acrossDeviationAt, dissipationAt, structureConstant, verticalDeviationAt } from '../../weather/turbulence.ts';
import type { WindField } from '../../wind/wind-field.ts';
import { cellAt, cellCount } from '../../wind/wind-grid.ts';
import { lateralSpread } from '../screening/lateral-spread.ts';
import { type Shear, shearOf } from './shear.ts';
import { putCell, type Stress, type TurbulenceField, turbulenceWords } from './turbulence-field.ts';
import { wakeTurbulence } from './wake-turbulence.ts';

/** k over u*² where production and dissipation balance: u*²/k = √cμ = 0.3 (Launder & Spalding 1974). */
export const energyOverStress = 1 / 0.3;
/** Travel time at which the spread over open ground is made that of the screening model, s. */
const spreadS = 300;
/** Height at which the large eddies are taken, m. */
const meanderHeightM = 10;

/** Air of the boundary layer at the heights of a grid's layers. */
interface Layers {
  readonly vertical: Float64Array;
  readonly horizontal: Float64Array;
  readonly dissipation: Float64Array;
  readonly stress: Float64Array;
}

/**
 * Turbulence of the small eddies in each cell of a wind: that of the boundary layer at the cell's height above ground
 * and, around obstacles, what the shear of their wakes and cavities makes besides (`wakeTurbulence`). The shear stress
 * points against the local gradient (Prandtl). The crosswind fluctuation that a vane sees beyond these eddies goes into
 * one large flat motion of the whole layer, so that the spread over open ground is that of the screening model.
 * `distanceM` is what `wallDistance` gives; leave it out where there are no obstacles.
 */
export function turbulenceField(
  wind: WindField,
  air: BoundaryLayer,
  distanceM?: Float32Array,
  into?: Float32Array,
): TurbulenceField {
  const { raster } = wind;
  const { grid, solid, groundM } = raster;
  const { nx, ny, nz } = grid;
  const cells = into ?? new Float32Array(cellCount(grid) * turbulenceWords);
  const layers = layersOf(air, grid.layerM, nz);
  const wake = distanceM === undefined ? undefined : wakeTurbulence(wind, air, distanceM);
  const r: Stress = { xx: 0, xy: 0, xz: 0, yy: 0, yz: 0, zz: 0 };
  const s: Shear = { xy: 0, xz: 0, yz: 0, size: 0 };
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        const cell = cellAt(grid, i, j, k);
        if (solid[cell] !== 0) continue;
        const level = Math.max(0, Math.min(nz - 1, k - Math.round((groundM[j * nx + i] as number) / grid.layerM)));
        const vertical = layers.vertical[level] as number;
        const horizontal = layers.horizontal[level] as number;
        const extra = wake === undefined ? 0 : (wake.stress[cell] as number);
        const own = layers.stress[level] as number;
        const spread = (2 / 3) * energyOverStress * extra;
        r.xx = horizontal * horizontal + spread;
        r.yy = r.xx;
        r.zz = vertical * vertical + spread;
        shearOf(wind, i, j, k, s);
        const turn = s.size > 1e-9 ? (own + extra) / s.size : 0;
        r.xy = -turn * s.xy;
        r.xz = -turn * s.xz;
        r.yz = -turn * s.yz;
        const dissipation =
          (layers.dissipation[level] as number) + (wake === undefined ? 0 : (wake.dissipation[cell] as number));
        putCell(cells, cell, r, structureConstant * dissipation);
      }
    }
  }
  fillSolids(cells, solid, nx, ny, nz);
  return { raster, cells, ...largeEddies(air, grid.layerM) };
}

/** The large flat eddies of an air, and its lid. */
export function largeEddies(air: BoundaryLayer, layerM: number): Omit<TurbulenceField, 'raster' | 'cells'> {
  const height = (Math.floor(meanderHeightM / layerM) + 0.5) * layerM;
  const small = smallHorizontal(air, height, verticalDeviationAt(air, height));
  const total = acrossDeviationAt(air, height);
  const variance = Math.max(0, total * total - small * small);
  const meander = Math.sqrt(variance);
  const angle = (air.windFromDeg * Math.PI) / 180;
  return {
    meanderEastMPerS: meander * cos(angle),
    meanderNorthMPerS: -meander * sin(angle),
    meanderTimeS: variance > 0 ? meanderTime(air, total, variance) : spreadS,
    lidM: Math.max(air.mixingHeightM, 2 * layerM),
  };
}

/**
 * Time of the large eddies, s, such that with them gas spreads over open ground after 300 s as in the screening model:
 * Taylor's theorem, solved by halving; by then the small eddies have long forgotten.
 */
function meanderTime(air: BoundaryLayer, total: number, variance: number): number {
  const spread = lateralSpread(air, total * spreadS, spreadS);
  const goal = (spread * spread) / (variance * spreadS * spreadS);
  let [low, high] = [5, 3600];
  for (let n = 0; n < 30; n += 1) {
    const time = 0.5 * (low + high);
    const t = spreadS / time;
    if ((2 / (t * t)) * (t - 1 + exp(-t)) < goal) low = time;
    else high = time;
  }
  return low;
}

/**
 * σ along the ground of the eddies that belong to the height: as strong as upwards, and no more than half of the crosswind
 * energy, for the spectrum of v has half of its energy in eddies longer than five heights (Kaimal et al. 1972, Q. J. R.
 * Meteorol. Soc. 98, 563).
 */
function smallHorizontal(air: BoundaryLayer, heightM: number, vertical: number): number {
  return Math.min(Math.SQRT1_2 * acrossDeviationAt(air, heightM), vertical);
}

function layersOf(air: BoundaryLayer, layerM: number, nz: number): Layers {
  const layers: Layers = {
    vertical: new Float64Array(nz),
    horizontal: new Float64Array(nz),
    dissipation: new Float64Array(nz),
    stress: new Float64Array(nz),
  };
  for (let k = 0; k < nz; k += 1) {
    const height = (k + 0.5) * layerM;
    const vertical = verticalDeviationAt(air, height);
    layers.vertical[k] = vertical;
    layers.horizontal[k] = smallHorizontal(air, height, vertical);
    layers.dissipation[k] = dissipationAt(air, height);
    const rest = Math.max(0.1, 1 - height / air.mixingHeightM);
    layers.stress[k] = air.frictionVelocityMPerS * air.frictionVelocityMPerS * rest * Math.sqrt(rest);
  }
  return layers;
}

/** Gives the solids next to air the mean of their neighbours in the air. */
function fillSolids(cells: Float32Array, solid: Uint8Array, nx: number, ny: number, nz: number): void {
  const sum = new Float64Array(turbulenceWords);
  for (let k = 0; k < nz; k += 1) {
    for (let j = 0; j < ny; j += 1) {
      for (let i = 0; i < nx; i += 1) {
        const cell = (k * ny + j) * nx + i;
        if (solid[cell] === 0) continue;
        sum.fill(0);
        let found = 0;
        for (let c = Math.max(0, k - 1); c <= Math.min(nz - 1, k + 1); c += 1) {
          for (let b = Math.max(0, j - 1); b <= Math.min(ny - 1, j + 1); b += 1) {
            for (let a = Math.max(0, i - 1); a <= Math.min(nx - 1, i + 1); a += 1) {
              const other = (c * ny + b) * nx + a;
              if (solid[other] !== 0) continue;
              found += 1;
              for (let w = 0; w < turbulenceWords; w += 1) {
                sum[w] = (sum[w] as number) + (cells[other * turbulenceWords + w] as number);
              }
            }
          }
        }
        for (let w = 0; w < turbulenceWords; w += 1) {
          cells[cell * turbulenceWords + w] = found === 0 ? 0 : (sum[w] as number) / found;
        }
      }
    }
  }
}
