import { expect, test } from 'vitest';
import { seriesOf } from './series.ts';

const sample = (sourceTime: number, value: number, quality: 'good' | 'bad' = 'good') => ({
  sourceTime,
  value,
  quality,
});

test('times are seconds, values stand as they are', () => {
  expect(seriesOf([sample(1000, 5), sample(2000, 6)], 1000, false)).toEqual([
    [1, 2],
    [5, 6],
  ]);
});

test('a silence breaks the line', () => {
  expect(seriesOf([sample(0, 1), sample(60_000, 2)], 1000, false)[1]).toEqual([1, null, 2]);
});

test('a bad sample breaks the line', () => {
  expect(seriesOf([sample(0, 1), sample(1000, 99, 'bad'), sample(2000, 2)], 1000, false)[1]).toEqual([1, null, 2]);
});

test('a thinned series is not torn at every sample', () => {
  const thinned = Array.from({ length: 100 }, (_, i) => sample(i * 60_000, i));
  expect(seriesOf(thinned, 1000, true)[1]).not.toContain(null);
});
