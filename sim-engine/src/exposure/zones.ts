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
    zones.push({
      chemical,
      level,
      limitKgPerM3,
      label,
      timeS,
      rings,
      areaM2: areaOf(rings),
      reachM: reachOf(rings, sources),
    });
  }
  return zones;
}

/** Area within rings, holes taken out, m². */
export function areaOf(rings: readonly Ring[]): number {
  let areaM2 = 0;
  for (const ring of rings) areaM2 += signedArea(ring);
  return areaM2;
}

/** Farthest distance of the rings from the nearest of the sources, m; 0 without a source. */
export function reachOf(rings: readonly Ring[], sources: readonly (readonly [number, number])[]): number {
  if (sources.length === 0) return 0;
  let reachM = 0;
  for (const ring of rings) {
    for (const [x, y] of ring) {
      let nearest = Number.POSITIVE_INFINITY;
      for (const [sx, sy] of sources) nearest = Math.min(nearest, hypot(x - sx, y - sy));
      reachM = Math.max(reachM, nearest);
    }
  }
  return reachM;
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
