import type { GroundPosition } from '@upwind/scenes';
import { headingOf } from '../drill/pose/pose.ts';
import { drawnBehindMs } from '../drill/pose/pose-track.ts';
import type { PoseBook } from '../drill/room/pose-book.ts';
import type { SitePlan } from '../drill/site-plan.ts';

/** Where somebody is on the ground and which way they look. */
export interface Position {
  readonly at: GroundPosition;
  readonly headingDeg: number;
}

export function positionOf(book: PoseBook, session: string, nowMs: number): Position | undefined {
  const head = book.of(session)?.head.at(nowMs - drawnBehindMs);
  if (!head) return undefined;
  const heading = headingOf([head[3], head[4], head[5], head[6]]);
  return { at: [head[0], -head[2]], headingDeg: ((heading * 180) / Math.PI + 360) % 360 };
}

/** Metres from a place to the middle of the nearest muster point; absent on a site without one. */
export function toNearestMusterM(site: SitePlan, at: GroundPosition): number | undefined {
  const ways = site.elements
    .filter(({ kind }) => kind === 'muster-point')
    .map((element) => Math.hypot(element.at[0] - at[0], element.at[1] - at[1]));
  return ways.length === 0 ? undefined : Math.min(...ways);
}
