import { pow } from '../../arithmetic/power.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';

/** Time scale of Draxler's function for releases near the ground, s. */
const timeScaleS = 300;

/** How gas spreads across the wind: the angle it starts with, and the wind by which its travel time is told. */
export interface Crosswind {
  /** σθ: crosswind deviation over wind speed, rad. */
  readonly angleRad: number;
  readonly speedMPerS: number;
}

/**
 * Crosswind spread of a source in this air, judged at the source's height, at least 2 m and above the roughness
 * sublayer (twice the height of the roughness elements, which is ten roughness lengths; Garratt 1992).
 */
export function crosswindOf(air: BoundaryLayer, sourceHeightM: number): Crosswind {
  const height = Math.max(2, sourceHeightM, 20 * air.roughnessM);
  const speedMPerS = Math.max(0.1, windSpeedAt(air, height));
  return { angleRad: air.lateralDeviationMPerS / speedMPerS, speedMPerS };
}

/** Share f of σy = σθ x f left after a travel time: 1/(1 + 0.9 √(t/300 s)) (Draxler 1976, Atmos. Environ. 10, 99). */
export function draxlerShare(timeS: number): number {
  return 1 / (1 + 0.9 * Math.sqrt(timeS / timeScaleS));
}

/** Share f in stable air, where eddies are no wider than the layer is deep: (1 + 78 X)^−0.3, X = σθx/zi (Cimorelli et al. 2005, J. Appl. Meteor. 44, 682). */
export function stableShare(lateralM: number, mixingHeightM: number): number {
  return pow(1 + (78 * lateralM) / mixingHeightM, -0.3);
}

/**
 * σy, m, of gas that has come `lateralM` = ∫σθ dx in `timeS`, all of it in air like this: Draxler's in neutral and
 * convective air, the stable form where the layer is deeper than L, and between them in proportion to zi/L.
 */
export function lateralSpread(air: BoundaryLayer, lateralM: number, timeS: number): number {
  const stable = Math.min(1, Math.max(0, air.mixingHeightM * air.inverseObukhovPerM));
  const share = stable < 1 ? (1 - stable) * draxlerShare(timeS) : 0;
  return lateralM * (stable > 0 ? share + stable * stableShare(lateralM, air.mixingHeightM) : share);
}

/** Share of the travel distance by which a cloud spreads along the wind (TNO Yellow Book, CPR 14E, 4.5.3: σx = 0.13 x). */
export const alongShare = 0.13;
