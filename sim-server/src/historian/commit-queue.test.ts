import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ServerError } from '../errors.ts';
import { CommitQueue } from './commit-queue.ts';

interface Store {
  readonly batches: number[][];
  down: boolean;
  readonly poison: Set<number>;
  readonly refused: number[];
}

function queueOver(store: Store, options: { readonly mostAtOnce?: number; readonly mostWaiting?: number } = {}) {
  return new CommitQueue<number>({
    async commit(works) {
      await sleep(1);
      if (store.down) throw new ServerError('UPW_DATABASE_DOWN');
      if (works.some((work) => store.poison.has(work))) throw new Error('a value the table does not take');
      store.batches.push([...works]);
    },
    weigh: () => 1,
    onRefused: (work) => store.refused.push(work),
    ...options,
  });
}

const emptyStore = (): Store => ({ batches: [], down: false, poison: new Set(), refused: [] });

describe('group commit', () => {
  test('what comes in while one transaction is under way goes into the next one together, in order', async () => {
    const store = emptyStore();
    const queue = queueOver(store);
    await Promise.all(Array.from({ length: 500 }, (_, work) => queue.add(work)));
    expect(store.batches.flat()).toEqual(Array.from({ length: 500 }, (_, work) => work));
    expect(store.batches.length).toBeLessThan(5);
  });

  test('a transaction takes no more than it may, but always something', async () => {
    const store = emptyStore();
    const queue = queueOver(store, { mostAtOnce: 3 });
    await Promise.all([1, 2, 3, 4, 5, 6, 7].map((work) => queue.add(work)));
    expect(store.batches).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  test('nothing settles while the database is down, and nothing is lost or reordered', async () => {
    const store = { ...emptyStore(), down: true };
    const queue = queueOver(store);
    let settled = 0;
    const works = [1, 2, 3].map((work) => queue.add(work).then(() => settled++));
    await sleep(250);
    expect(settled).toBe(0);
    store.down = false;
    await Promise.all(works);
    expect(store.batches.flat()).toEqual([1, 2, 3]);
  });

  test('work that the database refuses for its own sake is left out and the rest stored', async () => {
    const store = { ...emptyStore(), poison: new Set([13, 77]) };
    const queue = queueOver(store);
    await Promise.all(Array.from({ length: 100 }, (_, work) => queue.add(work)));
    expect(store.refused.sort((a, b) => a - b)).toEqual([13, 77]);
    expect(store.batches.flat().length).toBe(98);
  });

  test('it says when too much waits', async () => {
    const store = { ...emptyStore(), down: true };
    const queue = queueOver(store, { mostWaiting: 2 });
    const works = [1, 2, 3].map((work) => queue.add(work));
    expect(queue.crowded).toBe(true);
    store.down = false;
    await Promise.all(works);
    expect(queue.crowded).toBe(false);
    expect(queue.weight).toBe(0);
  });

  test('closing waits for what is under way, and not for ever', async () => {
    const store = { ...emptyStore(), down: true };
    const queue = queueOver(store);
    let settled = false;
    void queue.add(1).then(() => {
      settled = true;
    });
    await queue.close(50);
    expect(settled).toBe(false);
  });
});
