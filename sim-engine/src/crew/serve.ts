import { sourcesHash } from '../../kernels/generated/kernels.ts';
import {
  awayAt,
  type CrewCall,
  type CrewPort,
  closedAt,
  jobAt,
  mostArguments,
  sharedKernels,
  sleepersAt,
  ticketAt,
} from './score.ts';
import type { Memory } from './web-assembly.ts';

/** Looks for the next job before a member falls asleep: some 100 µs, longer than the lead alone takes between two. */
const looks = 200_000;
/** Asleep for so long, a member goes back to its port, where it may be called or given to another crew. */
const sleepMs = 1_000;

/**
 * Makes the calling thread a member of whatever crew calls at `port` (`joinCrew` at the other end). It must be a Worker
 * or a thread of Node: it computes and sleeps within the message it got, and returns to its port after a second of
 * idleness.
 */
export function serveCrew(port: CrewPort): void {
  let member: (() => void) | undefined;
  port.onMessage((message) => {
    const called = message as Partial<CrewCall>;
    if (called.kind === 'join-crew') {
      const { memory, member: number, kernels } = called;
      // Kernels of other sources would compute something else; the crew does without this thread.
      member = memory && number !== undefined && kernels === sourcesHash ? memberOf(memory, number) : undefined;
    } else if (called.kind !== 'wake') return;
    member?.();
  });
}

/** A member's work: from a call until it has been idle for long, or the crew is closed. */
function memberOf(memory: Memory, number: number): () => void {
  const { concert, played } = sharedKernels(memory);
  const words = new Int32Array(memory.buffer, 0, jobAt(1) / 4 + 64);
  const lists = [0, 1].map((job) => new Float64Array(memory.buffer, jobAt(job) + 8, mostArguments));
  const away = awayAt / 4 + number;
  let last = 0;

  const play = (job: number): void => {
    const at = jobAt(job) / 4;
    const kernel = words[at] ?? 0;
    const parts = words[at + 1] ?? 0;
    const args = [...(lists[job & 1] ?? [])];
    // What was read above belongs to this job if a part of it can still be taken: a later job ends this one first.
    let part = concert.takePart(job, parts);
    if (part < 0) return;
    const run = played[kernel];
    while (part >= 0) {
      run?.(part, ...args);
      concert.finishPart(parts);
      part = concert.takePart(job, parts);
    }
  };

  return () => {
    Atomics.store(words, away, 0);
    for (;;) {
      if (Atomics.load(words, closedAt / 4) !== 0) return;
      if (concert.awaitJob(last, looks) === 0) {
        Atomics.add(words, sleepersAt / 4, 1);
        const woken = Atomics.wait(words, ticketAt / 4 + 1, last, sleepMs);
        Atomics.sub(words, sleepersAt / 4, 1);
        if (woken === 'timed-out') {
          Atomics.store(words, away, 1);
          // The lead looks after it has put a job out: one of the two sees the other.
          if (Atomics.load(words, ticketAt / 4 + 1) === last) return;
          Atomics.store(words, away, 0);
        }
        continue;
      }
      last = Atomics.load(words, ticketAt / 4 + 1);
      play(last);
    }
  };
}
