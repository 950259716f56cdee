import { expect, test } from 'vitest';
import { puffsOf, type Vent } from './puffs.ts';
import { sockDroop } from './sock.ts';

const leak: Vent = { at: [100, 50, 1], kind: 'vapour', colour: [0.7, 0.8, 0.3], strength: 1, ageS: 60 };

test('vapour drifts with the wind: a west wind carries it east', () => {
  const puffs = puffsOf(leak, { fromDeg: 270, speedMPerS: 3 });
  const furthest = puffs.reduce((a, b) => (b.at[0] > a.at[0] ? b : a));
  expect(furthest.at[0]).toBeGreaterThan(115);
  for (const puff of puffs) expect(puff.at[0]).toBeGreaterThan(98);
  const meanNorth = puffs.reduce((sum, puff) => sum + puff.at[1], 0) / puffs.length;
  expect(Math.abs(meanNorth - 50)).toBeLessThan(2);
});

test('everyone sees the same cloud at the same second, and none before it begins', () => {
  const wind = { fromDeg: 30, speedMPerS: 2 };
  expect(puffsOf(leak, wind)).toEqual(puffsOf(leak, wind));
  expect(puffsOf({ ...leak, ageS: -1 }, wind)).toEqual([]);
});

test('a cloud stays small enough to draw', () => {
  expect(puffsOf({ ...leak, ageS: 5000 }, { fromDeg: 0, speedMPerS: 5 }).length).toBeLessThan(100);
});

test('cold gas stays low, steam rises', () => {
  const wind = { fromDeg: 0, speedMPerS: 2 };
  expect(Math.max(...puffsOf(leak, wind).map((puff) => puff.at[2]))).toBeLessThan(5);
  expect(
    Math.max(...puffsOf({ ...leak, kind: 'steam', at: [0, 0, 13] }, wind).map((puff) => puff.at[2])),
  ).toBeGreaterThan(20);
});

test('a wind sock hangs in a calm, stands out at 15 knots, and half way shows half its stripes', () => {
  expect(Math.min(...sockDroop(0, 0))).toBeGreaterThan(1.3);
  expect(Math.max(...sockDroop(15 * 0.514_444, 0).map(Math.abs))).toBeLessThan(0.2);
  const half = sockDroop(7.5 * 0.514_444, 0);
  expect(half[0]).toBeLessThan(0.15);
  expect(half[4]).toBeGreaterThan(1.2);
});
