import { expect, test } from 'vitest';
import { ageParts, decimalsOf, formatReading, formatValue } from './format.ts';
import { shortName } from './short-name.ts';

test('an instrument shows the same decimals whatever its value', () => {
  const pressure = { quantity: 'pressure', range: { low: 0, high: 2.5 } } as const;
  expect(formatReading(0.58, pressure, 'en')).toBe('0.580');
  expect(formatReading(1, pressure, 'zh')).toBe('1.000');
  expect(decimalsOf({ quantity: 'level', range: { low: 0, high: 100 } })).toBe(1);
  expect(decimalsOf({ quantity: 'flow', range: { low: 0, high: 5000 } })).toBe(0);
  expect(decimalsOf({ quantity: 'people-count', range: { low: 0, high: 50 } })).toBe(0);
});

test('numbers are grouped and never scientific', () => {
  expect(formatValue(1_234_567.8, 'en')).toBe('1,234,568');
  expect(formatValue(0.00012, 'en')).toBe('0');
  expect(formatValue(Number.NaN, 'en')).toBe('–');
});

test('an age is said in the unit that fits; a clock that runs ahead is no age', () => {
  expect(ageParts(3_200)).toEqual({ count: 3, unit: 's' });
  expect(ageParts(-5_000)).toEqual({ count: 0, unit: 's' });
  expect(ageParts(125_000)).toEqual({ count: 2, unit: 'min' });
  expect(ageParts(7_200_000)).toEqual({ count: 2, unit: 'h' });
  expect(ageParts(3 * 86_400_000)).toEqual({ count: 3, unit: 'd' });
});

test('beside its element a point is named shortly', () => {
  expect(shortName('1#储罐 T-1 液位', '1#储罐 T-1')).toBe('液位');
  expect(shortName('Tank T-1 level', 'Tank T-1')).toBe('Level');
  expect(shortName('Wind speed', 'Weather mast')).toBe('Wind speed');
  expect(shortName('Tank', 'Tank')).toBe('Tank');
});
