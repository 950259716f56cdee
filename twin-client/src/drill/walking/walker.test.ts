import { chemicalPark, type GroundPosition } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { obstaclesOf } from './obstacles.ts';
import { moved, standing, type Walker } from './walker.ts';

const obstacles = obstaclesOf(chemicalPark);
const still = { ahead: 0, right: 0, run: false };
const ahead = { ahead: 1, right: 0, run: false };

test('nobody moves without a stride, and the head turns freely but not over backwards', () => {
  let walker: Walker = standing([-202, 143], 0);
  for (let frame = 0; frame < 50; frame++) walker = moved(walker, obstacles, still, [0.1, 0.2], 0.016);
  expect(walker.at).toEqual([-202, 143]);
  expect(walker.headingRad).toBeCloseTo(5);
  expect(walker.pitchRad).toBeLessThan(Math.PI / 2);
});

test('the way walked is counted at walking speed', () => {
  let walker: Walker = standing([-202, 143], Math.PI / 2);
  for (let frame = 0; frame < 100; frame++) walker = moved(walker, obstacles, ahead, [0, 0], 0.02);
  expect(walker.walkedM).toBeCloseTo(3.2, 1);
  expect(walker.at[0]).toBeCloseTo(-198.8, 1);
});

test('while the room waits nobody strays from the start place', () => {
  const leash: { at: GroundPosition; radiusM: number } = { at: [-202, 143], radiusM: 4 };
  let walker: Walker = standing([-202, 143], Math.PI / 2);
  for (let frame = 0; frame < 400; frame++) walker = moved(walker, obstacles, ahead, [0, 0], 0.02, leash);
  expect(Math.hypot(walker.at[0] + 202, walker.at[1] - 143)).toBeLessThanOrEqual(4.0001);
});

test('from the start of the drill the north gate muster point can be reached on foot', () => {
  let walker: Walker = standing([-202, 143], 0);
  const way: readonly (readonly [number, number])[] = [
    [-202, 168],
    [-130, 168],
    [-120, 272],
    [97, 285],
  ];
  let seconds = 0;
  for (const [x, y] of way) {
    for (let step = 0; step < 4000 && Math.hypot(x - walker.at[0], y - walker.at[1]) > 0.6; step++) {
      const headingRad = Math.atan2(x - walker.at[0], y - walker.at[1]);
      walker = moved(walker, obstacles, { ...ahead, run: true }, [headingRad - walker.headingRad, 0], 0.05);
      seconds += 0.05;
    }
    expect(Math.hypot(x - walker.at[0], y - walker.at[1])).toBeLessThan(0.7);
  }
  expect(seconds).toBeLessThan(180);
});
