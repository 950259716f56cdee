import type { Site } from '@upwind/scenes';
import type { Ring } from '@upwind/sim-engine';

/**
 * A ring without the corners of the engine's cells, for the eye only: Chaikin's corner cutting (1974), which moves no
 * point by more than a quarter of a side. Numbers and head-counts keep to the ring itself.
 */
export function smooth(ring: Ring, passes = 2): Ring {
  let points = ring;
  for (let pass = 0; pass < passes; pass++) {
    const cut: (readonly [number, number])[] = [];
    for (let i = 0; i < points.length; i++) {
      const [ax, ay] = points[i] ?? [0, 0];
      const [bx, by] = points[(i + 1) % points.length] ?? [0, 0];
      cut.push([0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by], [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by]);
    }
    points = cut;
  }
  return points;
}

/**
 * A circle around a place and the zones as far as they lie on the site, m: what the camera should show. A plume of
 * kilometres would make the site a dot.
 */
export function frameOf(
  zones: readonly { readonly rings: readonly Ring[] }[],
  place: readonly [number, number],
  { min, max }: Site['extent'],
): { readonly x: number; readonly y: number; readonly radiusM: number } {
  let [west, south, east, north] = [place[0], place[1], place[0], place[1]];
  for (const { rings } of zones) {
    for (const ring of rings) {
      for (const [farX, farY] of ring) {
        const x = Math.max(min[0], Math.min(max[0], farX));
        const y = Math.max(min[1], Math.min(max[1], farY));
        [west, east] = [Math.min(west, x), Math.max(east, x)];
        [south, north] = [Math.min(south, y), Math.max(north, y)];
      }
    }
  }
  return { x: (west + east) / 2, y: (south + north) / 2, radiusM: Math.hypot(east - west, north - south) / 2 };
}
