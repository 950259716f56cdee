import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { Crew } from '../crew/crew.ts';
import { joinCrew } from '../crew/join.ts';
import type { CrewPort } from '../crew/score.ts';
import { EngineError } from '../errors.ts';
import { incidentSteps } from '../incident/conductor.ts';
import { type EnsembleResult, ensembleSteps } from '../incident/ensemble.ts';
import type { IncidentResult } from '../incident/run.ts';
import { buffersOf } from './buffers.ts';
import type { EngineAnswer, EnginePort } from './messages.ts';
import { answerTo } from './questions.ts';
import { type Request, readRequest } from './request.ts';

/** Frames computed between two looks at the messages that wait. */
const framesAtOnce = 4;
/** Results kept for questions; the oldest is forgotten first, so that memory stays bounded. */
const mostKept = 4;

type RunRequest = Extract<Request, { kind: 'run' | 'ensemble' }>;
type Result =
  | { readonly kind: 'done'; readonly result: IncidentResult }
  | { readonly kind: 'band'; readonly result: EnsembleResult };

/** One run on its way: the screening answer first where it was asked for, then the one that counts. */
interface Run {
  readonly request: RunRequest;
  readonly crew: () => Crew;
  stage: 'preview' | 'final';
  steps: Generator<number, Result>;
  stopped: boolean;
}

/**
 * Serves runs on a port: one at a time, a second one is refused with UPW_ENGINE_BUSY. A port that can schedule
 * (`later`) lets messages in between the steps of a run, so that `stop` works; without it a run ends before `stop` is
 * heard. Whatever arrives, an answer goes back and the thread lives on. `members` are ports to threads that serve a crew
 * (`serveCrew`) and help with the resolved model; the bytes do not depend on them.
 */
export function serveEngine(port: EnginePort, members: readonly CrewPort[] = []): void {
  let joined: Crew | undefined;
  const crew = (): Crew => {
    joined ??= joinCrew(members);
    return joined;
  };
  let current: Run | undefined;
  const kept = new Map<number, IncidentResult>();
  const answer = (message: EngineAnswer, transfer: readonly ArrayBuffer[] = []): void => port.send(message, transfer);
  const proceed = (): void => {
    const run = current;
    if (run === undefined) return;
    const last = advance(run, port.later === undefined ? Number.POSITIVE_INFINITY : framesAtOnce, answer);
    if (last === undefined) {
      if (port.later) port.later(proceed);
      else proceed();
      return;
    }
    current = undefined;
    if (last.kind === 'done' && run.request.kind === 'run' && run.request.keep) {
      // What is kept is copied, not transferred.
      kept.set(last.run, last.result);
      for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
      answer(last);
      return;
    }
    answer(last, last.kind === 'done' ? buffersOf(last.result) : []);
  };
  port.onMessage((message) => {
    const request = readRequest(message);
    const { run } = request;
    switch (request.kind) {
      case 'refused':
        answer(request.ask === undefined ? failure(run, request.error) : refused(run, request.ask, request.error));
        return;
      case 'stop':
        if (current?.request.run === run) current.stopped = true;
        return;
      case 'forget':
        kept.delete(run);
        return;
      case 'ask':
        answer(replyTo(kept, request));
        return;
      case 'run':
      case 'ensemble':
        if (current !== undefined) {
          const text = `Run ${current.request.run} is under way on this port; stop it or wait for its end.`;
          answer(failure(run, new EngineError('UPW_ENGINE_BUSY', text)));
          return;
        }
        current = begun(request, crew);
        if (port.later) port.later(proceed);
        else proceed();
    }
  });
}

function begun(request: RunRequest, crew: () => Crew): Run {
  if (request.kind === 'ensemble') return { request, crew, stage: 'final', steps: band(request), stopped: false };
  const { site, incident } = request;
  const preview = request.preview && incident.model === 'resolved';
  const steps = whole(site, incident, crew, preview);
  return { request, crew, stage: preview ? 'preview' : 'final', steps, stopped: false };
}

function* whole(site: Site, incident: Incident, crew: () => Crew, preview = false): Generator<number, Result> {
  return { kind: 'done', result: yield* incidentSteps(site, incident, crew, { preview }) };
}

function* band({ site, incident, members }: Extract<Request, { kind: 'ensemble' }>): Generator<number, Result> {
  return { kind: 'band', result: yield* ensembleSteps(site, incident, members) };
}

/** Goes on with a run for some frames; returns the answer that ends it, if it ended. */
function advance(
  run: Run,
  frames: number,
  answer: (message: EngineAnswer, transfer?: readonly ArrayBuffer[]) => void,
): EngineAnswer | undefined {
  const number = run.request.run;
  try {
    for (let n = 0; n < frames; n += 1) {
      if (run.stopped) {
        // Whatever the run holds of the crew's memory is given back.
        run.steps.return(undefined as never);
        return { kind: 'stopped', run: number };
      }
      const step = run.steps.next();
      if (!step.done) {
        if (run.stage === 'final') answer({ kind: 'progress', run: number, fraction: step.value });
        continue;
      }
      if (run.stage === 'final' || step.value.kind === 'band') return { run: number, ...step.value };
      answer({ kind: 'preview', run: number, result: step.value.result }, buffersOf(step.value.result));
      run.stage = 'final';
      run.steps = whole(run.request.site, run.request.incident, run.crew);
      return undefined;
    }
    return undefined;
  } catch (error) {
    return failure(number, error);
  }
}

function replyTo(
  kept: ReadonlyMap<number, IncidentResult>,
  { run, ask, question }: Extract<Request, { kind: 'ask' }>,
): EngineAnswer {
  try {
    const result = kept.get(run);
    if (result === undefined) {
      const text = `Run ${run} is not kept; run it again with "keep" and ask then.`;
      throw new EngineError('UPW_ENGINE_QUESTION', text);
    }
    return { kind: 'answer', run, ask, value: answerTo(result, question) };
  } catch (error) {
    return refused(run, ask, error);
  }
}

/** An error as an answer; one without a code is the engine's own fault. */
function failure(run: number, error: unknown): EngineAnswer {
  return { kind: 'failed', run, ...worded(error) };
}

function refused(run: number, ask: number, error: unknown): EngineAnswer {
  return { kind: 'refused', run, ask, ...worded(error) };
}

function worded(error: unknown): { readonly code: string; readonly message: string } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { code: code ?? 'UPW_ENGINE_FAILED', message: error instanceof Error ? error.message : String(error) };
}
