import { exp } from '../../arithmetic/exponential.ts';
import type { BoundaryLayer } from '../../weather/boundary-layer.ts';
import { crosswindOf, lateralSpread } from './lateral-spread.ts';
import { lookUp, type PlumeTable } from './plume-table.ts';

/** Root of 2π. */
export const rootTwoPi = 2.5066282746310002;

/** Crosswind-integrated concentration of a steady plume per unit release rate, s/m², at a distance downwind and a height. */
export function crosswindIntegral(table: PlumeTable, air: BoundaryLayer, distanceM: number, heightM: number): number {
  return lookUp(table.at(heightM).integralPerM, table.stepM, distanceM) / air.frictionVelocityMPerS;
}

/** Standard deviation of a steady plume across the wind at a distance downwind, m. */
export function crosswindSpread(air: BoundaryLayer, sourceHeightM: number, distanceM: number): number {
  const { angleRad, speedMPerS } = crosswindOf(air, sourceHeightM);
  return lateralSpread(air, angleRad * distanceM, distanceM / speedMPerS);
}

/**
 * Concentration of a steady plume per unit release rate, s/m³, at a place `distanceM` downwind, `acrossM` off its axis
 * and `heightM` above ground: the limit of the engine's trail of segments in a steady wind that is not light.
 */
export function plumeConcentration(
  table: PlumeTable,
  air: BoundaryLayer,
  sourceHeightM: number,
  distanceM: number,
  acrossM: number,
  heightM: number,
): number {
  if (distanceM <= 0) return 0;
  const sigmaY = crosswindSpread(air, sourceHeightM, distanceM);
  const off = acrossM / sigmaY;
  return (crosswindIntegral(table, air, distanceM, heightM) * exp(-0.5 * off * off)) / (rootTwoPi * sigmaY);
}
