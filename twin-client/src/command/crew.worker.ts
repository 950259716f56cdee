import { portOfWorker, serveCrew } from '@upwind/sim-engine';

serveCrew(portOfWorker(self as unknown as DedicatedWorkerGlobalScope));
