import { erf } from '../../arithmetic/error-function.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import type { Mixture, MixtureModel } from './mixture.ts';

/**
 * A slice of a plume: what left the source in one second, on its way. Fluxes are per second of release, so that in a
 * steady wind the sections are the steady plume. On the ground the slice is a slab of half-width `halfWidthM` whose
 * edges are softened by `sigmaM`; aloft it is a round jet around the height `heightM`.
 */
export interface Section {
  x: number;
  y: number;
  /** Height of the axis, m; meaningful aloft. */
  heightM: number;
  aloft: boolean;
  /** Mass flux of gas and the air taken in, kg/s. */
  massKgPerS: number;
  readonly gasKgPerS: number;
  /** Flux of enthalpy over air and vapour at the temperature of the air, W. */
  heatW: number;
  /** Flux of momentum beyond that of the wind, N: east, north, up. */
  pushEastN: number;
  pushNorthN: number;
  pushUpN: number;
  /** Half-width of the flat top before softening, m. */
  halfWidthM: number;
  /** Standard deviation of the softening, m. */
  sigmaM: number;
  /** Depth at the last look, m: where the search for the next one starts. */
  depthM: number;
  travelM: number;
  clockS: number;
}

/** What surrounds the sections of a moment. */
export interface Surroundings {
  readonly air: BoundaryLayer;
  readonly mixture: MixtureModel;
  /** Unit vector of the way the wind blows. */
  readonly windEast: number;
  readonly windNorth: number;
  /** Share of the 10-minute crosswind spread that the averaging time lets through. */
  readonly spreadShare: number;
}

/** A section as it is: everything that concentration and the next step need. */
export interface SectionState {
  readonly mixture: Mixture;
  /** Effective half-width B = ∫c dy/(2c₀) and depth H = ∫c dz/c₀, m; aloft both are those of the square of equal area. */
  readonly effectiveHalfWidthM: number;
  readonly depthM: number;
  /** S and n of c(z) = c₀ exp(−(z/S)ⁿ). */
  readonly scaleM: number;
  readonly exponent: number;
  readonly speedMPerS: number;
  /** Speed of the section over the ground, m/s. */
  readonly eastMPerS: number;
  readonly northMPerS: number;
  /** Excess over the wind, m/s. */
  readonly excessMPerS: number;
  readonly windMPerS: number;
  readonly ambientGradient: number;
  /** See CloudShape. */
  readonly growth: number;
  /** Concentration at the ground (aloft: on the axis), kg/m³. */
  readonly axisKgPerM3: number;
  /** g(ρ − ρa)H/(ρa u*²). */
  readonly richardson: number;
}

/** Effective half-width of a flat top of half-width a softened by σ: a/erf(a/(√2 σ)). */
export function softened(halfWidthM: number, sigmaM: number): number {
  if (sigmaM <= 1e-9) return halfWidthM;
  const ratio = halfWidthM / (Math.SQRT2 * sigmaM);
  return ratio < 1e-3 ? 1.2533141373155 * sigmaM : halfWidthM / erf(ratio);
}

/** Share of the 10-minute crosswind spread in a shorter mean: (t/600 s)^0.2, at least that of 18.75 s (Spicer & Havens 1987). */
export const leastAveragingS = 18.75;
