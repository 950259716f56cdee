import { exp } from '../arithmetic/exponential.ts';
import { type BoundaryLayer, windSpeedAt } from '../weather/boundary-layer.ts';
import { lateralReferenceHeight, pasquillShare } from './lateral-spread.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';

/** Root of 2π. */
export const rootTwoPi = 2.5066282746310002;

/** Crosswind angle of the spread, rad: σv over the wind at the reference height. */
export function crosswindAngle(air: BoundaryLayer, sourceHeightM: number): number {
  const height = lateralReferenceHeight(sourceHeightM, air.roughnessM);
  return air.lateralDeviationMPerS / Math.max(0.1, windSpeedAt(air, height));
}

/** Crosswind-integrated concentration of a steady plume per unit release rate, s/m², at a distance downwind. */
export function crosswindIntegral(table: PlumeTable, air: BoundaryLayer, distanceM: number): number {
  return lookUp(table.integralPerM, table.stepM, distanceM) / air.frictionVelocityMPerS;
}

/**
 * Concentration of a steady plume per unit release rate, s/m³, at a place `distanceM` downwind and `acrossM` off its
 * axis, at the receptor height of the table: the limit of the engine's trail of segments in a steady wind.
 */
export function plumeConcentration(
  table: PlumeTable,
  air: BoundaryLayer,
  sourceHeightM: number,
  distanceM: number,
  acrossM: number,
): number {
  if (distanceM <= 0) return 0;
  const sigmaY = crosswindAngle(air, sourceHeightM) * distanceM * pasquillShare(distanceM);
  const off = acrossM / sigmaY;
  return (crosswindIntegral(table, air, distanceM) * exp(-0.5 * off * off)) / (rootTwoPi * sigmaY);
}
