import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { joinCrew } from '../../src/crew/join.ts';
import { SoloCrew } from '../../src/crew/solo.ts';
import { portOfWorker } from '../../src/worker/ports.ts';
import { readPark } from '../park/park1km.ts';
import { measurePlume } from './measure.ts';

/** A process of its own, for its memory: `in-node.ts <threads> <runs>` prints what it measured. */
const [threads = 1, runs = 1] = process.argv.slice(2).map(Number);
const member = (): Worker => new Worker(new URL('../thread/crew-thread.ts', import.meta.url));
const workers = Array.from({ length: threads - 1 }, member);
const crew = threads === 1 ? new SoloCrew() : joinCrew(workers.map((worker) => portOfWorker(worker)));
await sleep(300);
const measured = measurePlume(crew, readPark(), runs);
const rssMb = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(JSON.stringify({ ...measured, rssMb }));
crew.close();
for (const worker of workers) await worker.terminate();
