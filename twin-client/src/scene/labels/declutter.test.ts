import { expect, test } from 'vitest';
import { declutter, type LabelWish, textWidth } from './declutter.ts';

const wish = (id: string, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  id,
  x,
  y,
  width: 80,
  height: 20,
  rank: 5,
  distance: 100,
  ...more,
});
const ids = (wishes: readonly LabelWish[]) => wishes.map(({ id }) => id);
const nobody: ReadonlySet<string> = new Set();

test('labels that touch give way to the more important one, whatever the order they come in', () => {
  const crowd = [wish('near', 100, 100, { distance: 10 }), wish('alarm', 120, 105, { rank: 1, distance: 900 })];
  expect(ids(declutter(crowd, nobody, 60))).toEqual(['alarm']);
  expect(ids(declutter([...crowd].reverse(), nobody, 60))).toEqual(['alarm']);
});

test('within a rank the nearer stands', () => {
  expect(
    ids(declutter([wish('far', 0, 0, { distance: 300 }), wish('near', 10, 0, { distance: 200 })], nobody, 60)),
  ).toEqual(['near']);
});

test('a label that stands is not pushed away by one that is only a little nearer', () => {
  const pair = [wish('old', 0, 0, { distance: 110 }), wish('new', 10, 0, { distance: 100 })];
  expect(ids(declutter(pair, new Set(['old']), 60))).toEqual(['old']);
  expect(ids(declutter(pair, nobody, 60))).toEqual(['new']);
});

test('never more than the most, and none overlaps another', () => {
  const many = Array.from({ length: 900 }, (_, i) =>
    wish(`l${i}`, (i % 30) * 50, Math.floor(i / 30) * 30, { distance: i }),
  );
  const placed = declutter(many, nobody, 60);
  expect(placed).toHaveLength(60);
  for (const a of placed) {
    for (const b of placed) {
      if (a === b) continue;
      expect(Math.abs(a.x - b.x) >= 80 || Math.abs(a.y - b.y) >= 20).toBe(true);
    }
  }
});

test('Han characters count as squares', () => {
  expect(textWidth('储罐')).toBe(26);
  expect(textWidth('T-101')).toBeCloseTo(36);
});
