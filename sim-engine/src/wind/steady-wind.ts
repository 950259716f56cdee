import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import { approachOf, type FirstGuess, firstGuess } from './first-guess.ts';
import type { ObstacleRaster } from './obstacles.ts';
import type { WindField } from './wind-field.ts';

/** Finds the divergence-free wind nearest to a first guess on one raster; a `WindSolver` is one. */
export interface MassBalance {
  readonly raster: ObstacleRaster;
  /** `warm`: start from the solve before, which was of nearly the same wind. */
  solve(guess: FirstGuess, options: { readonly warm: boolean }): WindField;
}

/** The mean wind around obstacles in the air of one moment: first guess, zones, balance of mass. Still air gives 0 everywhere. */
export function windField(balance: MassBalance, air: BoundaryLayer, warm = false): WindField {
  const { raster } = balance;
  const { profile, axes } = approachOf(air);
  const guess = firstGuess(raster, profile, axes);
  if (air.driftShare === 0) return { raster, ...guess, residual: 0, iterations: 0 };
  return balance.solve(guess, { warm });
}
