import { expect, test } from 'vitest';
import { geometricErrorAtDistance, geometricErrorAtPixels } from './geometric-error.ts';

test('geometricError is 16 · 2R / T where a viewer then switches at the projected diameter T', () => {
  const [radius, pixels, height, fov] = [75, 37.5, 1080, Math.PI / 3];
  const error = geometricErrorAtPixels(radius, pixels);
  expect(error).toBe(64);
  // The distance at which 3D Tiles reaches 16 pixels of error is where OSG sees the sphere as T pixels.
  const pixelsPerMetre = (distance: number) => height / (2 * distance * Math.tan(fov / 2));
  const distance = (error * height) / (16 * 2 * Math.tan(fov / 2));
  expect(2 * radius * pixelsPerMetre(distance)).toBeCloseTo(pixels, 9);
});

test('geometricError of a range in metres refines at that distance on a full-HD screen', () => {
  const error = geometricErrorAtDistance(300);
  expect((error * 1080) / (300 * 2 * Math.tan(Math.PI / 6))).toBeCloseTo(16, 4);
});

test('geometricError stays finite and is never negative', () => {
  for (const pixels of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-30]) {
    expect(geometricErrorAtPixels(10, pixels)).toSatisfy((error: number) => error >= 0 && error <= 1e6);
  }
  expect(geometricErrorAtDistance(Number.POSITIVE_INFINITY)).toBe(1e6);
});
