import { expect, test } from 'vitest';
import { streamlineHeight } from './streamlines.ts';

test('far upwind a streamline is level, beside the cylinder it is lifted by (1+√(1+4))/2 of its height for ψ = UR', () => {
  expect(streamlineHeight(-1e6, 50, 100)).toBeCloseTo(50, 3);
  expect(streamlineHeight(0, 100, 100)).toBeCloseTo(((1 + Math.sqrt(5)) / 2) * 100, 6);
});

test('no streamline enters the cylinder', () => {
  for (const far of [1, 20, 90]) {
    for (let x = -300; x <= 300; x += 10)
      expect(Math.hypot(x, streamlineHeight(x, far, 100))).toBeGreaterThanOrEqual(100 - 1e-6);
  }
});
