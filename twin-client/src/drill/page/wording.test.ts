import { expect, test } from 'vitest';
import { clock, meterText } from './wording.ts';

test('time is minutes and seconds, and never below zero', () => {
  expect(clock(0)).toBe('0:00');
  expect(clock(61.9)).toBe('1:01');
  expect(clock(-3)).toBe('0:00');
});

test('a meter shows a decimal below ten ppm, whole numbers above, and no false digits of thousands', () => {
  expect(meterText(0, 'en')).toBe('0.0');
  expect(meterText(2.449, 'en')).toBe('2.4');
  expect(meterText(42.6, 'zh')).toBe('43');
  expect(meterText(12_345, 'en')).toBe('12,350');
  expect(meterText(Number.NaN, 'en')).toBe('–');
});
