import { pow } from '../../arithmetic/power.ts';
import type { Chemical } from '../../chemicals/chemical.ts';
import { gravity } from '../../constants.ts';
import type { AirborneSource } from '../../release/airborne.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import { isDense } from '../dense/is-dense.ts';

/** How weight or lightness rules a release, for a model that knows neither. */
export interface Buoyancy {
  /** Dense: it slumps. Buoyant: it lifts off the ground. */
  readonly regime: 'dense' | 'passive' | 'buoyant';
  /** Density of what comes out, at its heaviest, over that of the air. */
  readonly densityRatio: number;
  /** Rise of a buoyant plume 100 m downwind, m: 1.6 F^⅓ x^⅔/u (Briggs 1975). */
  readonly riseM: number;
}

/** A plume on the ground lifts off where its rise would pass the height that the wind mixes at once (Briggs 1973), m. */
const liftOffM = 5;

/** The strongest step of a source, judged in the air of that step. */
export function buoyancyOf(
  source: AirborneSource,
  chemical: Chemical,
  airAt: (timeS: number) => BoundaryLayer,
): Buoyancy {
  let step = 0;
  source.massKg.forEach((mass, n) => {
    if (mass > (source.massKg[step] as number)) step = n;
  });
  const air = airAt((step + 0.5) * source.stepS);
  const { dense, densityRatio, airDensityKgPerM3 } = isDense(source, chemical, air);
  const rate = (source.massKg[step] ?? 0) / source.stepS;
  // Buoyancy flux of a source over π.
  const volume = densityRatio > 0 ? rate / (densityRatio * airDensityKgPerM3) : 0;
  const lift = (gravity * Math.max(0, 1 - densityRatio) * volume) / Math.PI;
  const riseM = (1.6 * pow(lift, 1 / 3) * pow(100, 2 / 3)) / Math.max(0.5, windSpeedAt(air, 10));
  const regime = dense ? 'dense' : riseM > liftOffM ? 'buoyant' : 'passive';
  return { regime, densityRatio, riseM };
}
