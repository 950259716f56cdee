import { exp } from '../../arithmetic/exponential.ts';
import { ln } from '../../arithmetic/logarithm.ts';
import { pow } from '../../arithmetic/power.ts';
import { karman, scalarGradient, windOverFriction } from '../../weather/similarity.ts';

/** The air as vertical mixing sees it; speeds are over friction velocity, so that one solution serves every wind. */
export interface MixingAir {
  readonly roughnessM: number;
  readonly inverseObukhovPerM: number;
  readonly mixingHeightM: number;
  /** Uptake of the ground over friction velocity: what the ground takes is this times the concentration right above it. */
  readonly uptake?: number;
}

/** How a steady plume fills the height as it travels; arrays run along `distanceM`. */
export interface VerticalSpread {
  readonly distanceM: Float64Array<ArrayBuffer>;
  /** Middles of the layers, and the faces between them, one more, m. */
  readonly centreM: Float64Array<ArrayBuffer>;
  readonly faceM: Float64Array<ArrayBuffer>;
  /** Crosswind-integrated concentration per unit of emitted flux, times friction velocity, 1/m; `centreM.length` values a distance. */
  readonly profile: Float32Array<ArrayBuffer>;
  /** Share of the emitted flux that is still in the air. */
  readonly airborne: Float64Array<ArrayBuffer>;
  /** Mean transport speed over friction velocity. */
  readonly speed: Float64Array<ArrayBuffer>;
  /** Travel time times friction velocity, m. */
  readonly timeM: Float64Array<ArrayBuffer>;
  /** Mean height of the mass, m. */
  readonly meanHeightM: Float64Array<ArrayBuffer>;
}

const layers = 72;
/** Each step is this share of the distance behind it: error of the marching below 1 %. */
const growth = 0.02;
const firstStepM = 0.02;
/** A lid lower than this would press a plume flat onto people, m. */
const leastTopM = 6;

/**
 * Vertical spread of a continuous source by gradient transfer in the surface layer: u(z) ∂C/∂x = ∂/∂z (K ∂C/∂z) with
 * the wind and the eddy diffusivity of Monin–Obukhov similarity, no flux through the mixing lid and through the ground
 * no more than its uptake, solved by an implicit march downwind (as Nieuwstadt & van Ulden 1978, Atmos. Environ. 12, 2119, found in accord with field
 * trials). Near an elevated source K grows with travel time as Taylor's theory asks.
 */
export function verticalSpread(air: MixingAir, sourceHeightM: number, farthestM: number): VerticalSpread {
  const bottom = air.roughnessM;
  const top = Math.max(air.mixingHeightM, 1.5 * sourceHeightM, leastTopM, 20 * bottom);
  const ratio = pow(top / bottom, 1 / layers);
  const face = new Float64Array(layers + 1);
  face[0] = bottom;
  for (let k = 1; k <= layers; k += 1) face[k] = (face[k - 1] as number) * ratio;
  const thick = new Float64Array(layers);
  const wind = new Float64Array(layers);
  const centre = new Float64Array(layers);
  for (let k = 0; k < layers; k += 1) {
    const low = face[k] as number;
    thick[k] = low * (ratio - 1);
    centre[k] = 0.5 * low * (1 + ratio);
    wind[k] = windOverFriction(low * Math.sqrt(ratio), bottom, air.inverseObukhovPerM);
  }
  // Exchange between neighbouring layers, K over the distance of their centres.
  const exchange = new Float64Array(layers + 1);
  for (let k = 1; k < layers; k += 1) {
    exchange[k] = diffusivity(face[k] as number, air) / ((centre[k] as number) - (centre[k - 1] as number));
  }
  const source = Math.min(top * 0.999, Math.max(bottom * Math.sqrt(ratio), sourceHeightM));
  const c = emitted(source, face, thick, wind);
  const memoryM = memoryLength(source, air);
  const uptake = air.uptake ?? 0;

  const steps = Math.ceil(ln(farthestM / firstStepM) / ln(1 + growth)) + 60;
  const distanceM = new Float64Array(steps);
  const profile = new Float32Array(steps * layers);
  const airborne = new Float64Array(steps);
  const speed = new Float64Array(steps);
  const timeM = new Float64Array(steps);
  const meanHeightM = new Float64Array(steps);
  const work = { upper: new Float64Array(layers), right: new Float64Array(layers) };
  let x = 0;
  let time = 0;
  for (let n = 0; n < steps; n += 1) {
    let mass = 0;
    let moment = 0;
    let flux = 0;
    for (let k = 0; k < layers; k += 1) {
      const m = (c[k] as number) * (thick[k] as number);
      mass += m;
      moment += m * (centre[k] as number);
      flux += m * (wind[k] as number);
    }
    distanceM[n] = x;
    profile.set(c, n * layers);
    airborne[n] = flux;
    speed[n] = flux / mass;
    timeM[n] = time;
    meanHeightM[n] = moment / mass;
    const dx = Math.max(firstStepM, growth * x);
    const memory = memoryM > 0 ? 1 - exp(-(time + (0.5 * dx * mass) / flux) / memoryM) : 1;
    marchOneStep(c, dx * memory, dx * uptake, exchange, thick, wind, work);
    time += (dx * mass) / flux;
    x += dx;
  }
  return { distanceM, centreM: centre, faceM: face, profile, airborne, speed, timeM, meanHeightM };
}

/**
 * Eddy diffusivity of matter over friction velocity, m: κz/φh under a lid (1 − z/zi)²; in convective air φh keeps above
 * 0.1 zi the value it has there (Troen & Mahrt 1986, Boundary-Layer Meteorol. 37, 129).
 */
function diffusivity(heightM: number, air: MixingAir): number {
  const lid = Math.max(0, 1 - heightM / air.mixingHeightM);
  const level = air.inverseObukhovPerM < 0 ? Math.min(heightM, 0.1 * air.mixingHeightM) : heightM;
  return Math.max(1e-6, (karman * heightM * lid * lid) / scalarGradient(level * air.inverseObukhovPerM));
}

/** Lagrangian memory of the vertical velocity at the source over friction velocity, m: K/σw², σw = 1.3 u* (1 + 3|ζ|)^⅓ (Panofsky et al. 1977). */
function memoryLength(heightM: number, air: MixingAir): number {
  const zeta = Math.min(0, heightM * air.inverseObukhovPerM);
  return diffusivity(heightM, air) / (1.69 * pow(1 - 3 * zeta, 2 / 3));
}

/** Unit flux put into the layers around the source's height. */
function emitted(
  source: number,
  face: Float64Array<ArrayBuffer>,
  thick: Float64Array<ArrayBuffer>,
  wind: Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  const c = new Float64Array(layers);
  let k = 0;
  while (k < layers - 1 && (face[k + 1] as number) < source) k += 1;
  c[k] = 1 / ((thick[k] as number) * Math.max(1e-6, wind[k] as number));
  return c;
}

/** The two layers around a height and how far it lies towards the upper, evenly in the logarithm; the ends are held. */
export function bracket(heightM: number, centre: Float64Array<ArrayBuffer>): { low: number; share: number } {
  let low = 0;
  while (low < layers - 2 && (centre[low + 1] as number) < heightM) low += 1;
  const share =
    ln(Math.max(1e-9, heightM) / (centre[low] as number)) / ln((centre[low + 1] as number) / (centre[low] as number));
  return { low, share: Math.min(1, Math.max(0, share)) };
}

/** One implicit step: (wind·thick)(c − c₀) = dx ∇·(exchange ∇c), less what the ground takes from the lowest layer, by the tridiagonal algorithm (Thomas 1949). */
function marchOneStep(
  c: Float64Array<ArrayBuffer>,
  spread: number,
  taken: number,
  exchange: Float64Array<ArrayBuffer>,
  thick: Float64Array<ArrayBuffer>,
  wind: Float64Array<ArrayBuffer>,
  { upper, right }: { upper: Float64Array<ArrayBuffer>; right: Float64Array<ArrayBuffer> },
): void {
  for (let k = 0; k < layers; k += 1) {
    const below = spread * (exchange[k] as number);
    const above = spread * (exchange[k + 1] as number);
    const hold = (thick[k] as number) * (wind[k] as number);
    const before = k === 0 ? 0 : (upper[k - 1] as number);
    const pivot = hold + below + above - below * before + (k === 0 ? taken : 0);
    upper[k] = above / pivot;
    right[k] = (hold * (c[k] as number) + (k === 0 ? 0 : below * (right[k - 1] as number))) / pivot;
  }
  c[layers - 1] = right[layers - 1] as number;
  for (let k = layers - 2; k >= 0; k -= 1) c[k] = (right[k] as number) + (upper[k] as number) * (c[k + 1] as number);
}
