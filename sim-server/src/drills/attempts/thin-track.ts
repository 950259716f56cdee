import type { Attempt } from '../../contract/index.ts';
import { siteOf } from '../movement/placement.ts';
import { type TrackSample, timeOf } from '../recording/track.ts';

/** The most places a page draws of one way. */
const MOST_PLACES = 600;

/** The way of the head as a page draws it: every nth sample, and always the first and the last. */
export function thinTrack(track: readonly TrackSample[], most = MOST_PLACES): Attempt['track'] {
  const stride = Math.max(1, Math.ceil((track.length - 1) / Math.max(1, most - 1)));
  return track
    .filter((_sample, index) => index % stride === 0 || index === track.length - 1)
    .map(({ tick, head }) => [timeOf(tick), ...siteOf(head)]);
}
