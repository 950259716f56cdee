import { setImmediate as soon } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Turns } from './turns.ts';

describe('turns', () => {
  test('no more than so many are under way, in the order in which they came, and a failure gives its turn on', async () => {
    const turns = new Turns(2, 100);
    const order: number[] = [];
    let under = 0;
    let most = 0;
    const work = async (n: number) => {
      order.push(n);
      under += 1;
      most = Math.max(most, under);
      await soon();
      under -= 1;
      if (n % 3 === 0) throw new Error(`${n} failed`);
    };
    const results = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => turns.take(() => work(n))));
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(3);
    expect(turns.full).toBe(false);
  });

  test('says when no more may wait', async () => {
    const turns = new Turns(1, 2);
    const first = turns.take(() => soon());
    expect(turns.full).toBe(false);
    const second = turns.take(() => soon());
    expect(turns.full).toBe(true);
    await Promise.all([first, second]);
    expect(turns.full).toBe(false);
  });
});
