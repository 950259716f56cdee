import { describe, expect, test } from 'vitest';
import { Outbox } from './outbox.ts';

const at = (t: number) => ({ t, v: 1, q: 'good' as const });
const times = (outbox: Outbox, point: string) => outbox.take(point, 10_000)?.samples.map(({ t }) => t) ?? [];

describe('outbox', () => {
  test('gives samples of a point back in order, a bounded number at a time', () => {
    const outbox = new Outbox(100);
    for (let t = 0; t < 5; t += 1) outbox.put('A', at(t));
    const first = outbox.take('A', 3);
    expect(first?.samples.map(({ t }) => t)).toEqual([0, 1, 2]);
    expect(outbox.size).toBe(2);
    if (first) outbox.giveBack(first);
    expect(outbox.size).toBe(5);
    expect(times(outbox, 'A')).toEqual([0, 1, 2, 3, 4]);
    expect([...outbox.points]).toEqual([]);
    expect(outbox.take('A', 1)).toBeUndefined();
  });

  test('never holds more than its capacity, and counts what it gave up', () => {
    const outbox = new Outbox(200);
    for (let t = 0; t < 5000; t += 1) outbox.put(t % 7 === 0 ? 'A' : 'B', at(t));
    expect(outbox.size).toBeLessThanOrEqual(200);
    expect(outbox.size + outbox.thinned).toBe(5000);
  });

  test('thins the oldest of the fast points first: slow points and the newest samples stay whole', () => {
    const outbox = new Outbox(800);
    for (let t = 0; t < 100_000; t += 100) {
      outbox.put('fast', at(t));
      if (t % 2000 === 0) outbox.put('slow', at(t));
    }
    expect(outbox.thinned).toBeGreaterThan(200);
    expect(times(outbox, 'slow')).toHaveLength(50);
    const fast = times(outbox, 'fast');
    const newest = fast.slice(-100);
    expect(newest).toEqual(Array.from({ length: 100 }, (_, index) => 90_000 + 100 * index));
    const oldestGap = (fast[1] ?? 0) - (fast[0] ?? 0);
    expect(oldestGap).toBeGreaterThan(100);
    expect(fast).toEqual([...fast].sort((one, other) => one - other));
  });

  test('gives up single samples when nothing denser is left', () => {
    const outbox = new Outbox(3);
    for (const point of ['A', 'B', 'C', 'D', 'E']) outbox.put(point, at(0));
    expect(outbox.size).toBeLessThanOrEqual(3);
    expect(outbox.size + outbox.thinned).toBe(5);
  });
});
