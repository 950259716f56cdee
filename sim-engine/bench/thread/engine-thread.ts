import { parentPort } from 'node:worker_threads';
import { portOfWorker, serveEngine } from '../../src/index.ts';

/** The engine in a thread of its own, as the bench starts it. */
if (parentPort) serveEngine(portOfWorker(parentPort, setImmediate));
