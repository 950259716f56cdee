import { exit } from 'node:process';
import { parentPort } from 'node:worker_threads';
import { type CrewCall, jobAt, sharedKernels, ticketAt } from './score.ts';

/** A member that takes a part of the first job it sees and ends without computing it, for tests. */
parentPort?.on('message', (call: CrewCall) => {
  if (call.kind !== 'join-crew') return;
  const { concert } = sharedKernels(call.memory);
  const words = new Int32Array(call.memory.buffer);
  const last = Atomics.load(words, ticketAt / 4 + 1);
  for (;;) {
    const job = Atomics.load(words, ticketAt / 4 + 1);
    if (job !== last && concert.takePart(job, words[jobAt(job) / 4 + 1] ?? 0) >= 0) exit();
  }
});
