import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import {
  connectEngine,
  type Engine,
  EngineError,
  type EnsembleResult,
  type IncidentResult,
  portOfWorker,
  type RunOptions,
} from '@upwind/sim-engine';
import { watchThread } from './thread-watch.ts';

/** The engine in its own thread. A thread that died is replaced at the next run: the page stays usable. */
export class EngineThread {
  #worker: Worker | undefined;
  #engine: Engine | undefined;

  /** Runs an incident; rejects with the engine's coded error, also when the thread dies. */
  async run(site: Site, incident: Incident, options: RunOptions): Promise<IncidentResult> {
    try {
      return await this.#connected().run(site, incident, options);
    } catch (error) {
      if (options.signal?.aborted !== true) this.close();
      throw error;
    }
  }

  /** Counts where limits are passed in `members` runs; waits its turn. Only a lost thread is replaced after it. */
  async ensemble(site: Site, incident: Incident, members: number, options: RunOptions): Promise<EnsembleResult> {
    const engine = this.#connected();
    try {
      return await engine.ensemble(site, incident, members, options);
    } catch (error) {
      const lost = error instanceof EngineError && error.code === 'UPW_ENGINE_WORKER_LOST';
      // A run may already have a new thread.
      if (lost && this.#engine === engine) this.close();
      throw error;
    }
  }

  /** Loads the engine before it is needed, so that the first run starts at once. */
  warm(): void {
    this.#connected();
  }

  close(): void {
    this.#engine?.close();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#engine = undefined;
  }

  #connected(): Engine {
    if (this.#engine !== undefined) return this.#engine;
    const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
    this.#worker = worker;
    this.#engine = connectEngine(portOfWorker(worker));
    watchThread(worker, () => {
      worker.dispatchEvent(new ErrorEvent('error', { message: 'the browser ended it' }));
      if (this.#worker === worker) this.close();
    });
    return this.#engine;
  }
}
