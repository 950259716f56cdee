import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import { approachOf, type FirstGuess, firstGuess } from './first-guess.ts';
import type { ObstacleRaster } from './obstacles.ts';
import type { WindField } from './wind-field.ts';

/** Balances mass: the divergence-free wind nearest to a first guess. `warm` is a field of the same raster to start from. */
export type MassBalance = (raster: ObstacleRaster, guess: FirstGuess, warm?: WindField) => WindField;

export interface WindOptions {
  readonly balance: MassBalance;
  /** An earlier field of the same raster, best of nearly the same wind. */
  readonly warm?: WindField;
}

/** The mean wind around obstacles in the air of one moment: first guess, zones, balance of mass. Still air gives 0 everywhere. */
export function windField(raster: ObstacleRaster, air: BoundaryLayer, { balance, warm }: WindOptions): WindField {
  const { profile, axes } = approachOf(air);
  const guess = firstGuess(raster, profile, axes);
  if (air.driftShare === 0) return { raster, ...guess, residual: 0, iterations: 0 };
  return warm === undefined ? balance(raster, guess) : balance(raster, guess, warm);
}
