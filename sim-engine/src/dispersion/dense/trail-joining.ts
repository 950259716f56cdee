import { alongShare } from '../screening/lateral-spread.ts';
import type { TrailPoint } from './dense-trail.ts';

/** Two stretches are painted as one where together they are shorter than this share of the along-wind spread. */
const shortShare = 1;

/**
 * The chain with stretches joined that are short beside the length over which the wind smears them, and alike in width:
 * far downwind hundreds of sections lie closer than their own blur. No mass is lost.
 */
export function joined(points: readonly TrailPoint[]): TrailPoint[] {
  const kept: TrailPoint[] = [];
  let carried = 0;
  points.forEach((point, k) => {
    const last = kept[kept.length - 1];
    const next = points[k + 1];
    if (last !== undefined && next !== undefined && last.massKg > 0 && point.massKg > 0 && near(last, next)) {
      carried += point.massKg;
      kept[kept.length - 1] = { ...last, massKg: last.massKg + point.massKg };
      return;
    }
    kept.push(point);
  });
  return carried > 0 ? kept : [...points];
}

function near(older: TrailPoint, newer: TrailPoint): boolean {
  const [east, north] = [older.x - newer.x, older.y - newer.y];
  const most = shortShare * alongShare * newer.travelM;
  const width = (point: TrailPoint): number => point.halfWidthM + point.sigmaM;
  return (
    east * east + north * north < most * most &&
    (older.aloft === undefined) === (newer.aloft === undefined) &&
    width(older) < 1.15 * width(newer)
  );
}
