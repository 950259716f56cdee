import { serveCrew } from '../../src/crew/serve.ts';
import { type EventedEndpoint, portOfWorker } from '../../src/worker/ports.ts';

const scope = globalThis as unknown as { onmessage: (event: { readonly data: EventedEndpoint }) => void };
scope.onmessage = ({ data: port }) => serveCrew(portOfWorker(port));
