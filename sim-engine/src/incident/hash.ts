import { newDigest } from '../arithmetic/digest.ts';
import type { HazardField } from '../dispersion/hazard-field.ts';
import type { EvacuationAdvice } from '../evacuation/route.ts';
import type { ThreatZone } from '../exposure/threat-zone.ts';

/** Digest of every number of a result, in a fixed order. */
export function hashOf(
  fields: readonly HazardField[],
  zones: readonly ThreatZone[],
  advice: readonly EvacuationAdvice[],
): string {
  const digest = newDigest();
  for (const field of fields) {
    const { x0M, y0M, cellM, nx, ny } = field.grid;
    digest.text(field.chemical);
    for (const value of [x0M, y0M, cellM, nx, ny, field.heightM, field.averagingTimeS]) digest.number(value);
    digest.floats(field.timesS);
    digest.floats(field.concentration);
    digest.floats(field.toxicLoad);
    digest.floats(field.releasedKg);
    digest.floats(field.rateKgPerS);
  }
  for (const zone of zones) {
    digest.text(zone.chemical);
    digest.text(zone.level);
    for (const value of [zone.limitKgPerM3, zone.timeS, zone.areaM2, zone.reachM, zone.rings.length])
      digest.number(value);
    for (const ring of zone.rings) {
      digest.number(ring.length);
      for (const [x, y] of ring) {
        digest.number(x);
        digest.number(y);
      }
    }
  }
  for (const one of advice) {
    digest.text(one.kind);
    digest.text(one.group);
    if (one.kind === 'shelter') continue;
    digest.text(one.musterPoint);
    for (const value of [one.lengthM, one.arrivalS, one.doseFractionAegl2, one.doseFractionAegl3]) digest.number(value);
    for (const place of one.path) for (const value of place) digest.number(value);
  }
  return digest.hex();
}
