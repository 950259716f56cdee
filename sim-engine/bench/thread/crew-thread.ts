import { parentPort } from 'node:worker_threads';
import { serveCrew } from '../../src/crew/serve.ts';
import { portOfWorker } from '../../src/worker/ports.ts';

/** A member of a crew, as the benches start it. */
if (parentPort) serveCrew(portOfWorker(parentPort));
