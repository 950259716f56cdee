import { Worker } from 'node:worker_threads';
import { connectEngine } from '../../src/worker/connect.ts';
import { portOfWorker } from '../../src/worker/ports.ts';
import { readPark } from '../park/park1km.ts';
import { measureForecast } from './measure.ts';

/** A process of its own, for its memory: `in-node.ts <threads> <runs>` prints what it measured. */
const [threads = 1, runs = 1] = process.argv.slice(2).map(Number);
const worker = new Worker(new URL('../thread/engine-thread.ts', import.meta.url), {
  workerData: { threads },
  // As the server starts its engine.
  resourceLimits: { maxYoungGenerationSizeMb: 8 },
});
const measured = await measureForecast(connectEngine(portOfWorker(worker)), readPark(), runs);
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...measured, rssMb }));
await worker.terminate();
