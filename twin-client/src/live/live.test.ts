import { expect, test } from 'vitest';
import { NewestSamples } from './newest.ts';
import { backoffMs, type Connection, LiveSocket, readFrame } from './socket.ts';
import { isStale, ServerClock, staleAfterMs } from './staleness.ts';

test('only the newest by source time is kept, however late the others come', () => {
  const newest = new NewestSamples();
  expect(newest.offer('P', 2000, 5, 'good')).toBe(true);
  expect(newest.offer('P', 1000, 9, 'good')).toBe(false);
  expect(newest.offer('P', 2000, 9, 'good')).toBe(false);
  expect(newest.get('P')?.value).toBe(5);
});

test('a batch wakes the listeners of the points that changed, once each, and no others', () => {
  const newest = new NewestSamples();
  const woken: string[] = [];
  newest.listen('A', () => woken.push('A'));
  newest.listen('B', () => woken.push('B'));
  newest.offer('A', 1, 1, 'good');
  newest.offer('A', 2, 2, 'good');
  newest.tell();
  newest.tell();
  expect(woken).toEqual(['A']);
});

test('a listener that has left is not woken', () => {
  const newest = new NewestSamples();
  let woken = 0;
  const leave = newest.listen('A', () => {
    woken += 1;
  });
  leave();
  newest.offer('A', 1, 1, 'good');
  newest.tell();
  expect(woken).toBe(0);
});

test('stale after five periods, never before five seconds, by the server’s clock', () => {
  expect(staleAfterMs(100)).toBe(5000);
  expect(staleAfterMs(10_000)).toBe(50_000);
  expect(isStale(0, 100, 5000)).toBe(false);
  expect(isStale(0, 100, 5001)).toBe(true);
});

test('the server’s clock is taken from the frame with the least delay', () => {
  const clock = new ServerClock();
  clock.hear(10_000, 4_000);
  clock.hear(10_900, 5_400);
  expect(clock.now(6_000)).toBeGreaterThan(11_900);
  expect(clock.now(6_000)).toBeLessThanOrEqual(12_000);
});

test('waits between tries double up to ten seconds', () => {
  expect([0, 1, 2, 3, 4, 5, 6, 20].map((tries) => backoffMs(tries, 0))).toEqual([
    500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000,
  ]);
  expect(backoffMs(0, 1)).toBe(650);
});

test('frames of a kind this page does not know are left alone', () => {
  expect(readFrame('{"kind":"weather-radar"}')).toBeUndefined();
  expect(readFrame('not json')).toBeUndefined();
  expect(readFrame('{"kind":"changed","what":"reality"}')).toEqual({ kind: 'changed', what: 'reality' });
});

test('a lost stream says since when, then that it is off-line, keeps trying, and is live again at the next snapshot', () => {
  const said: Connection['kind'][] = [];
  const waits: { ms: number; then: () => void }[] = [];
  const sockets: FakeSocket[] = [];
  let now = 0;
  let doubts = 0;
  const socket = new LiveSocket(
    'ws://test',
    {
      onFrame: () => undefined,
      onConnection: ({ kind }) => said.push(kind),
      onDoubt: () => {
        doubts += 1;
      },
    },
    {
      open: () => {
        const made = new FakeSocket();
        sockets.push(made);
        return made as unknown as WebSocket;
      },
      now: () => now,
      chance: () => 0,
      wait: (ms, then) => {
        const entry = { ms, then };
        waits.push(entry);
        return () => void waits.splice(waits.indexOf(entry) >>> 0, 1);
      },
    },
  );
  const snapshot = JSON.stringify({ kind: 'snapshot', site: 's', serverTime: 1, latest: [], alarms: [] });
  sockets[0]?.fire('message', { data: snapshot });
  now = 100;
  sockets[0]?.fire('close', { code: 1006 });
  expect(said).toEqual(['live', 'reconnecting']);
  waits.find(({ ms }) => ms === 20_000)?.then();
  expect(said.at(-1)).toBe('offline');
  waits.find(({ ms }) => ms === 500)?.then();
  sockets[1]?.fire('close', { code: 1006 });
  expect(doubts).toBe(1);
  waits.find(({ ms }) => ms === 1000)?.then();
  sockets[2]?.fire('message', { data: snapshot });
  expect(said.at(-1)).toBe('live');
  socket.close();
  sockets[2]?.fire('close', { code: 4401 });
  expect(said.at(-1)).toBe('live');
});

class FakeSocket {
  readonly #listeners = new Map<string, (event: unknown) => void>();
  addEventListener(name: string, listener: (event: unknown) => void): void {
    this.#listeners.set(name, listener);
  }
  fire(name: string, event: unknown): void {
    this.#listeners.get(name)?.(event);
  }
  close(): void {}
}
