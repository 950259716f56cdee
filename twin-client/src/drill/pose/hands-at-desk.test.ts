import { expect, test } from 'vitest';
import { handsAtDesk } from './hands-at-desk.ts';

const standing = {
  eye: [10, 1.68, -20],
  headingRad: 0,
  pitchRad: 0,
  walkedM: 0,
  effort: 0,
  holdsMeter: false,
} as const;

test('hands hang at the sides, below the head and above the ground', () => {
  const { head, left, right } = handsAtDesk(standing);
  expect(left[0]).toBeLessThan(head[0]);
  expect(right[0]).toBeGreaterThan(head[0]);
  for (const hand of [left, right]) {
    expect(hand[1]).toBeGreaterThan(0.6);
    expect(hand[1]).toBeLessThan(head[1] - 0.4);
  }
});

test('hands turn with the body', () => {
  const { head, right } = handsAtDesk({ ...standing, headingRad: Math.PI / 2 });
  expect(right[2] - head[2]).toBeCloseTo(0.24, 5);
});

test('arms swing against each other while walking and rest while standing', () => {
  const still = handsAtDesk({ ...standing, walkedM: 0.39 });
  expect(still.left[2]).toBeCloseTo(still.right[2], 9);
  const walking = handsAtDesk({ ...standing, walkedM: 0.39, effort: 0.5 });
  expect(Math.abs(walking.left[2] - walking.right[2])).toBeGreaterThan(0.2);
});

test('the hand with the meter is held up in front', () => {
  const { head, right } = handsAtDesk({ ...standing, holdsMeter: true });
  expect(head[2] - right[2]).toBeGreaterThan(0.3);
  expect(right[1]).toBeGreaterThan(1.1);
});
