import { useLive, useNewest } from '../../live/live-site.tsx';
import { useSecond } from '../../live/now.ts';
import { isStale } from '../../live/staleness.ts';
import type { DrawnSite } from '../drawn-site.ts';
import type { Wind } from './wind.ts';

/** The wind at the site's mast as it is now; nothing until both of its points have spoken. */
export function useWind(site: DrawnSite): Wind | undefined {
  const live = useLive();
  useSecond();
  const speed = useNewest(site.mast?.windSpeed);
  const direction = useNewest(site.mast?.windDirection);
  if (speed === undefined || direction === undefined) return undefined;
  const point = site.points.find(({ id }) => id === site.mast?.windDirection);
  const sourceTime = Math.min(speed.sourceTime, direction.sourceTime);
  const bad = speed.quality === 'bad' || direction.quality === 'bad';
  return {
    fromDeg: direction.value,
    speedMPerS: speed.value,
    sourceTime,
    stale: bad || isStale(sourceTime, point?.periodMs ?? 1000, live.now()),
  };
}
