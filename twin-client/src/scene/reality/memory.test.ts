import { expect, test } from 'vitest';
import { aimedError, usualError } from './memory.ts';

test('an over-full cache makes the picture coarser, up to a bound', () => {
  let error: number = usualError;
  for (let i = 0; i < 100; i += 1) error = aimedError(error, 100, 100);
  expect(error).toBe(64);
});

test('with room again it returns to the usual error, and never below', () => {
  let error = 64;
  for (let i = 0; i < 200; i += 1) error = aimedError(error, 10, 100);
  expect(error).toBe(usualError);
});

test('between nearly full and roomy nothing changes, so that it does not swing', () => {
  expect(aimedError(30, 85, 100)).toBe(30);
});
