import { ln } from '../arithmetic/logarithm.ts';

/**
 * Mass flux of a homogeneous two-phase mixture in equilibrium through a nozzle, kg/(m² s), by the ω-method: the mixture
 * expands as v/v₀ = ω(p₀/p − 1) + 1 (Leung 1986, AIChE J. 32, 1743; Leung 1995). Choked below
 * η² + (ω² − 2ω)(1 − η)² + 2ω² ln η + 2ω²(1 − η) = 0.
 */
export function omegaFlux(pressurePa: number, specificVolumeM3PerKg: number, omega: number, outsidePa: number): number {
  if (pressurePa <= outsidePa) return 0;
  const w = Math.max(1e-3, omega);
  const ratio = Math.max(outsidePa / pressurePa, omegaCriticalRatio(w));
  const work = -(w * ln(ratio) + (w - 1) * (1 - ratio));
  return Math.sqrt((2 * pressurePa * Math.max(0, work)) / specificVolumeM3PerKg) / (w * (1 / ratio - 1) + 1);
}

/** Ratio of outer to inner pressure at which the mixture chokes, by bisection. */
export function omegaCriticalRatio(omega: number): number {
  let low = 1e-6;
  let high = 1;
  for (let k = 0; k < 50; k += 1) {
    const middle = 0.5 * (low + high);
    const rest = 1 - middle;
    const value =
      middle * middle +
      (omega * omega - 2 * omega) * rest * rest +
      2 * omega * omega * ln(middle) +
      2 * omega * omega * rest;
    if (value > 0) high = middle;
    else low = middle;
  }
  return 0.5 * (low + high);
}

/** Properties of a saturated mixture at rest. */
export interface SaturatedMixture {
  readonly pressurePa: number;
  readonly temperatureK: number;
  /** Mass share of vapour, 0…1. */
  readonly quality: number;
  readonly liquidM3PerKg: number;
  readonly vapourM3PerKg: number;
  readonly latentJPerKg: number;
  readonly liquidJPerKgK: number;
}

/** ω of a saturated mixture: x v_g/v + c T p/v ((v_g − v_l)/h)². */
export function omegaOf(mixture: SaturatedMixture): number {
  const { quality, liquidM3PerKg, vapourM3PerKg, latentJPerKg } = mixture;
  const volume = mixtureVolume(mixture);
  const swell = (vapourM3PerKg - liquidM3PerKg) / latentJPerKg;
  const boiling = mixture.liquidJPerKgK * mixture.temperatureK * mixture.pressurePa * swell * swell;
  return (quality * vapourM3PerKg + boiling) / volume;
}

/** Specific volume of the mixture, m³/kg. */
export function mixtureVolume({ quality, liquidM3PerKg, vapourM3PerKg }: SaturatedMixture): number {
  return quality * vapourM3PerKg + (1 - quality) * liquidM3PerKg;
}
