import { laterBy, portOfWorker, serveEngine } from '@upwind/sim-engine';
import { beWatched } from './thread-watch.ts';

const thread = self as unknown as DedicatedWorkerGlobalScope;
serveEngine(portOfWorker(thread, laterBy(new MessageChannel())));
beWatched(thread);
