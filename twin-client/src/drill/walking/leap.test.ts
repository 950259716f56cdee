import { chemicalPark } from '@upwind/scenes';
import { DRILL_MOTION } from '@upwind/sim-server/contract';
import { expect, test } from 'vitest';
import { aimed, carried, leapM, leapMPerS } from './leap.ts';
import { isBlocked, obstaclesOf } from './obstacles.ts';

const obstacles = obstaclesOf(chemicalPark);
const flat = (headingRad: number, up: number): [number, number, number] => {
  const level = Math.cos(up);
  return [Math.sin(headingRad) * level, Math.cos(headingRad) * level, Math.sin(up)];
};

test('a leap is never faster than the room lets a person move', () => {
  expect(leapMPerS).toBeLessThan(DRILL_MOTION.maxSpeedMPerS);
});

test('an arc ends on the ground and leads no farther than one leap', () => {
  const leap = aimed(obstacles, [-202, 143, 1.2], flat(1.5, 0.5), [-202, 143]);
  expect(leap.refused).toBeUndefined();
  expect(leap.arc.at(-1)?.[2]).toBe(0);
  const way = Math.hypot(leap.to[0] + 202, leap.to[1] - 143);
  expect(way).toBeGreaterThan(2);
  expect(way).toBeLessThanOrEqual(leapM + 1e-6);
});

test('nobody leaps into or through a body: the leap ends before it', () => {
  const tank = chemicalPark.elements.find((element) => element.kind === 'storage-tank');
  if (tank?.shape.kind !== 'vertical-cylinder') throw new Error('the park has no tank');
  const from: [number, number] = [tank.at[0], tank.at[1] - tank.shape.radiusM - 2];
  const leap = aimed(obstacles, [...from, 1.4], flat(0, 0.3), from);
  expect(isBlocked(obstacles, leap.to)).toBe(false);
  expect(leap.to[1]).toBeLessThan(tank.at[1] - tank.shape.radiusM);
});

test('a leap at one’s own feet is refused', () => {
  expect(aimed(obstacles, [0, -200, 1.2], flat(0, -1.5), [0, -200]).refused).toBe('too-near');
});

test('the body is carried along the way and arrives', () => {
  expect(carried([0, 0], [7, 0], 0.5)).toEqual({ at: [3.5, 0], there: false });
  expect(carried([0, 0], [7, 0], 1.2)).toEqual({ at: [7, 0], there: true });
});
