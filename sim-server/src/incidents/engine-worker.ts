import { parentPort } from 'node:worker_threads';
import { portOfWorker, serveEngine } from '@upwind/sim-engine';

/** The thread in which the server's engine runs; started by `EngineThread`. */
if (parentPort === null) throw new Error('engine-worker.ts is the entry of a worker thread, not a program');
serveEngine(portOfWorker(parentPort, setImmediate));
