import { Worker } from 'node:worker_threads';
import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { connectEngine, type Engine, type IncidentResult, portOfWorker } from '@upwind/sim-engine';
import type { Log } from '../log.ts';

/**
 * The server's own engine, for what all share, in a thread of its own: samples and rooms go on while it computes. The
 * thread starts with the first run; one that broke is replaced for the next.
 */
export class EngineThread {
  readonly #log: Log;
  #thread: { readonly worker: Worker; readonly engine: Engine } | undefined;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Runs one after the other. Rejects with an EngineError; after a lost thread the next call starts a new one. */
  run(site: Site, incident: Incident): Promise<IncidentResult> {
    this.#thread ??= this.#start();
    return this.#thread.engine.run(site, incident);
  }

  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.worker.terminate();
  }

  #start(): { readonly worker: Worker; readonly engine: Engine } {
    const worker = new Worker(new URL('./engine-worker.ts', import.meta.url), {
      name: 'upwind-engine',
      // What is soon forgotten is collected early: a forecast then stays at some 400 MB.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const engine = connectEngine(portOfWorker(worker));
    worker.on('error', (error) => this.#log.error({ err: error }, 'the engine broke and will be started anew'));
    worker.on('exit', () => {
      if (this.#thread?.worker === worker) this.#thread = undefined;
    });
    worker.unref();
    return { worker, engine };
  }
}
