import { joinCrew } from '../../src/crew/join.ts';
import { SoloCrew } from '../../src/crew/solo.ts';
import { type EventedEndpoint, portOfWorker } from '../../src/worker/ports.ts';
import type { ParkBox } from '../park/park1km.ts';
import { measurePlume } from '../plume-moves/measure.ts';
import { measureWind } from '../wind-solve/measure.ts';

interface Request {
  readonly input: { readonly bench?: 'plume'; readonly boxes: readonly ParkBox[]; readonly runs: number };
  readonly ports: readonly EventedEndpoint[];
}

const scope = globalThis as unknown as {
  onmessage: (event: { readonly data: Request }) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = ({ data: { input, ports } }) => {
  const crew = ports.length === 0 ? new SoloCrew() : joinCrew(ports.map((port) => portOfWorker(port)));
  // The members load while this waits.
  const measure = input.bench === 'plume' ? measurePlume : measureWind;
  setTimeout(() => scope.postMessage(measure(crew, input.boxes, input.runs)), 500);
};
