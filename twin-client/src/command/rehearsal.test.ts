import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import {
  EngineError,
  type EnsembleResult,
  type IncidentResult,
  type RunOptions,
  runIncident,
} from '@upwind/sim-engine';
import { afterEach, describe, expect, it, vi } from 'vitest';

const incident = { ...chlorineLeak(chemicalPark), durationS: 120 };
const answer = runIncident({ site: chemicalPark, incident });

/** Browser threads do not exist here: what the thread would do is written down by each test. */
let thread: (options: RunOptions) => Promise<IncidentResult> = async () => answer;
const noBand: EnsembleResult = {
  incident: incident.id,
  members: 32,
  timesS: new Float64Array([0]),
  zones: [],
  spread: { zh: '', en: '' },
};
let members: (options: RunOptions) => Promise<EnsembleResult> = async () => noBand;
vi.mock('./engine-thread.ts', () => ({
  EngineThread: class {
    run(_site: unknown, _incident: unknown, options: RunOptions) {
      return thread(options);
    }
    ensemble(_site: unknown, _incident: unknown, _members: number, options: RunOptions) {
      return members(options);
    }
    warm() {}
    close() {}
  },
}));
const { useRehearsal } = await import('./rehearsal.ts');
const { useBand } = await import('./zones/band.ts');
const { compute, showTime, retry, clear } = useRehearsal.getState();
const now = () => useRehearsal.getState();
afterEach(() => {
  members = async () => noBand;
  clear();
});

describe('a run with two answers', () => {
  it('shows the first as an estimate, and the second takes its place at the moment that is looked at', async () => {
    const seen: unknown[] = [];
    thread = async ({ onPreview }) => {
      onPreview?.({ ...answer, hash: 'first' });
      seen.push(now().outcome?.stage, now().outcome?.result.hash, now().run.kind);
      showTime(33);
      return answer;
    };
    const run = await compute(chemicalPark, incident);
    expect(seen).toEqual(['first-estimate', 'first', 'computing']);
    expect(run).toMatchObject({ stage: 'final', result: { hash: answer.hash } });
    expect(now()).toMatchObject({ timeS: 33, run: { kind: 'idle' } });
  });

  it('bears one number, and the next run another', async () => {
    const numbers = new Set<number | undefined>();
    thread = async ({ onPreview }) => {
      onPreview?.(answer);
      numbers.add(now().outcome?.run);
      return answer;
    };
    numbers.add((await compute(chemicalPark, incident))?.run);
    expect(numbers.size).toBe(1);
    numbers.add((await compute(chemicalPark, incident))?.run);
    expect(numbers.size).toBe(2);
  });

  it('keeps its first answer when the thread dies before the second, says so, and can be tried again', async () => {
    thread = async ({ onPreview }) => {
      onPreview?.(answer);
      throw new EngineError('UPW_ENGINE_WORKER_LOST', 'gone');
    };
    expect(await compute(chemicalPark, incident)).toBeUndefined();
    expect(now()).toMatchObject({
      run: { kind: 'failed', code: 'UPW_ENGINE_WORKER_LOST' },
      outcome: { stage: 'first-estimate' },
    });
    thread = async () => answer;
    expect((await retry())?.stage).toBe('final');
    expect(now().run).toEqual({ kind: 'idle' });
  });
});

describe('the band of a run', () => {
  const kind = () => useBand.getState().band.kind;

  it('is asked for after the final answer, and bears the number of its run', async () => {
    const order: string[] = [];
    thread = async ({ onPreview }) => {
      onPreview?.(answer);
      order.push(kind());
      return answer;
    };
    members = async () => {
      order.push(now().outcome?.stage ?? 'none');
      return noBand;
    };
    const run = await compute(chemicalPark, incident);
    await vi.waitFor(() => expect(kind()).toBe('here'));
    expect(order).toEqual(['none', 'final']);
    expect(useBand.getState().band).toMatchObject({ run: run?.run, result: noBand });
  });

  it('gives way to a new run before that is asked for', async () => {
    const aborted: boolean[] = [];
    let signal: RunOptions['signal'];
    thread = async () => {
      aborted.push(signal?.aborted ?? false);
      return answer;
    };
    members = (options) => {
      signal = options.signal;
      return new Promise(() => undefined);
    };
    await compute(chemicalPark, incident);
    expect(kind()).toBe('computing');
    await compute(chemicalPark, incident);
    expect(aborted).toEqual([false, true]);
    expect(useBand.getState().band).toMatchObject({ kind: 'computing', run: now().outcome?.run });
  });

  it('may fail without harm to the run, and be asked for again', async () => {
    thread = async () => answer;
    members = async () => {
      throw new EngineError('UPW_ENGINE_WORKER_LOST', 'gone');
    };
    await compute(chemicalPark, incident);
    await vi.waitFor(() => expect(kind()).toBe('failed'));
    expect(now()).toMatchObject({ run: { kind: 'idle' }, outcome: { stage: 'final' } });
    members = async () => noBand;
    now().spread();
    await vi.waitFor(() => expect(kind()).toBe('here'));
  });
});
