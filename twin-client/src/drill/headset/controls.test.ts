import { expect, test } from 'vitest';
import { idle, readPad, wishes } from './controls.ts';

const walking = { walking: true } as const;
const button = (value: number) => ({ pressed: value > 0.5, value });

test('a standard gamepad is read: stick ahead is up, small drift is nothing', () => {
  const pad = { axes: [0, 0, 0.1, -0.9], buttons: [button(1), button(0), button(0), button(0), button(0)] };
  expect(readPad(pad)).toEqual({ stickRight: 0, stickAhead: 0.9, trigger: true, squeeze: false, lower: false });
  expect(readPad(undefined)).toEqual(idle);
});

test('pushing the stick aims, letting go leaps, once', () => {
  const follow = wishes();
  expect(follow({ ...idle, stickAhead: 0.9 }, idle, walking)).toMatchObject({ aiming: true, leap: false });
  expect(follow({ ...idle, stickAhead: 0.5 }, idle, walking)).toMatchObject({ aiming: true, leap: false });
  expect(follow(idle, idle, walking)).toMatchObject({ aiming: false, leap: true });
  expect(follow(idle, idle, walking).leap).toBe(false);
});

test('one push to the side is one snap, however long it is held', () => {
  const follow = wishes();
  const right = { ...idle, stickRight: 1 };
  expect(follow(right, idle, walking).snap).toBe(1);
  expect(follow(right, idle, walking).snap).toBe(0);
  expect(follow({ ...idle, stickRight: 0.5 }, idle, walking).snap).toBe(0);
  expect(follow(idle, idle, walking).snap).toBe(0);
  expect(follow({ ...idle, stickRight: -0.9 }, idle, walking).snap).toBe(-1);
});

test('a trigger held is one act, and walking can be switched off', () => {
  const follow = wishes();
  const held = { ...idle, trigger: true };
  expect(follow(held, idle, walking).act).toBe(true);
  expect(follow(held, idle, walking).act).toBe(false);
  expect(follow(idle, { ...idle, stickAhead: 1 }, { walking: false }).walkAhead).toBe(0);
});
