import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../contract/index.ts';
import { eventually } from '../for-tests.ts';
import type { LiveBus, LiveEvent } from './live-bus.ts';

const samples = (value: number): LiveEvent => {
  const sample: Sample = { point: 'a', sourceTime: value, receivedTime: value, value, quality: 'good' };
  return { kind: 'samples', samples: [sample] };
};
const firstValue = (event: LiveEvent) => (event.kind === 'samples' ? event.samples[0]?.value : undefined);

/** What every `LiveBus` promises. `open` opens one more end of the same bus; `ends` is how many there may be. */
export function liveBusContract(name: string, open: () => Promise<LiveBus>, ends: 1 | 2): void {
  describe(`${name} as a live bus`, () => {
    const withBus = async (work: (here: LiveBus, there: LiveBus) => Promise<void>) => {
      const here = await open();
      const there = ends === 2 ? await open() : here;
      try {
        await work(here, there);
      } finally {
        await here.close();
        await there.close();
      }
    };

    test('every listener hears each event once, with its site, in order; the publisher too', () =>
      withBus(async (here, there) => {
        const heard = { here: [] as string[], there: [] as string[] };
        here.subscribe((site, event) => heard.here.push(`${site} ${firstValue(event)}`));
        there.subscribe((site, event) => heard.there.push(`${site} ${firstValue(event)}`));
        for (let n = 0; n < 200; n += 1) here.publish(n % 2 === 0 ? 'park' : 'mine', samples(n));
        const expected = Array.from({ length: 200 }, (_, n) => `${n % 2 === 0 ? 'park' : 'mine'} ${n}`);
        await eventually(() => (heard.there.length >= 200 ? true : undefined));
        await sleep(50);
        expect(heard.there).toEqual(expected);
        expect(heard.here).toEqual(expected);
      }));

    test('listeners of the publishing server hear before publish returns', () =>
      withBus(async (here) => {
        let heard = 0;
        here.subscribe(() => {
          heard += 1;
        });
        here.publish('park', samples(1));
        expect(heard).toBe(1);
      }));

    test('a listener that throws harms neither the publisher nor the other listeners', () =>
      withBus(async (here) => {
        let heard = 0;
        here.subscribe(() => {
          throw new Error('a listener with a fault');
        });
        here.subscribe(() => {
          heard += 1;
        });
        here.publish('park', samples(1));
        expect(heard).toBe(1);
      }));

    test('who has stopped listening hears nothing more', () =>
      withBus(async (here, there) => {
        const heard: number[] = [];
        const stop = there.subscribe((_site, event) => heard.push(firstValue(event) ?? -1));
        here.publish('park', samples(1));
        await eventually(() => (heard.length === 1 ? true : undefined));
        stop();
        here.publish('park', samples(2));
        await sleep(50);
        expect(heard).toEqual([1]);
      }));

    test('events arrive as they were published', () =>
      withBus(async (here, there) => {
        const heard: LiveEvent[] = [];
        there.subscribe((_site, event) => heard.push(event));
        const events: LiveEvent[] = [samples(-0.1), { kind: 'changed', what: 'reality' }];
        for (const event of events) here.publish('园区', event);
        await eventually(() => (heard.length === events.length ? true : undefined));
        expect(heard).toEqual(events);
      }));
  });
}
