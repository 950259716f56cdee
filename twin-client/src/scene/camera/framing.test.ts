import { expect, test } from 'vitest';
import { distanceFor, fittingDistance, homeView, orbit } from './framing.ts';

test('a view from the south stands at positive z and looks north', () => {
  const { position, target } = orbit([10, 0, -20], 180, 30, 100);
  expect(position[2]).toBeGreaterThan(target[2]);
  expect(position[0]).toBeCloseTo(10);
  expect(position[1]).toBeCloseTo(50);
});

test('the less of the picture is free, the further away the camera stands', () => {
  const extent = { min: [-500, -350], max: [500, 350] } satisfies { min: [number, number]; max: [number, number] };
  const away = (across: number, down: number) => Math.hypot(...homeView(extent, 40, { across, down }).position);
  expect(away(0.5, 1)).toBeGreaterThan(away(1.6, 1));
  expect(away(1.2, 0.4)).toBeGreaterThan(away(1.2, 1));
  expect(distanceFor(10, 40, { across: 0.5, down: 1 })).toBeGreaterThan(distanceFor(10, 40, { across: 2, down: 1 }));
});

test('from straight above, a square as wide as the picture is seen from half its side over the tangent', () => {
  const square = [
    [-50, 0, -50],
    [50, 0, 50],
    [-50, 0, 50],
    [50, 0, -50],
  ] as const;
  const distance = fittingDistance(square, 180, 90, 90, { across: 1, down: 1 });
  expect(distance).toBeCloseTo(50, 6);
});
