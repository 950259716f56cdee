import { exp } from '../../arithmetic/exponential.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { crosswindOf, draxlerShare } from './lateral-spread.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';

/** Root of 2π. */
export const rootTwoPi = 2.5066282746310002;

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
  const { angleRad, speedMPerS } = crosswindOf(air, sourceHeightM);
  const sigmaY = angleRad * distanceM * draxlerShare(distanceM / speedMPerS);
  const off = acrossM / sigmaY;
  return (crosswindIntegral(table, air, distanceM) * exp(-0.5 * off * off)) / (rootTwoPi * sigmaY);
}
