import type { BoundaryLayer } from '../weather/boundary-layer.ts';

/** How readily ordinary ground takes a gas. */
export interface SurfaceResistance {
  /** Resistance of grass, soil and concrete together, s/m: the least uptake that was published for daylight. */
  readonly sPerM: number;
  readonly source: string;
}

/**
 * Dry deposition by chemical. A gas that is not here does not settle on dry ground in minutes: hydrocarbons, carbon
 * monoxide, hydrogen sulfide, phosgene. The lower ends of what was published are taken, for ground that is soaked by a
 * thick cloud takes less and less.
 */
const resistances: Readonly<Record<string, SurfaceResistance>> = {
  'sulfur-dioxide': { sPerM: 160, source: 'dry grassland, midsummer noon: Wesely 1989, Atmos. Environ. 23, 1293' },
  chlorine: { sPerM: 100, source: 'deposition velocity 1 cm/s or more: Hanna & Chang 2008, Atmos. Environ. 42' },
  ammonia: { sPerM: 200, source: 'thick clouds of it, 0.5 cm/s: Asman, Sutton & Schjørring 1998, New Phytol. 139' },
  'hydrogen-fluoride': { sPerM: 50, source: '1.6 cm/s and more on alfalfa: Israel 1974, Atmos. Environ. 8, 167' },
  'hydrogen-chloride': { sPerM: 100, source: '0.8 cm/s: Kritz & Rancher 1980, J. Geophys. Res. 85, 1633' },
  'nitrogen-dioxide': { sPerM: 500, source: 'grass by day: Wesely 1989, Atmos. Environ. 23, 1293' },
};

/** The resistance of the ground to a chemical; `undefined` where it does not settle. */
export function surfaceResistanceOf(chemical: string): SurfaceResistance | undefined {
  return Object.hasOwn(resistances, chemical) ? resistances[chemical] : undefined;
}

/** u* times the resistance of the thin layer of air on the ground for a gas of middling diffusivity, (2∕κ)(Sc∕Pr)^⅔ (Hicks et al. 1987). */
const thinLayer = 6.5;

/**
 * Uptake of the ground over friction velocity: flux onto the ground over the concentration right above it, past the
 * thin layer of air and the surface (resistances in series, Wesely 1989).
 */
export function uptakeOver(air: BoundaryLayer, resistance: SurfaceResistance): number {
  return 1 / (thinLayer + air.frictionVelocityMPerS * resistance.sPerM);
}
