import type { HazardField } from '../dispersion/hazard-field.ts';
import type { EvacuationAdvice } from '../evacuation/route.ts';
import type { ThreatZone } from '../exposure/threat-zone.ts';

/** Everything one run of an incident says. `hash` is a digest of every number in it: equal inputs, equal hash, everywhere. */
export interface IncidentResult {
  readonly incident: string;
  readonly fields: readonly HazardField[];
  /** Zones at every time of their field, in time order. */
  readonly zones: readonly ThreatZone[];
  readonly advice: readonly EvacuationAdvice[];
  /** What was assumed where the input was silent or out of range. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly hash: string;
}
