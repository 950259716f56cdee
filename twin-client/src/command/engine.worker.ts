import { type CrewPort, laterBy, portOfWorker, serveEngine } from '@upwind/sim-engine';
import { beWatched } from './thread-watch.ts';

/** Threads beside the engine's own: the rest of the processor, but no more than help with a park. */
const mostHelpers = 3;

/** The engine's helpers; none where memory cannot be shared, and the engine then computes alone. */
function crewPorts(): CrewPort[] {
  if (!globalThis.crossOriginIsolated) return [];
  const helpers = Math.min(mostHelpers, Math.max(0, navigator.hardwareConcurrency - 1));
  return Array.from({ length: helpers }, () =>
    portOfWorker(new Worker(new URL('./crew.worker.ts', import.meta.url), { type: 'module', name: 'engine crew' })),
  );
}

const thread = self as unknown as DedicatedWorkerGlobalScope;
serveEngine(portOfWorker(thread, laterBy(new MessageChannel())), crewPorts());
beWatched(thread);
