import { chemicalPark } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { groundPatches } from '../ground/surfaces.ts';
import { buildSite } from '../models/build.ts';
import { SitePicker } from './site-picker.ts';

const picker = new SitePicker(buildSite(chemicalPark, 'coarse'), groundPatches(chemicalPark));
const idOf = (index: number | undefined) => (index === undefined ? undefined : chemicalPark.elements[index]?.id);
const at = (id: string) => chemicalPark.elements.find((element) => element.id === id)?.at ?? [0, 0, 0];

test('a ray from above meets the sphere below it, at its top', () => {
  const [x, y] = at('V-151A');
  const hit = picker.pick({ origin: [x + 4, y + 4, 500], direction: [0, 0, -1] });
  expect(idOf(hit?.element)).toBe('V-151A');
  expect(hit?.at[2]).toBeGreaterThan(9.9);
});

test('a level ray meets the nearer of two spheres', () => {
  const [x, y] = at('V-151A');
  const hit = picker.pick({ origin: [x - 60, y, 11], direction: [1, 0, 0] });
  expect(idOf(hit?.element)).toBe('V-151A');
  const back = picker.pick({ origin: [x + 100, y, 11], direction: [-1, 0, 0] });
  expect(idOf(back?.element)).toBe('V-151B');
});

test('where nothing stands, the ground says what it is', () => {
  expect(idOf(picker.pick({ origin: [-380, -120, 300], direction: [0, 0, -1] })?.element)).toBe('RD-02');
  expect(idOf(picker.pick({ origin: [-430, -60, 300], direction: [0, 0, -1] })?.element)).toBe('GR-3');
});

test('a ray to the sky meets nothing', () => {
  expect(picker.pick({ origin: [0, 0, 300], direction: [0.1, 0, 1] })).toBeUndefined();
});

test('an element gives its own triangles', () => {
  const index = chemicalPark.elements.findIndex((element) => element.id === 'V-151A');
  const triangles = picker.trianglesOf(index);
  expect(triangles.length % 9).toBe(0);
  expect(triangles.length).toBeGreaterThan(900);
});
