import { expect, it } from 'vitest';
import { SoloCrew } from './solo.ts';

it('computes alone, over blocks that can be given back', () => {
  const crew = new SoloCrew();
  const length = 4096;
  const [x, p, r, q] = [crew.floats(length), crew.floats(length), crew.floats(length), crew.floats(length)];
  const sums = crew.doubles(4);
  for (let n = 0; n < length; n += 1) {
    p.array[n] = n;
    q.array[n] = 1;
    r.array[n] = 3;
  }
  crew.run('updateSolution', 4, length, 1024, x.at, p.at, r.at, q.at, 2, sums.at);
  expect(x.array[100]).toBe(200);
  expect([...sums.array]).toEqual([1024, 1024, 1024, 1024]);
  crew.release(x);
  crew.release(p);
  const again = crew.floats(2 * length);
  expect(again.at).toBe(x.at);
  expect(again.array.every((value) => value === 0)).toBe(true);
  // Growing moves the memory; blocks follow.
  crew.floats(1 << 20);
  expect(r.array[5]).toBe(1);
});
