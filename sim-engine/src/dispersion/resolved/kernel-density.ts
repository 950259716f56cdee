import { pow } from '../../arithmetic/power.ts';
import { type Crowd, widening } from './crowd.ts';
import { type DensityGrid, type DensityLevel, touch } from './density-grid.ts';
import { type Particles, particleWords, word } from './particles.ts';
import { type TurbulenceField, turbulenceWords } from './turbulence-field.ts';

/** How wide a particle is smeared. */
export interface Bandwidth {
  /** Standard deviation of the kernel over the spread of the particles of that age. */
  readonly share: number;
  /** Least standard deviation upwards, m. */
  readonly leastUpM: number;
}

/**
 * The share of the spread that is best for a number of particles: 0.3 for ten thousand, and with the −1/7 power of
 * their number (Silverman 1986, Density Estimation, §4.3.2, three dimensions; his constant for a single Gaussian gives
 * 0.26 there).
 */
export function bandwidthFor(particles: number): Bandwidth {
  const share = 0.3 * pow(10_000 / Math.max(100, particles), 1 / 7);
  return { share: Math.min(0.45, Math.max(0.15, share)), leastUpM: 0.75 };
}

/** Where the head-height layer stands. */
export interface HeadLayer {
  readonly grid: DensityGrid;
  readonly heightM: number;
}

const root5 = Math.sqrt(5);
const mostReach = 8;
/** Half the width of a kernel at most, in cells of its level; `kernelReach` whole cells hold it. */
const widest = 2.4;
const weightX = new Float64Array(mostReach);
const weightY = new Float64Array(mostReach);
const weightZ = new Float64Array(64);

/**
 * Adds particles to a volume and to a layer at one height as Epanechnikov kernels, `quantaPerKg` whole quanta a
 * kilogram (of the layer: a kilogram per metre of height). The width follows the spread that Taylor's theorem gives a
 * particle of that age in the turbulence where it is: σ²t²/(1 + t/2T), T = 2σ²/C₀ε. Ground mirrors; of a kernel that
 * reaches into solids the part in the air is scaled up, so that no mass is lost. Wide kernels go to the coarse levels.
 * With a `crowd` kernels widen along the ground where particles are few.
 */
export function addDensity(
  particles: Particles,
  from: number,
  to: number,
  turbulence: TurbulenceField,
  share: number,
  bandwidth: Bandwidth,
  quantaPerKg: number,
  volume: DensityGrid | undefined,
  layer: HeadLayer | undefined,
  crowd?: Crowd,
): void {
  const { cells, raster, meanderEastMPerS, meanderNorthMPerS, meanderTimeS } = turbulence;
  const { grid, groundM } = raster;
  const { floats } = particles;
  for (let n = from; n < to; n += 1) {
    const at = n * particleWords;
    const x = floats[at + word.x] as number;
    const y = floats[at + word.y] as number;
    const i = Math.min(grid.nx - 1, Math.floor(x / grid.cellM));
    const j = Math.min(grid.ny - 1, Math.floor(y / grid.cellM));
    const k = Math.min(grid.nz - 1, Math.floor((floats[at + word.z] as number) / grid.layerM));
    const z = Math.max(0, (floats[at + word.z] as number) - (groundM[j * grid.nx + i] as number));
    const age = floats[at + word.ageS] as number;
    const c = ((k * grid.ny + j) * grid.nx + i) * turbulenceWords;
    const a = (w: number): number => cells[c + w] as number;
    const square = share * share;
    const structure = square * share * a(3) * a(3);
    const xx = square * (a(0) * a(0) + a(1) * a(1) + a(2) * a(2));
    const yy = square * (a(4) * a(4) + a(5) * a(5));
    const zz = square * a(6) * a(6);
    const slow = square / (1 + age / (2 * meanderTimeS));
    const spreadX = spread(xx, structure, age) + slow * meanderEastMPerS * meanderEastMPerS * age * age;
    const spreadY = spread(yy, structure, age) + slow * meanderNorthMPerS * meanderNorthMPerS * age * age;
    // One width for both ways along the ground: the mean, for a kernel should not turn with the axes.
    const own = bandwidth.share * Math.sqrt(0.5 * (spreadX + spreadY));
    const flat = crowd === undefined ? own : own * widening(crowd, x, y, root5 * own);
    const up = Math.max(bandwidth.leastUpM, bandwidth.share * Math.sqrt(spread(zz, structure, age)));
    const quanta = quantaPerKg * (floats[at + word.massKg] as number);
    if (layer !== undefined) {
      const reach = root5 * up;
      const density = parabola((layer.heightM - z) / reach) + parabola((layer.heightM + z) / reach);
      if (density > 0) spreadFlat(layer.grid, x, y, flat, (quanta * density) / reach, undefined);
    }
    if (volume !== undefined) {
      const layers = upWeights(z, Math.max(up, 0.5 * volume.layerM), volume);
      spreadFlat(volume, x, y, flat, quanta, layers);
    }
  }
}

/** Mean square distance of particles of an age. */
function spread(variance: number, structure: number, age: number): number {
  return variance > 0 ? (variance * age * age) / (1 + (age * structure) / (4 * variance)) : 0;
}

function parabola(t: number): number {
  return t > -1 && t < 1 ? 0.75 * (1 - t * t) : 0;
}

/** Share of a kernel below t, −1…1. */
function below(t: number): number {
  if (t <= -1) return 0;
  return t >= 1 ? 1 : 0.25 * (2 + 3 * t - t * t * t);
}

interface UpWeights {
  readonly low: number;
  readonly high: number;
}

/** Shares of the layers in `weightZ`, mirrored at the ground; what is over the top is lost. */
function upWeights(z: number, sigma: number, { nz, layerM }: DensityGrid): UpWeights {
  const reach = Math.min(root5 * sigma, 4 * layerM);
  const low = Math.floor((z - reach) / layerM);
  const high = Math.min(nz - 1, Math.floor((z + reach) / layerM));
  const most = Math.min(nz - 1, Math.max(high, -1 - low));
  const first = Math.max(0, low);
  for (let k = first; k <= most; k += 1) weightZ[k - first] = 0;
  let before = 0;
  for (let k = low; k <= high; k += 1) {
    const upTo = below(((k + 1) * layerM - z) / reach);
    const layer = k < 0 ? -1 - k : k;
    if (layer <= most) weightZ[layer - first] = (weightZ[layer - first] as number) + upTo - before;
    before = upTo;
  }
  return { low: first, high: most };
}

/** Adds quanta around a place, in one layer (`layers` absent: layer 0) or over several. */
function spreadFlat(
  { levels, westM, southM, nz }: DensityGrid,
  x: number,
  y: number,
  sigma: number,
  quanta: number,
  layers: UpWeights | undefined,
): void {
  let pick = 0;
  while (pick + 1 < levels.length && sigma >= (levels[pick] as DensityLevel).cellM) pick += 1;
  const level = levels[pick] as DensityLevel;
  const { cellM, nx, ny, open, free } = level;
  const reach = Math.min(widest, Math.max(0.5 * root5, (root5 * sigma) / cellM));
  const gx = (x - westM) / cellM;
  const gy = (y - southM) / cellM;
  const i0 = Math.floor(gx - reach);
  const j0 = Math.floor(gy - reach);
  const ni = Math.floor(gx + reach) - i0 + 1;
  const nj = Math.floor(gy + reach) - j0 + 1;
  if (i0 >= nx || j0 >= ny || i0 + ni <= 0 || j0 + nj <= 0) return;
  fillWeights(weightX, gx, reach, i0, ni);
  fillWeights(weightY, gy, reach, j0, nj);
  const low = layers?.low ?? 0;
  const high = layers === undefined ? 0 : Math.min(nz - 1, layers.high);
  const own = Math.min(ny - 1, Math.max(0, Math.floor(gy))) * nx + Math.min(nx - 1, Math.max(0, Math.floor(gx)));
  touch(level, Math.min(i0, nx - 1), i0 + ni - 1, Math.min(j0, ny - 1), j0 + nj - 1, low, high);
  for (let k = low; k <= high; k += 1) {
    const inLayer = layers === undefined ? quanta : quanta * (weightZ[k - low] as number);
    if (inLayer <= 0) continue;
    const base = k * ny * nx;
    if (free[base + own] === 1) {
      for (let b = 0; b < nj; b += 1) {
        const across = inLayer * (weightY[b] as number);
        const row = base + (j0 + b) * nx + i0;
        for (let a = 0; a < ni; a += 1) {
          const add = Math.floor(across * (weightX[a] as number) + 0.5);
          level.quanta[row + a] = (level.quanta[row + a] as number) + add;
        }
      }
      continue;
    }
    let air = 0;
    for (let b = 0; b < nj; b += 1) {
      const j = j0 + b;
      // Outside the grid is air: what is smeared there is lost to the grid.
      for (let a = 0; a < ni; a += 1) {
        const i = i0 + a;
        const share = i < 0 || j < 0 || i >= nx || j >= ny ? 1 : (open[base + j * nx + i] as number);
        air += (weightX[a] as number) * (weightY[b] as number) * share;
      }
    }
    if (air < 0.02) {
      level.quanta[base + own] = (level.quanta[base + own] as number) + Math.floor(inLayer + 0.5);
      continue;
    }
    const scale = inLayer / air;
    for (let b = 0; b < nj; b += 1) {
      const j = j0 + b;
      if (j < 0 || j >= ny) continue;
      const across = scale * (weightY[b] as number);
      for (let a = 0; a < ni; a += 1) {
        const i = i0 + a;
        if (i < 0 || i >= nx) continue;
        const cell = base + j * nx + i;
        const add = Math.floor(across * (weightX[a] as number) * (open[cell] as number) + 0.5);
        level.quanta[cell] = (level.quanta[cell] as number) + add;
      }
    }
  }
}

function fillWeights(weights: Float64Array, place: number, reach: number, first: number, count: number): void {
  let before = 0;
  for (let n = 0; n < count; n += 1) {
    const upTo = n === count - 1 ? 1 : below((first + n + 1 - place) / reach);
    weights[n] = upTo - before;
    before = upTo;
  }
}
