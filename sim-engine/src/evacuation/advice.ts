import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { HazardField } from '../dispersion/hazard-field.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import { breathOf } from './field-breath.ts';
import { planningEvacuation } from './plan.ts';
import type { EvacuationAdvice } from './route.ts';

/** The ways out of every group through the fields of a run; yields the share of groups done. */
export function* evacuationAdvice(
  site: Site,
  incident: Incident,
  fields: readonly HazardField[],
  temperatureK: number,
  airAt?: (timeS: number) => BoundaryLayer,
): Generator<number, readonly EvacuationAdvice[]> {
  return yield* planningEvacuation({
    site,
    breath: breathOf(fields, temperatureK),
    people: incident.people,
    untilS: incident.durationS,
    ...(airAt === undefined ? {} : { airAt }),
  });
}
