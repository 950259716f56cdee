import { expect, test } from 'vitest';
import type { TrackSample } from '../recording/track.ts';
import { thinTrack } from './thin-track.ts';

const track: TrackSample[] = Array.from({ length: 3001 }, (_, tick) => ({ tick, head: [tick, 1.6, -2, 0, 0, 0, 1] }));

test('DR43 a page gets at most 600 places of a way, the first and the last among them, in the site’s metres', () => {
  const thin = thinTrack(track);
  expect(thin.length).toBeLessThanOrEqual(601);
  expect(thin[0]).toEqual([0, 0, 2, 1.6]);
  expect(thin.at(-1)).toEqual([300, 3000, 2, 1.6]);
  expect(thinTrack(track.slice(0, 5))).toHaveLength(5);
  expect(thinTrack([])).toEqual([]);
});
