import { parentPort } from 'node:worker_threads';
import { portOfWorker, serveCrew } from '@upwind/sim-engine';

/** A helper of the server's engine; started by `engine-worker.ts`. */
if (parentPort === null) throw new Error('crew-worker.ts is the entry of a worker thread, not a program');
serveCrew(portOfWorker(parentPort));
