import { chemicalPark } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { groupElements } from './tree.ts';

const found = (query: string) =>
  groupElements(chemicalPark, 'kind', query, 'zh').flatMap(({ elements }) => elements.map(({ id }) => id));

test('without a query every element stands in exactly one group, by area and by kind', () => {
  for (const grouping of ['area', 'kind'] as const) {
    const ids = groupElements(chemicalPark, grouping, '', 'en').flatMap(({ elements }) => elements.map(({ id }) => id));
    expect(ids.length).toBe(chemicalPark.elements.length);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('an element is found by its number, by its name in both languages, and by its kind in both languages', () => {
  expect(found('v-151a')).toEqual(['V-151A']);
  expect(found('1#液化石油气球罐')).toEqual(['V-151A']);
  expect(found('LPG sphere V-151A')).toEqual(['V-151A']);
  expect(found('球罐')).toContain('V-151B');
  expect(found('storage sphere')).toContain('V-151B');
});

test('numbers are ordered as numbers', () => {
  const cameras = groupElements(chemicalPark, 'kind', 'CM-', 'en')[0]?.elements.map(({ id }) => id) ?? [];
  const detectors = groupElements(chemicalPark, 'kind', 'hydrant', 'en')[0]?.elements.map(({ id }) => id) ?? [];
  expect(cameras.length).toBeGreaterThan(3);
  expect(detectors.indexOf('HY-2')).toBeLessThan(detectors.indexOf('HY-10'));
});
