import type { SpillSurface } from '@upwind/scenarios';

/** How a surface carries and warms a spill. */
export interface GroundProperties {
  /** Conductivity, W/(m K), and thermal diffusivity, m²/s; absent on water, which mixes. */
  readonly conduction?: { readonly conductivityWPerMK: number; readonly diffusivityM2PerS: number };
  /** Heat a surface that mixes gives to a pool, W/(m² K). */
  readonly mixingWPerM2K: number;
  /** Depth at which a free pool stops spreading, m. */
  readonly leastDepthM: number;
  /** What gravity counts for: less on water, from which the liquid is partly lifted. */
  readonly floats: boolean;
}

/**
 * Average soil and concrete: thermal properties of CCPS 1999, section 2.2; least depths of normal sandy soil, of concrete
 * and of calm water, TNO Yellow Book 1997, table 3.2. Water: film boiling at 500 W/(m² K) (Webber 1990), 0.17 kg/(m² s)
 * for LNG.
 */
export const groundProperties: Readonly<Record<SpillSurface, GroundProperties>> = {
  soil: {
    conduction: { conductivityWPerMK: 0.96, diffusivityM2PerS: 4.59e-7 },
    mixingWPerM2K: 0,
    leastDepthM: 0.01,
    floats: false,
  },
  concrete: {
    conduction: { conductivityWPerMK: 0.92, diffusivityM2PerS: 4.16e-7 },
    mixingWPerM2K: 0,
    leastDepthM: 0.005,
    floats: false,
  },
  water: { mixingWPerM2K: 500, leastDepthM: 0.0018, floats: true },
};
