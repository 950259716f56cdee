import { gamma } from '../../arithmetic/gamma.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { karman, scalarGradient, shear } from '../../weather/similarity.ts';

/**
 * Shape of a cloud on the ground: c(z) = c₀ exp(−(z/S)ⁿ). With a wind z^α and a diffusivity z^p it solves the diffusion
 * equation for n = 2 + α − p (Roberts, in Calder 1949; Sutton 1953, §8.4); α and p are those of the air at the height S.
 */
export interface CloudShape {
  /** S, m. */
  readonly scaleM: number;
  /** n. */
  readonly exponent: number;
  /** Mean wind over the cloud, weighted with its concentration, m/s. */
  readonly windMPerS: number;
  /** Growth of the flux U·H in m/s for a diffusivity K(S): `growth`·K(S)/S. */
  readonly growth: number;
  /** Ambient φh at S. */
  readonly gradient: number;
}

/** Thinnest layer whose wind is told apart, in roughness lengths: below, the profile law means nothing. */
const leastHeights = 2.72;
/** n of diffusion in even turbulence is 2, in free convection just above ½. */
const [leastExponent, mostExponent] = [0.6, 2.2];

/**
 * The shape of a cloud of effective depth H = ∫c dz/c₀ in this air; `damping` is d ln φ/d ln z of the cloud's own
 * stratification, 0 of passive gas.
 */
export function cloudShape(air: BoundaryLayer, depthM: number, damping: number): CloudShape {
  const guess = Math.max(leastHeights * air.roughnessM, depthM);
  const zeta = guess * air.inverseObukhovPerM;
  const wind = Math.max(1e-6, windSpeedAt(air, guess));
  const alpha = Math.min(1, Math.max(0.02, (air.frictionVelocityMPerS * shear(zeta)) / (karman * wind)));
  const exponent = Math.min(mostExponent, Math.max(leastExponent, 1 + alpha + damping + ambientDamping(zeta)));
  const fullness = gamma(1 + 1 / exponent);
  const scaleM = depthM / fullness;
  const moment = gamma((1 + alpha) / exponent);
  const windMPerS =
    (windSpeedAt(air, Math.max(leastHeights * air.roughnessM, scaleM)) * moment) / (exponent * fullness);
  return {
    scaleM,
    exponent,
    windMPerS,
    growth: (1 + alpha) * moment,
    gradient: scalarGradient(scaleM * air.inverseObukhovPerM),
  };
}

/** d ln φh/d ln z of the air. */
function ambientDamping(zeta: number): number {
  if (zeta < 0) return (8 * zeta) / (1 - 16 * zeta);
  const held = Math.min(zeta, 1);
  return (5 * held) / (1 + 5 * held);
}
