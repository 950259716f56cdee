import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from '../pose/pose.ts';
import { elbowOf, foreArmM, upperArmM } from './limbs.ts';

const away = (a: Place, b: Place) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

test('upper arm and forearm keep their lengths wherever the hand can be', () => {
  const metres = fc.double({ min: -0.33, max: 0.33, noNaN: true });
  fc.assert(
    fc.property(metres, metres, metres, (x, y, z) => {
      const [shoulder, hand]: [Place, Place] = [
        [0, 1.4, 0],
        [x, 1.4 + y, z],
      ];
      fc.pre(away(shoulder, hand) > 0.08 && away(shoulder, hand) < upperArmM + foreArmM);
      const elbow = elbowOf(shoulder, hand, [0.2, -1, -0.2]);
      expect(away(shoulder, elbow)).toBeCloseTo(upperArmM, 4);
      expect(away(elbow, hand)).toBeCloseTo(foreArmM, 4);
    }),
    { seed: 11 },
  );
});

test('a hand out of reach stretches the arm straight', () => {
  const elbow = elbowOf([0, 0, 0], [0, 0, 1.2], [0, -1, 0]);
  expect(elbow[0]).toBeCloseTo(0);
  expect(elbow[1]).toBeCloseTo(0);
});
