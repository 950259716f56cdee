import type { Release } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { Crew } from '../crew/crew.ts';
import type { WindFactors } from '../dispersion/dense/shallow/shallow-air.ts';
import { buildWall, groundOfRaster, type ShallowGround } from '../dispersion/dense/shallow/shallow-ground.ts';
import { windFactorsOf } from '../dispersion/dense/shallow/wind-factors.ts';
import { marginAround } from '../dispersion/grid.ts';
import type { TimeLadder } from '../dispersion/time-ladder.ts';
import type { WeatherTimeline } from '../weather/timeline.ts';
import type { ObstacleRaster } from '../wind/obstacles.ts';
import { siteWind } from '../wind/site-wind.ts';
import type { WindField } from '../wind/wind-field.ts';
import type { MomentaryWind } from '../wind/wind-over-time.ts';
import type { IncidentResult } from './run.ts';

/** The air around all that stands on a site over an incident: what every cloud of it moves through. */
export interface SiteAir {
  readonly raster: ObstacleRaster;
  /** The wind in a step of the ladder. */
  readonly windAt: (step: number) => MomentaryWind;
  /** The wind just above ground over that of open ground, in a step. */
  readonly factorsAt: (step: number) => WindFactors;
  /** What heavy gas flows over. */
  readonly ground: ShallowGround;
  readonly notes: IncidentResult['notes'];
}

/** Solves the wind around a site over an incident. Throws a RangeError where the crew's memory does not suffice. */
export function siteAir(
  site: Site,
  releases: readonly Release[],
  weather: WeatherTimeline,
  { timesS, stepS, stepsPerFrame }: TimeLadder,
  crew: Crew,
): SiteAir {
  const steps = stepsPerFrame * (timesS.length - 1);
  const times = Array.from({ length: steps }, (_, n) => (n + 0.5) * stepS);
  const { min, max } = site.extent;
  const { raster, over, notes } = siteWind(site, {
    releases: releases.map(({ at }) => at),
    airAt: weather.at,
    timesS: times,
    crew,
    marginM: marginAround(max[0] - min[0], max[1] - min[1]),
  });
  const windAt = (step: number): MomentaryWind => over.moments[Math.min(step, steps - 1)] as MomentaryWind;
  const factors = new Map<WindField, WindFactors>();
  const factorsAt = (step: number): WindFactors => {
    const { field, share } = windAt(step);
    let known = factors.get(field);
    if (known === undefined) {
      const air = weather.at((step + 0.5) * stepS);
      // The air that the field was solved for, of which the moment has a share.
      const frictionVelocityMPerS = (air.driftShare * air.frictionVelocityMPerS) / Math.max(1e-3, share);
      known = windFactorsOf(field, { ...air, driftShare: 1, frictionVelocityMPerS });
      factors.set(field, known);
    }
    return known;
  };
  const ground = groundOfRaster(raster);
  for (const { kind, shape } of site.elements) {
    const [first] = shape.kind === 'area' ? shape.ring : [];
    if (kind !== 'bund' || shape.kind !== 'area' || first === undefined) continue;
    buildWall(ground, [...shape.ring, first], shape.heightM);
  }
  return { raster, windAt, factorsAt, ground, notes };
}
