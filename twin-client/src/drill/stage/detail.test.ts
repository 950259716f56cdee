import { expect, test } from 'vitest';
import { nextDetail } from './detail.ts';

test('a slow machine draws less, step by step, and never nothing', () => {
  expect(nextDetail(2, 80, false)).toBe(1);
  expect(nextDetail(1, 80, false)).toBe(0);
  expect(nextDetail(0, 500, false)).toBe(0);
});

test('a fast machine draws more, but does not try again what was too slow', () => {
  expect(nextDetail(1, 9, false)).toBe(2);
  expect(nextDetail(1, 9, true)).toBe(1);
});

test('a fair speed changes nothing', () => {
  expect(nextDetail(2, 16.7, false)).toBe(2);
  expect(nextDetail(1, 33, false)).toBe(1);
});
