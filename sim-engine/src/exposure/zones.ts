import { hypot } from '../arithmetic/hypotenuse.ts';
import type { Contour } from './contour.ts';
import type { ThreatLimit } from './limits.ts';
import type { Ring, ThreatZone } from './threat-zone.ts';

/** The zones of one layer: every limit that any cell reaches, in the order of the limits. */
export function zonesOfLayer(
  contour: Contour,
  timeS: number,
  chemical: string,
  limits: readonly ThreatLimit[],
  sources: readonly (readonly [number, number])[],
): ThreatZone[] {
  const zones: ThreatZone[] = [];
  for (const { level, limitKgPerM3, label } of limits) {
    const rings = contour(limitKgPerM3);
    if (rings.length === 0) continue;
    let areaM2 = 0;
    let reachM = 0;
    for (const ring of rings) {
      areaM2 += signedArea(ring);
      for (const [x, y] of ring) {
        let nearest = Number.POSITIVE_INFINITY;
        for (const [sx, sy] of sources) nearest = Math.min(nearest, hypot(x - sx, y - sy));
        reachM = Math.max(reachM, nearest);
      }
    }
    zones.push({ chemical, level, limitKgPerM3, label, timeS, rings, areaM2, reachM });
  }
  return zones;
}

/** Area of a ring, m², positive where it runs anticlockwise. */
export function signedArea(ring: Ring): number {
  let twice = 0;
  let [px, py] = ring[ring.length - 1] as readonly [number, number];
  for (const [x, y] of ring) {
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return twice / 2;
}
