import { chemicalPark } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { stepsTo } from './clock.ts';
import { Schedule } from './schedule.ts';

const start = Date.UTC(2026, 0, 1);

describe('schedule', () => {
  test('asks everyone at first, then each at its own period', () => {
    const schedule = new Schedule(chemicalPark.points, undefined);
    expect(schedule.due(start)).toHaveLength(chemicalPark.points.length);
    const asked = new Map<string, number>();
    for (let step = 1; step <= 1200; step += 1) {
      for (const { id } of schedule.due(start + 100 * step)) asked.set(id, (asked.get(id) ?? 0) + 1);
    }
    for (const { id, periodMs } of chemicalPark.points) expect(asked.get(id), id).toBe(120_000 / periodMs);
  });

  test('at 10 Hz asks every point at every step', () => {
    const schedule = new Schedule(chemicalPark.points, 100);
    for (let step = 0; step < 5; step += 1) {
      expect(schedule.due(start + 100 * step)).toHaveLength(chemicalPark.points.length);
    }
  });

  test('spreads slow points over their period', () => {
    const schedule = new Schedule(chemicalPark.points, 1000);
    schedule.due(start);
    const sizes = Array.from({ length: 10 }, (_, step) => schedule.due(start + 100 * (step + 1)).length);
    expect(Math.max(...sizes)).toBeLessThan(1.3 * (chemicalPark.points.length / 10));
  });
});

describe('clock', () => {
  test('makes up for a short delay step by step, and for a long sleep in one', () => {
    expect(stepsTo(start + 99, start)).toEqual([]);
    expect(stepsTo(start + 350, start)).toEqual([100, 100, 100]);
    expect(stepsTo(start + 3_600_050, start)).toEqual([3_600_000]);
    expect(stepsTo(start - 5000, start)).toEqual([]);
  });
});
