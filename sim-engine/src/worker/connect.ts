import { branchIncident, type Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { EngineError, type EngineErrorCode } from '../errors.ts';
import type { EnsembleResult } from '../incident/ensemble.ts';
import type { IncidentResult } from '../incident/run.ts';
import { Asked, type KeptRun } from './kept-run.ts';
import type { EngineAnswer, EnginePort, EngineRequest } from './messages.ts';

/** The part of an AbortSignal that a run needs; the browser's and Node's both fit. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listen: () => void): void;
  removeEventListener(type: 'abort', listen: () => void): void;
}

export interface RunOptions {
  readonly onProgress?: (fraction: number) => void;
  /** Told the screening answer as soon as it is there, where the incident asks for the resolved one. */
  readonly onPreview?: (result: IncidentResult) => void;
  readonly signal?: StopSignal;
}

/** An engine at the other end of a port. */
export interface Engine {
  /**
   * Computes an incident there; runs wait their turn. Rejects with an EngineError (or the code of a schema error):
   * UPW_ENGINE_STOPPED after `signal`, UPW_ENGINE_WORKER_LOST when the thread has ended.
   */
  run(site: Site, incident: Incident, options?: RunOptions): Promise<IncidentResult>;
  /** The same, and the engine keeps the result for questions: for callers who want answers, not megabytes. */
  keep(site: Site, incident: Incident, options?: RunOptions): Promise<KeptRun>;
  /** Counts where limits are passed in `members` runs with other winds and sources; waits its turn like a run. */
  ensemble(site: Site, incident: Incident, members: number, options?: RunOptions): Promise<EnsembleResult>;
  /** For a caller who ends the thread: rejects every run that waits, and all to come, with UPW_ENGINE_WORKER_LOST. */
  close(): void;
}

interface Waiting {
  readonly request: Extract<EngineRequest, { kind: 'run' | 'ensemble' }>;
  readonly options: RunOptions;
  /** Given what the kind of the request promises. */
  readonly resolve: (result: IncidentResult | EnsembleResult) => void;
  readonly reject: (error: EngineError) => void;
}

/** Speaks to `serveEngine` over a port. */
export function connectEngine(port: EnginePort): Engine {
  let lastRun = 0;
  let lost: string | undefined;
  let current: (Waiting & { forget: () => void }) | undefined;
  const queue: Waiting[] = [];
  const asked = new Asked(port);

  const settle = (end: (waiting: Waiting) => void): void => {
    const waiting = current;
    if (waiting === undefined) return;
    current = undefined;
    waiting.forget();
    end(waiting);
    next();
  };
  const stopped = ({ request }: Waiting): EngineError =>
    new EngineError('UPW_ENGINE_STOPPED', `The run of incident "${request.incident.id}" was stopped.`);
  const next = (): void => {
    if (current !== undefined) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    const { request, options } = waiting;
    if (lost !== undefined) {
      waiting.reject(lostError(lost));
      next();
      return;
    }
    if (options.signal?.aborted) {
      waiting.reject(stopped(waiting));
      next();
      return;
    }
    const stop = (): void => port.send({ kind: 'stop', run: request.run }, []);
    options.signal?.addEventListener('abort', stop);
    current = { ...waiting, forget: () => options.signal?.removeEventListener('abort', stop) };
    try {
      port.send(request, []);
    } catch (error) {
      // What is not plain data (a function, a promise) cannot be sent; the next run must not wait for it.
      settle(({ reject }) => reject(unsendable(request.incident.id, error)));
    }
  };

  port.onMessage((message) => {
    const answer = message as EngineAnswer;
    if (answer.kind === 'answer' || answer.kind === 'refused') {
      asked.settle(answer);
      return;
    }
    if (current === undefined || answer.run !== current.request.run) return;
    switch (answer.kind) {
      case 'progress':
        current.options.onProgress?.(answer.fraction);
        return;
      case 'preview':
        current.options.onPreview?.(answer.result);
        return;
      case 'done':
      case 'band':
        settle(({ resolve }) => resolve(answer.result));
        return;
      case 'stopped':
        settle((waiting) => waiting.reject(stopped(waiting)));
        return;
      case 'failed':
        // A schema error keeps the code of its own room.
        settle(({ reject }) => reject(new EngineError(answer.code as EngineErrorCode, answer.message)));
    }
  });
  const lose = (reason: string): void => {
    lost ??= reason;
    settle(({ reject }) => reject(lostError(reason)));
    asked.lose(lostError(reason));
    next();
  };
  port.onLost?.(lose);

  const start = <R extends IncidentResult | EnsembleResult>(
    request: Waiting['request'],
    options: RunOptions,
  ): Promise<R> =>
    new Promise((resolve, reject) => {
      queue.push({ request, options, resolve: (result) => resolve(result as R), reject });
      next();
    });
  const runOf = (site: Site, incident: Incident, options: RunOptions, keep: boolean): Waiting['request'] => {
    lastRun += 1;
    return { kind: 'run', run: lastRun, site, incident, preview: options.onPreview !== undefined, keep };
  };
  const keep: Engine['keep'] = async (site, incident, options = {}) => {
    const request = runOf(site, incident, options, true);
    const result = await start<IncidentResult>(request, options);
    return asked.keptRun(request.run, result, async (atS, change, id, more = {}) =>
      keep(site, branchIncident(incident, atS, change, id), more),
    );
  };
  return {
    run: (site, incident, options = {}) => start(runOf(site, incident, options, false), options),
    keep,
    ensemble: (site, incident, members, options = {}) => {
      lastRun += 1;
      return start({ kind: 'ensemble', run: lastRun, site, incident, members }, options);
    },
    close: () => lose('its caller closed it'),
  };
}

function unsendable(id: string, error: unknown): EngineError {
  const reason = error instanceof Error ? error.message : String(error);
  return new EngineError(
    'UPW_ENGINE_MESSAGE_INVALID',
    `Incident "${id}" or its site cannot be sent to the engine (${reason}); give plain data.`,
  );
}

function lostError(reason: string): EngineError {
  return new EngineError(
    'UPW_ENGINE_WORKER_LOST',
    `The engine's thread has ended (${reason}); start a new one and run again.`,
  );
}
