import { expect, test } from 'vitest';
import { headingOf, looking, type PoseTuple } from './pose.ts';
import { between, poseTrack } from './pose-track.ts';

const at = (x: number, heading = 0): PoseTuple => [x, 1.7, 0, ...looking(heading, 0)];

test('a pose between two known ones is in the middle of both, place and turn', () => {
  const track = poseTrack();
  track.add(1000, at(0, 0));
  track.add(1050, at(0.2, 0.4));
  const middle = track.at(1025);
  expect(middle?.[0]).toBeCloseTo(0.1);
  expect(middle && headingOf([middle[3], middle[4], middle[5], middle[6]])).toBeCloseTo(0.2, 3);
});

test('before the first pose nobody is drawn, after the last one they stand where they were', () => {
  const track = poseTrack();
  expect(track.at(0)).toBeUndefined();
  track.add(1000, at(3));
  expect(track.at(500)?.[0]).toBe(3);
  expect(track.at(9000)?.[0]).toBe(3);
});

test('a teleport is a jump, not a glide through what lies between', () => {
  const track = poseTrack();
  track.add(0, at(0));
  track.add(50, at(6));
  expect(track.at(20)?.[0]).toBe(0);
  expect(track.at(30)?.[0]).toBe(6);
});

test('a rotation and its negative are the same turn: the short way is taken', () => {
  const [x, y, z, qx, qy, qz, qw] = at(0, 0.1);
  const negated: PoseTuple = [x, y, z, -qx, -qy, -qz, -qw];
  const middle = between(at(0, 0.1), negated, 0.5);
  expect(Math.cos(headingOf([middle[3], middle[4], middle[5], middle[6]]) - 0.1)).toBeCloseTo(1, 9);
});

test('poses that arrive out of order do not bring back an older one', () => {
  const track = poseTrack();
  track.add(100, at(1));
  track.add(100, at(2));
  expect(track.at(100)?.[0]).toBe(2);
});

test('a long drill does not pile up poses: old ones are forgotten', () => {
  const track = poseTrack();
  for (let time = 0; time <= 60_000; time += 50) track.add(time, at(time / 1000));
  expect(track.at(0)?.[0]).toBeGreaterThan(58);
});
