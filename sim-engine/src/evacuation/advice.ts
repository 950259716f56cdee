import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { HazardField } from '../dispersion/hazard-field.ts';
import type { EvacuationAdvice } from './route.ts';

/** The ways out of every group; yields the share of groups done. */
export function* evacuationAdvice(
  _site: Site,
  _incident: Incident,
  _fields: readonly HazardField[],
  _temperatureK: number,
): Generator<number, EvacuationAdvice[]> {
  yield 1;
  return [];
}
