import { chemicalPark } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { planOf } from './plan.ts';

const plan = planOf(chemicalPark);

test('every body and every muster point of the site is on the map, ground below bodies', () => {
  for (const element of chemicalPark.elements) {
    if (element.shape.kind !== 'marker') expect(plan.shapes.some(({ id }) => id === element.id)).toBe(true);
  }
  const layers = plan.shapes.map(({ layer }) => layer);
  expect(layers.lastIndexOf('road')).toBeLessThan(layers.indexOf('body'));
});

test('north is up: what lies north has a smaller y on the map', () => {
  const path = plan.shapes.find(({ id }) => id === 'M-4')?.path ?? '';
  const ys = [...path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, , y]) => Number(y));
  expect(Math.max(...ys)).toBeLessThan(0);
});

test('muster points are labelled in both languages', () => {
  const muster = plan.labels.filter(({ kind }) => kind === 'muster');
  expect(muster.length).toBeGreaterThan(3);
  for (const { name } of muster) expect(name.zh).not.toBe(name.en);
});

test('words at the edge of the site run inwards', () => {
  const east = plan.labels.find(({ id }) => id === 'M-1');
  expect(east?.anchor).toBe('end');
});
