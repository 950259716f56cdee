import { drills } from '@upwind/scenarios';
import { expect, test } from 'vitest';
import { type Progress, tasksOf } from './tasks.ts';

const steps = drills.find(({ id }) => id === 'crosswind-escape')?.steps ?? [];
const start: Progress = { acted: [], fromStartM: 0, walkedM: 0, status: 'active' };

test('the task line begins with the first step and goes on as steps look done', () => {
  expect(tasksOf(steps, 'operator', start).current?.id).toBe('raise-alarm');
  const alarmed: Progress = { ...start, acted: ['raise-alarm'] };
  expect(tasksOf(steps, 'operator', alarmed).current?.id).toBe('move-off');
  expect(tasksOf(steps, 'operator', { ...alarmed, fromStartM: 12, walkedM: 12 }).current?.id).toBe('crosswind');
  expect(tasksOf(steps, 'operator', { ...alarmed, fromStartM: 80, walkedM: 90 }).current?.id).toBe('muster');
  const home: Progress = { acted: ['raise-alarm'], fromStartM: 300, walkedM: 320, status: 'mustered' };
  expect(tasksOf(steps, 'operator', home).current).toBeUndefined();
});

test('a step that was passed over stays the task', () => {
  expect(tasksOf(steps, 'operator', { ...start, fromStartM: 200, walkedM: 210 }).current?.id).toBe('raise-alarm');
});

test('a trainee sees the steps of their own role and those of all', () => {
  const [first, ...rest] = steps;
  if (!first) throw new Error('the drill has no step');
  const mixed = [{ ...first, role: 'attendant' }, ...rest];
  expect(tasksOf(mixed, 'operator', start).own).toHaveLength(rest.length);
  expect(tasksOf(mixed, 'attendant', start).own).toHaveLength(steps.length);
});
