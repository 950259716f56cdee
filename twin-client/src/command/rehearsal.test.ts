import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { EngineError, type IncidentResult, type RunOptions, runIncident } from '@upwind/sim-engine';
import { afterEach, describe, expect, it, vi } from 'vitest';

const incident = { ...chlorineLeak(chemicalPark), durationS: 120 };
const answer = runIncident({ site: chemicalPark, incident });

/** Browser threads do not exist here: what the thread would do is written down by each test. */
let thread: (options: RunOptions) => Promise<IncidentResult> = async () => answer;
vi.mock('./engine-thread.ts', () => ({
  EngineThread: class {
    run(_site: unknown, _incident: unknown, options: RunOptions) {
      return thread(options);
    }
    warm() {}
    close() {}
  },
}));
const { useRehearsal } = await import('./rehearsal.ts');
const { compute, showTime, retry, clear } = useRehearsal.getState();
const now = () => useRehearsal.getState();
afterEach(() => clear());

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
