import { expect, test } from 'vitest';
import { distanceFor, homeView, orbit } from './framing.ts';

test('a view from the south stands at positive z and looks north', () => {
  const { position, target } = orbit([10, 0, -20], 180, 30, 100);
  expect(position[2]).toBeGreaterThan(target[2]);
  expect(position[0]).toBeCloseTo(10);
  expect(position[1]).toBeCloseTo(50);
});

test('a tall narrow window needs more distance than a wide one', () => {
  const away = (aspect: number) => Math.hypot(...homeView({ min: [-500, -350], max: [500, 350] }, 40, aspect).position);
  expect(away(0.5)).toBeGreaterThan(away(1.8));
  expect(distanceFor(10, 40, 0.5)).toBeGreaterThan(distanceFor(10, 40, 2));
});
