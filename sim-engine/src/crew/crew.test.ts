import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { portOfWorker } from '../worker/ports.ts';
import { type Crew, CrewLost } from './crew.ts';
import { joinCrew } from './join.ts';
import type { CrewPort } from './score.ts';
import { SoloCrew } from './solo.ts';

const threads: Worker[] = [];
function member(file = './crew-thread.testing.ts'): CrewPort {
  const worker = new Worker(new URL(file, import.meta.url));
  threads.push(worker);
  return portOfWorker(worker);
}
afterEach(async () => {
  await Promise.all(threads.splice(0).map((worker) => worker.terminate()));
});

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A level of one row a cell wide, and arrays on it: enough to run `step` in `rows` parts. */
function rowsOf(crew: Crew, rows: number) {
  const span = 64;
  const level = crew.integers(16);
  const rowWords = span + 4;
  level.array.set([span, rows, 1, span * 4, rowWords * 4, rowWords * 4 * (rows + 2), 16, 1]);
  const length = rowWords * (rows + 2);
  const array = () => crew.floats(length);
  const [z, p, q, x, r, table] = [array(), array(), array(), array(), array(), array()];
  table.array.fill(1);
  const entries = crew.integers(2 * rows);
  entries.array.fill(table.at);
  level.array[8] = entries.at;
  const sums = crew.doubles(rows);
  for (let n = 0; n < length; n += 1) {
    z.array[n] = n % 7;
    r.array[n] = n % 3;
  }
  const step = (): void => crew.run('step', rows, level.at, z.at, p.at, q.at, x.at, r.at, 0.5, 0.25, sums.at);
  const result = (): readonly number[] => [...x.array, ...r.array, ...sums.array];
  return { step, result, r };
}

function expected(steps: number): readonly number[] {
  const work = rowsOf(new SoloCrew(), 50);
  for (let n = 0; n < steps; n += 1) work.step();
  return work.result();
}

describe('memory of a crew', () => {
  it('gives blocks of zeros, takes them back, and moves without losing them', () => {
    const crew = new SoloCrew();
    const [a, b, c] = [crew.floats(1000), crew.floats(1000), crew.doubles(10)];
    a.array.fill(1);
    c.array[3] = 7;
    crew.release(a);
    crew.release(b);
    const again = crew.floats(2000);
    expect(again.at).toBe(a.at);
    expect(again.array.every((value) => value === 0)).toBe(true);
    crew.floats(1 << 22);
    expect(c.array[3]).toBe(7);
    expect(() => crew.floats(2 ** 29)).toThrow(RangeError);
  });
});

describe('a crew', () => {
  it.each([0, 1, 3])('computes the same bytes with %i members', async (members) => {
    const crew = joinCrew(Array.from({ length: members }, () => member()));
    expect(crew.threads).toBe(1 + members);
    const work = rowsOf(crew, 50);
    // The first steps are done before the members have come.
    for (let n = 0; n < 50; n += 1) work.step();
    await soon(300);
    for (let n = 0; n < 150; n += 1) work.step();
    expect(work.result()).toEqual(expected(200));
    crew.close();
    expect(crew.threads).toBe(1);
    work.step();
    expect(work.result()).toEqual(expected(201));
  });

  it('wakes members that went back to their ports, and lets them join another crew', async () => {
    const ports = [member(), member()];
    const first = joinCrew(ports);
    const work = rowsOf(first, 50);
    work.step();
    await soon(1800);
    work.step();
    await soon(50);
    work.step();
    expect(work.result()).toEqual(expected(3));
    await soon(1500);
    // Its lead is gone without a word; the members serve the next one.
    const next = rowsOf(joinCrew(ports), 50);
    await soon(300);
    for (let n = 0; n < 20; n += 1) next.step();
    expect(next.result()).toEqual(expected(20));
  });

  it('goes on alone when a thread dies within a job, after saying so', async () => {
    const crew = joinCrew([member('./dying-thread.testing.ts')], { patienceMs: 200 });
    const work = rowsOf(crew, 50);
    const before = work.r.array.slice();
    let lost: unknown;
    // The dying thread comes at some time and takes its part to the grave.
    for (let n = 0; n < 1000 && lost === undefined; n += 1) {
      work.r.array.set(before);
      try {
        work.step();
      } catch (error) {
        lost = error;
      }
      await soon(5);
    }
    expect(lost).toBeInstanceOf(CrewLost);
    expect(crew.threads).toBe(1);
    const again = rowsOf(crew, 50);
    again.step();
    expect(again.result()).toEqual(expected(1));
  });

  it('does without threads whose kernels are of other sources', async () => {
    const sent: unknown[] = [];
    const crew = joinCrew([{ send: (message) => sent.push(message), onMessage: () => {} }]);
    expect(sent).toMatchObject([{ kind: 'join-crew', member: 0 }]);
    const work = rowsOf(crew, 50);
    work.step();
    expect(work.result()).toEqual(expected(1));
  });
});
