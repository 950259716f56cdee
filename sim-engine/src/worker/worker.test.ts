import { MessageChannel as NodeChannel, Worker } from 'node:worker_threads';
import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { runIncident } from '../incident/conductor.ts';
import type { IncidentResult } from '../incident/run.ts';
import { connectEngine } from './connect.ts';
import type { EngineAnswer, EnginePort } from './messages.ts';
import { type ChannelLike, laterBy, portOfWorker } from './ports.ts';
import { serveEngine } from './serve.ts';

const site = chemicalPark;
const leak: Incident = { ...chlorineLeak(site), durationS: 300 };
const long: Incident = { ...leak, durationS: 3600 };

const threads: Worker[] = [];
function thread(): Worker {
  const worker = new Worker(new URL('./engine-thread.testing.ts', import.meta.url));
  threads.push(worker);
  return worker;
}
afterEach(async () => {
  await Promise.all(threads.splice(0).map((worker) => worker.terminate()));
});

/** How a run ends: its incident's id, or the code of its error. */
async function ending(run: Promise<IncidentResult>): Promise<string> {
  try {
    return (await run).incident;
  } catch (error) {
    return String((error as { code?: string }).code);
  }
}

describe('the engine in a thread of its own', () => {
  it('answers with the same bytes as a run on this thread, and tells its progress', async () => {
    const told: number[] = [];
    const engine = connectEngine(portOfWorker(thread()));
    const there = await engine.run(site, leak, { onProgress: (fraction) => told.push(fraction) });
    const here = runIncident({ site, incident: leak });
    expect(there.hash).toBe(here.hash);
    const bytes = ({ fields: [field] }: IncidentResult) =>
      Buffer.from(new Uint8Array(field?.concentration.buffer ?? new ArrayBuffer(0)));
    expect(bytes(there).equals(bytes(here))).toBe(true);
    expect(there.advice).toEqual(here.advice);
    expect(told.length).toBeGreaterThan(10);
  });

  it('stops when its caller gives up, and runs the next incident after that', async () => {
    const engine = connectEngine(portOfWorker(thread()));
    const abort = new AbortController();
    const stopped = engine.run(site, long, { signal: abort.signal, onProgress: () => abort.abort() });
    expect(await ending(stopped)).toBe('UPW_ENGINE_STOPPED');
    expect(await ending(engine.run(site, leak))).toBe(leak.id);
    expect(await ending(engine.run(site, leak, { signal: AbortSignal.abort() }))).toBe('UPW_ENGINE_STOPPED');
  });

  it('makes several runs wait their turn', async () => {
    const engine = connectEngine(portOfWorker(thread()));
    const results = await Promise.all([engine.run(site, leak), engine.run(site, { ...leak, id: 'second' })]);
    expect(results.map(({ incident }) => incident)).toEqual([leak.id, 'second']);
  });

  it('rejects a bad incident with its code and lives on', async () => {
    const engine = connectEngine(portOfWorker(thread()));
    const [release] = leak.releases;
    const bad = { ...leak, releases: [{ ...release, chemical: 'unobtainium' }] } as Incident;
    expect(await ending(engine.run(site, bad))).toBe('UPW_ENGINE_CHEMICAL_UNKNOWN');
    expect(await ending(engine.run(site, { ...leak, durationS: Number.NaN }))).toBe('UPW_SCENARIO_INVALID');
    expect(await ending(engine.run(site, leak))).toBe(leak.id);
  });

  it('rejects what cannot be sent, alone or in the queue, and lives on', async () => {
    const engine = connectEngine(portOfWorker(thread()));
    const live = { ...leak, title: (() => 'a function') as unknown as string };
    const endings = [live, leak, live, leak].map((incident) => ending(engine.run(site, incident)));
    const unsent = 'UPW_ENGINE_MESSAGE_INVALID';
    expect(await Promise.all(endings)).toEqual([unsent, leak.id, unsent, leak.id]);
  });

  it('rejects when its thread is killed, and again for every run after', async () => {
    const worker = thread();
    const engine = connectEngine(portOfWorker(worker));
    const lost = engine.run(site, long, { onProgress: () => void worker.terminate() });
    expect(await ending(lost)).toBe('UPW_ENGINE_WORKER_LOST');
    expect(await ending(engine.run(site, leak))).toBe('UPW_ENGINE_WORKER_LOST');
  });

  it('rejects what waits when its caller closes it', async () => {
    const engine = connectEngine(portOfWorker(thread()));
    const waiting = [engine.run(site, long), engine.run(site, leak)];
    engine.close();
    expect(await Promise.all(waiting.map(ending))).toEqual(['UPW_ENGINE_WORKER_LOST', 'UPW_ENGINE_WORKER_LOST']);
  });
});

/** A port whose messages are handed over by hand: what is sent lands in `answers`. */
function openPort(later?: EnginePort['later']): { answers: EngineAnswer[]; say: (message: unknown) => void } {
  const answers: EngineAnswer[] = [];
  let listen: (message: unknown) => void = () => undefined;
  serveEngine({
    send: (message) => answers.push(message as EngineAnswer),
    onMessage: (to) => {
      listen = to;
    },
    ...(later ? { later } : {}),
  });
  return { answers, say: (message) => listen(message) };
}

describe('the door', () => {
  it('refuses a second run while one is under way', () => {
    const waiting: (() => void)[] = [];
    const { answers, say } = openPort((work) => waiting.push(work));
    say({ kind: 'run', run: 1, site, incident: leak });
    say({ kind: 'run', run: 2, site, incident: leak });
    expect(answers).toEqual([expect.objectContaining({ kind: 'failed', run: 2, code: 'UPW_ENGINE_BUSY' })]);
    say({ kind: 'stop', run: 2 });
    for (let work = waiting.shift(); work; work = waiting.shift()) work();
    expect(answers.at(-1)).toMatchObject({ kind: 'done', run: 1 });
  });

  it('hears a stop between two steps', () => {
    const waiting: (() => void)[] = [];
    const { answers, say } = openPort((work) => waiting.push(work));
    say({ kind: 'run', run: 5, site, incident: leak });
    waiting.shift()?.();
    say({ kind: 'stop', run: 5 });
    waiting.shift()?.();
    expect(answers.at(-1)).toEqual({ kind: 'stopped', run: 5 });
    expect(waiting).toHaveLength(0);
  });

  it('works without a scheduler, to the end in one go', () => {
    const { answers, say } = openPort();
    say({ kind: 'run', run: 0, site, incident: leak });
    expect(answers.at(-1)?.kind).toBe('done');
  });

  it('transfers every array once', async () => {
    const { port1, port2 } = new NodeChannel();
    serveEngine(portOfWorker(port1, laterBy(new NodeChannel() as unknown as ChannelLike)));
    const result = await connectEngine(portOfWorker(port2)).run(site, leak);
    expect(result.fields[0]?.concentration.length).toBeGreaterThan(1000);
    port1.close();
  });

  it('answers whatever arrives with one sentence and a code (seed 20260101)', () => {
    const { answers, say } = openPort();
    const { mast: _, ...rest } = site;
    const bare = { ...rest, elements: [], points: [] };
    const message = fc.oneof(
      fc.anything(),
      fc.record({ kind: fc.constantFrom('run', 'stop', 'go', 7), run: fc.anything(), site: fc.anything() }),
      fc.record({
        kind: fc.constant('run'),
        run: fc.nat(),
        site: fc.constantFrom(bare, { ...bare, extent: undefined }, { ...bare, roughnessM: Number.NaN }),
        incident: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(message, (anything) => {
        answers.length = 0;
        say(anything);
        for (const answer of answers) {
          expect(answer.kind).toBe('failed');
          if (answer.kind !== 'failed') continue;
          expect(answer.code).toMatch(/^UPW_(ENGINE|SCENARIO|SCENE)_/);
          expect(answer.code).not.toBe('UPW_ENGINE_FAILED');
          expect(answer.message.length).toBeGreaterThan(10);
        }
      }),
      { seed: 20260101, numRuns: 400 },
    );
  });

  it('answers every kind of message so, with anything in its fields (seed 20260704)', () => {
    const { answers, say } = openPort();
    const { mast: _, ...rest } = site;
    const bare = { ...rest, elements: [], points: [] };
    const short = { ...leak, durationS: 10, people: [], releases: leak.releases.map(({ element: _e, ...one }) => one) };
    say({ kind: 'run', run: 1, site: bare, incident: short, keep: true });
    expect(answers.at(-1)).toMatchObject({ kind: 'done', run: 1 });
    const odd = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.constantFrom({ toString: 1 }, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e308, '', 'chlorine', 1, 10),
    );
    const place = fc.oneof(odd, fc.array(fc.oneof(odd, fc.double()), { minLength: 3, maxLength: 3 }));
    const question = fc.record(
      {
        kind: fc.oneof(odd, fc.constantFrom('probe', 'slice', 'volume', 'zones')),
        at: place,
        chemical: odd,
        timeS: odd,
        heightM: odd,
      },
      { requiredKeys: ['kind'] },
    );
    const message = fc.oneof(
      fc.record({
        kind: fc.constant('ask'),
        run: fc.oneof(odd, fc.constant(1)),
        ask: fc.oneof(odd, fc.nat()),
        question,
      }),
      fc.record({
        kind: fc.constant('ensemble'),
        run: fc.nat(),
        site: fc.constant(bare),
        incident: fc.oneof(odd, fc.constant(short)),
        members: fc.oneof(odd, fc.constantFrom(0, -1, 1.5, 257, 1e9)),
      }),
      fc.record({ kind: fc.constantFrom('forget', 'stop'), run: fc.oneof(odd, fc.integer({ min: 2 })) }),
      fc.record({ kind: fc.constant('run'), run: odd, site: odd, incident: odd, keep: odd, preview: odd }),
    );
    fc.assert(
      fc.property(message, (anything) => {
        answers.length = 0;
        say(anything);
        const ends = answers.filter(({ kind }) => kind !== 'progress');
        expect(ends.length).toBe(
          ['forget', 'stop'].includes(anything.kind) &&
            Number.isSafeInteger(anything.run) &&
            (anything.run as number) >= 0
            ? 0
            : 1,
        );
        for (const answer of ends) {
          if (answer.kind !== 'failed' && answer.kind !== 'refused') continue;
          expect(answer.code).toMatch(/^UPW_(?!ENGINE_FAILED)/);
          expect(answer.message).not.toMatch(/\n/);
        }
      }),
      { seed: 20_260_704, numRuns: 500 },
    );
    say({ kind: 'run', run: 1, site: bare, incident: short, keep: true });
    answers.length = 0;
    say({ kind: 'ask', run: 1, ask: 9, question: { kind: 'zones', timeS: 10 } });
    expect(answers).toMatchObject([{ kind: 'answer', run: 1, ask: 9 }]);
  }, 30_000);
});
