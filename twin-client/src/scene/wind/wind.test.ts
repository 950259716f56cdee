import { expect, test } from 'vitest';
import { sectorOf, sockDroopDeg } from './wind.ts';

test('a sock hangs when it is calm and stands level from fifteen knots', () => {
  expect(sockDroopDeg(0)).toBe(78);
  expect(sockDroopDeg(7.8)).toBeCloseTo(0);
  expect(sockDroopDeg(3)).toBeGreaterThan(sockDroopDeg(5));
});

test('directions fall into sixteen sectors, both ends of the circle into north', () => {
  expect([0, 11, 12, 90, 225, 349, 360, -1].map(sectorOf)).toEqual([0, 0, 1, 4, 10, 0, 0, 0]);
});
