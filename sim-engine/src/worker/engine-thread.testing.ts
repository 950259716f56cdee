import { parentPort } from 'node:worker_threads';
import { portOfWorker } from './ports.ts';
import { serveEngine } from './serve.ts';

/** The engine in a Node thread, as the tests of the door start it. */
if (parentPort) serveEngine(portOfWorker(parentPort, setImmediate));
