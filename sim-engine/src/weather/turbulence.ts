import { exp } from '../arithmetic/exponential.ts';
import { pow } from '../arithmetic/power.ts';
import { type BoundaryLayer, similarityLateral } from './boundary-layer.ts';
import { karman, shear } from './similarity.ts';

/**
 * Kolmogorov's constant of the Lagrangian structure function (Rodean 1996, Meteorol. Monogr. 48). With the σw below it
 * gives the surface layer its eddy diffusivity σw²·T = κu*z.
 */
export const structureConstant = 5.7;

/** Turbulence at a height: standard deviations, m/s, along and across the mean wind and up; dissipation, m²/s³; Lagrangian times, s. */
export interface Turbulence {
  readonly alongMPerS: number;
  readonly acrossMPerS: number;
  readonly verticalMPerS: number;
  readonly dissipationM2PerS3: number;
  readonly alongTimeS: number;
  readonly acrossTimeS: number;
  readonly verticalTimeS: number;
}

/** All of it at once. Below the roughness length it is that of the roughness length. */
export function turbulenceAt(air: BoundaryLayer, heightM: number): Turbulence {
  const alongMPerS = alongDeviationAt(air, heightM);
  const acrossMPerS = acrossDeviationAt(air, heightM);
  const verticalMPerS = verticalDeviationAt(air, heightM);
  const dissipationM2PerS3 = dissipationAt(air, heightM);
  const time = (sigma: number): number => (2 * sigma * sigma) / (structureConstant * dissipationM2PerS3);
  return {
    alongMPerS,
    acrossMPerS,
    verticalMPerS,
    dissipationM2PerS3,
    alongTimeS: time(alongMPerS),
    acrossTimeS: time(acrossMPerS),
    verticalTimeS: time(verticalMPerS),
  };
}

/** Mechanical variances fall off as (1 − z/zi)^(3/2) (Nieuwstadt 1984, J. Atmos. Sci. 41, 2202); some of it is left at the lid. */
function lidShare(air: BoundaryLayer, heightM: number): number {
  const rest = 1 - Math.min(0.9, heightM / air.mixingHeightM);
  return rest * Math.sqrt(rest);
}

/** Convective velocity scale, m/s: w*³ = u*³ zi/(κ|L|); 0 in stable air. */
export function convectiveVelocity(air: BoundaryLayer): number {
  const ratio = Math.max(0, -air.inverseObukhovPerM * air.mixingHeightM) / karman;
  return air.frictionVelocityMPerS * pow(ratio, 1 / 3);
}

/** σw, m/s: σw²/u*² = 1.7 (1 − z/zi)^1.5 + 1.5 (z/(κ|L|))^⅔ exp(−2z/zi) (Gryning et al. 1987, Atmos. Environ. 21, 79). */
export function verticalDeviationAt(air: BoundaryLayer, heightM: number): number {
  const height = Math.max(air.roughnessM, heightM);
  const buoyant = Math.max(0, -height * air.inverseObukhovPerM) / karman;
  const convective = 1.5 * pow(buoyant, 2 / 3) * exp((-2 * height) / air.mixingHeightM);
  return air.frictionVelocityMPerS * Math.sqrt(1.7 * lidShare(air, height) + convective);
}

/**
 * σv, m/s: the mast's own over the averaging time, less its mechanical part with height (Gryning et al. 1987: the
 * convective part is the same throughout the layer).
 */
export function acrossDeviationAt(air: BoundaryLayer, heightM: number): number {
  return air.lateralDeviationMPerS * horizontalShape(air, heightM);
}

/**
 * σu, m/s: 2.4/1.92 of the crosswind turbulence of similarity (Panofsky & Dutton 1984), with whatever the mast's σv has
 * beyond similarity, for slow meander has no direction of its own (Hanna 1990).
 */
export function alongDeviationAt(air: BoundaryLayer, heightM: number): number {
  const { lateralDeviationMPerS: lateral } = air;
  const similar = similarityLateral(air.frictionVelocityMPerS, air.inverseObukhovPerM, air.mixingHeightM);
  const share = air.inverseObukhovPerM < 0 ? 1 : 1.25;
  const beyond = Math.max(0, lateral * lateral - similar * similar);
  return Math.sqrt(share * share * similar * similar + beyond) * horizontalShape(air, heightM);
}

function horizontalShape(air: BoundaryLayer, heightM: number): number {
  const wStar = convectiveVelocity(air);
  const convective = 0.35 * wStar * wStar;
  const mechanical = 3.7 * air.frictionVelocityMPerS * air.frictionVelocityMPerS;
  return Math.sqrt((convective + mechanical * lidShare(air, heightM)) / (convective + mechanical));
}

/**
 * Dissipation of turbulent energy, m²/s³, from its budget in the surface layer: u*³/(κz) (φm − ζ) by night, and by day
 * u*³/(κz) φm + 0.4 w*³/zi (shear production dissipated where it is made; buoyant production over the layer, Weil 1990).
 */
export function dissipationAt(air: BoundaryLayer, heightM: number): number {
  const height = Math.max(air.roughnessM, heightM);
  const zeta = height * air.inverseObukhovPerM;
  const u3 = air.frictionVelocityMPerS * air.frictionVelocityMPerS * air.frictionVelocityMPerS;
  const sheared = ((u3 * lidShare(air, height)) / (karman * height)) * (shear(zeta) - Math.min(1, Math.max(0, zeta)));
  const wStar = convectiveVelocity(air);
  return Math.max(1e-7, sheared + (0.4 * wStar * wStar * wStar) / air.mixingHeightM);
}
