import { expect, it } from 'vitest';
import { thicknessOf } from './thickness.ts';

it('a gas is thin at its lowest limit and hides everything when it is pure, however far apart these are', () => {
  for (const ratio of [10, 600, 2e6]) {
    const { perM, risePerDoubling } = thicknessOf(ratio);
    const pure = perM * 2 ** (risePerDoubling * Math.log2(ratio));
    expect(pure).toBeCloseTo(1, 6);
    expect(perM).toBeGreaterThan(0.001);
    expect(perM).toBeLessThan(0.05);
  }
});

it('limits far apart are seen through a longer way than limits close together', () => {
  expect(thicknessOf(2e6).perM).toBeLessThan(thicknessOf(600).perM);
});
