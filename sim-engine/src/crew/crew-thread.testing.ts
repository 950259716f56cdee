import { parentPort } from 'node:worker_threads';
import { portOfWorker } from '../worker/ports.ts';
import { serveCrew } from './serve.ts';

/** A member of a crew, as tests and benches start it. */
if (parentPort) serveCrew(portOfWorker(parentPort));
