import { expect, test } from 'vitest';
import { frameOf, lineUntil, standingAt, type TrackPlace } from './track.ts';

const track: readonly TrackPlace[] = [
  [0, 0, 0, 1.7],
  [2, 0, 0, 1.7],
  [4, 6, 0, 1.7],
  [6, 6, 8, 1.7],
];

test('between two recorded places somebody was on the straight way between them', () => {
  const now = standingAt(track, 3);
  expect(now?.at).toEqual([3, 0]);
  expect(now?.headingDeg).toBeCloseTo(90);
  expect(now?.speedMPerS).toBeCloseTo(3);
});

test('somebody who stands has no heading, and after the last place nobody moves', () => {
  expect(standingAt(track, 1)?.headingDeg).toBeUndefined();
  expect(standingAt(track, 99)).toEqual({ at: [6, 8], headingDeg: undefined, speedMPerS: 0 });
  expect(standingAt([], 3)).toBeUndefined();
  expect(standingAt([[0, 5, 5, 1]], 9)?.at).toEqual([5, 5]);
});

test('the line grows with time and ends where they are', () => {
  expect(lineUntil(track, 0)).toBe('M0.0 0.0L0.0 0.0');
  expect(lineUntil(track, 5)).toMatch(/L6.0 -4.0$/);
});

test('the frame holds the whole track', () => {
  const frame = frameOf([
    [0, -200, 100, 1.7],
    [100, 200, 300, 1.7],
  ]);
  expect(frame?.at).toEqual([0, 200]);
  expect(frame?.halfM).toBeGreaterThan(200);
});
