import { availableParallelism } from 'node:os';
import { parentPort, Worker } from 'node:worker_threads';
import { portOfWorker, serveEngine } from '@upwind/sim-engine';

/** The thread in which the server's engine runs; started by `EngineThread`. */
if (parentPort === null) throw new Error('engine-worker.ts is the entry of a worker thread, not a program');

/** Threads beside the engine's own; samples and rooms go on meanwhile, so not the whole processor. */
const mostHelpers = 3;
const helpers = Math.min(mostHelpers, Math.max(0, availableParallelism() - 1));
const crew = Array.from({ length: helpers }, () => {
  const worker = new Worker(new URL('./crew-worker.ts', import.meta.url), {
    name: 'upwind-engine-crew',
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  worker.unref();
  return portOfWorker(worker);
});
serveEngine(portOfWorker(parentPort, setImmediate), crew);
