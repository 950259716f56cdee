import { parentPort, Worker, workerData } from 'node:worker_threads';
import { portOfWorker, serveEngine } from '../../src/index.ts';

/** The engine in a thread of its own, with `workerData.threads − 1` helpers, as benches and `simulate` start it. */
const threads = (workerData as { readonly threads?: number } | null)?.threads ?? 1;
const members = Array.from({ length: Math.max(0, threads - 1) }, () => {
  const worker = new Worker(new URL('./crew-thread.ts', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  worker.unref();
  return portOfWorker(worker);
});
if (parentPort) serveEngine(portOfWorker(parentPort, setImmediate), members);
