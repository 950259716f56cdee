import { laterBy, portOfWorker, serveEngine } from '@upwind/sim-engine';

serveEngine(portOfWorker(self as unknown as DedicatedWorkerGlobalScope, laterBy(new MessageChannel())));
