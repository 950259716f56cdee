import { EngineError } from '../errors.ts';
import { incidentSteps } from '../incident/conductor.ts';
import type { IncidentResult } from '../incident/run.ts';
import type { EngineAnswer, EnginePort } from './messages.ts';
import { readRequest } from './request.ts';

/** Frames computed between two looks at the messages that wait. */
const framesAtOnce = 4;

interface Run {
  readonly run: number;
  readonly steps: Generator<number, IncidentResult>;
  stopped: boolean;
}

/**
 * Serves runs on a port: one at a time, a second one is refused with UPW_ENGINE_BUSY. A port that can schedule
 * (`later`) lets messages in between the steps of a run, so that `stop` works; without it a run ends before `stop` is
 * heard. Whatever arrives, an answer goes back and the thread lives on.
 */
export function serveEngine(port: EnginePort): void {
  let current: Run | undefined;
  const answer = (message: EngineAnswer, transfer: readonly ArrayBuffer[] = []): void => port.send(message, transfer);
  const proceed = (): void => {
    const run = current;
    if (run === undefined) return;
    const last = advance(run, port.later === undefined ? Number.POSITIVE_INFINITY : framesAtOnce, answer);
    if (last === undefined) {
      port.later?.(proceed);
      return;
    }
    current = undefined;
    answer(last, last.kind === 'done' ? buffersOf(last.result) : []);
  };
  port.onMessage((message) => {
    const request = readRequest(message);
    if (request.kind === 'refused') {
      answer(failure(request.run, request.error));
      return;
    }
    const { run } = request;
    if (request.kind === 'stop') {
      if (current?.run === run) current.stopped = true;
      return;
    }
    if (current !== undefined) {
      const text = `Run ${current.run} is under way on this port; stop it or wait for its end.`;
      answer(failure(run, new EngineError('UPW_ENGINE_BUSY', text)));
      return;
    }
    current = { run, steps: incidentSteps(request.site, request.incident), stopped: false };
    if (port.later) port.later(proceed);
    else proceed();
  });
}

/** Goes on with a run for some frames; returns the answer that ends it, if it ended. */
function advance(run: Run, frames: number, answer: (message: EngineAnswer) => void): EngineAnswer | undefined {
  try {
    for (let n = 0; n < frames; n += 1) {
      if (run.stopped) return { kind: 'stopped', run: run.run };
      const step = run.steps.next();
      if (step.done) return { kind: 'done', run: run.run, result: step.value };
      answer({ kind: 'progress', run: run.run, fraction: step.value });
    }
    return undefined;
  } catch (error) {
    return failure(run.run, error);
  }
}

/** An error as an answer; one without a code is the engine's own fault. */
function failure(run: number, error: unknown): EngineAnswer {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'failed', run, code: code ?? 'UPW_ENGINE_FAILED', message };
}

/** The array buffers of a result, each once, for transfer instead of copy. */
export function buffersOf(result: IncidentResult): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const field of result.fields) {
    for (const array of [field.timesS, field.concentration, field.toxicLoad, field.releasedKg, field.rateKgPerS]) {
      buffers.add(array.buffer);
    }
  }
  return [...buffers];
}
