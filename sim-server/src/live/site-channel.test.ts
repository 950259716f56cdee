import { describe, expect, test } from 'vitest';
import type { LiveFrame, Sample } from '../contract/index.ts';
import { type LiveReader, mostBehindBytes, mostBehindMs, SiteChannel } from './site-channel.ts';

const sample = (point: string, sourceTime: number, value: number): Sample => ({
  point,
  sourceTime,
  receivedTime: sourceTime,
  value,
  quality: 'good',
});

function reader() {
  const frames: LiveFrame[] = [];
  const state = { waitingBytes: 0, dropped: false };
  const end: LiveReader = {
    get waitingBytes() {
      return state.waitingBytes;
    },
    send: (text) => frames.push(JSON.parse(text) as LiveFrame),
    drop: () => {
      state.dropped = true;
    },
  };
  return { end, frames, state };
}

function channel() {
  const clock = { now: 1_000 };
  const latest: Sample[] = [];
  const made = new SiteChannel({ site: 'park', now: () => clock.now, snapshot: () => ({ latest, alarms: [] }) });
  return { made, clock, latest };
}

describe('the live stream of a site', () => {
  test('begins with a snapshot', () => {
    const { made, latest } = channel();
    latest.push(sample('a', 1, 1));
    const { end, frames } = reader();
    made.add(end);
    expect(frames).toEqual([{ kind: 'snapshot', site: 'park', serverTime: 1_000, latest, alarms: [] }]);
  });

  test('samples leave in batches, the newest by source time of each point', () => {
    const { made } = channel();
    const { end, frames } = reader();
    made.add(end);
    made.take({ kind: 'samples', samples: [sample('a', 1, 1), sample('b', 1, 5)] });
    made.take({ kind: 'samples', samples: [sample('a', 3, 3), sample('a', 2, 2)] });
    expect(frames).toHaveLength(1);
    made.flush();
    made.flush();
    expect(frames.slice(1)).toEqual([
      {
        kind: 'samples',
        serverTime: 1_000,
        samples: [
          ['a', 3, 3, 'good'],
          ['b', 1, 5, 'good'],
        ],
      },
    ]);
  });

  test('changes leave at once', () => {
    const { made } = channel();
    const { end, frames } = reader();
    made.add(end);
    made.take({ kind: 'changed', what: 'reality' });
    expect(frames.at(-1)).toEqual({ kind: 'changed', what: 'reality' });
  });

  test('a slow reader gets nothing more until it has read, then a snapshot; the others are not held up', () => {
    const { made, latest } = channel();
    const slow = reader();
    const quick = reader();
    made.add(slow.end);
    made.add(quick.end);
    slow.state.waitingBytes = mostBehindBytes + 1;
    for (let time = 1; time <= 3; time += 1) {
      made.take({ kind: 'samples', samples: [sample('a', time, time)] });
      made.flush();
    }
    expect(slow.frames).toHaveLength(1);
    expect(quick.frames).toHaveLength(4);
    latest.push(sample('a', 3, 3));
    slow.state.waitingBytes = 0;
    made.flush();
    expect(slow.frames.map(({ kind }) => kind)).toEqual(['snapshot', 'snapshot']);
    made.take({ kind: 'samples', samples: [sample('a', 4, 4)] });
    made.flush();
    expect(slow.frames.at(-1)).toMatchObject({ kind: 'samples' });
  });

  test('a reader that stays behind for long is dropped', () => {
    const { made, clock } = channel();
    const { end, state } = reader();
    made.add(end);
    state.waitingBytes = mostBehindBytes + 1;
    made.take({ kind: 'samples', samples: [sample('a', 1, 1)] });
    made.flush();
    clock.now += mostBehindMs + 1;
    made.flush();
    expect(state.dropped).toBe(true);
    expect(made.empty).toBe(true);
  });
});
