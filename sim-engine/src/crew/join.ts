import { sourcesHash } from '../../kernels/generated/kernels.ts';
import { type Block, type Crew, CrewLost, type KernelArguments, type KernelName } from './crew.ts';
import { Heap } from './heap.ts';
import {
  awayAt,
  type CrewCall,
  type CrewPort,
  closedAt,
  doneAt,
  heapAt,
  jobAt,
  mostArguments,
  mostMembers,
  type SharedKernels,
  sharedKernels,
  sleepersAt,
  ticketAt,
} from './score.ts';
import { SoloCrew } from './solo.ts';
import { type Memory, newSharedMemory, pageBytes } from './web-assembly.ts';

/** Looks for the last part before the lead falls asleep: some 10 µs. */
const looks = 20_000;
/** A part takes a millisecond; a thread that shows no progress for this long has ended. */
const defaultPatienceMs = 5_000;
/** Room reserved, not used, in pages: a phone may not give the most. */
const reserves = [32768, 16384, 8192];

/**
 * A crew of the calling thread and of those that serve (`serveCrew`) at the other ends of `ports`. They join when they
 * come; nobody waits for them. Alone where there are no ports, where memory cannot be shared (a page that is not
 * cross-origin isolated) and on a browser's main thread, which must not wait. `patienceMs`: how long a part may take
 * before its thread is taken for dead.
 */
export function joinCrew(ports: readonly CrewPort[], { patienceMs = defaultPatienceMs } = {}): Crew {
  const members = ports.slice(0, mostMembers);
  const memory = members.length === 0 || !mayWait() ? undefined : sharedMemory();
  return memory === undefined ? new SoloCrew() : new JoinedCrew(memory, members, patienceMs);
}

function mayWait(): boolean {
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 1);
    return true;
  } catch {
    return false;
  }
}

function sharedMemory(): Memory | undefined {
  for (const pages of reserves) {
    try {
      return newSharedMemory(heapAt / pageBytes, pages);
    } catch {
      // Try for less.
    }
  }
  return undefined;
}

class JoinedCrew implements Crew {
  readonly #ports: readonly CrewPort[];
  readonly #patienceMs: number;
  readonly #heap: Heap;
  readonly #kernels: SharedKernels;
  readonly #words: Int32Array;
  readonly #ticket: BigInt64Array;
  readonly #jobs: readonly [Float64Array, Float64Array];
  #job = 0;
  #alone: SoloCrew | undefined;

  constructor(memory: Memory, ports: readonly CrewPort[], patienceMs: number) {
    this.#ports = ports;
    this.#patienceMs = patienceMs;
    this.#heap = new Heap(memory, heapAt);
    this.#kernels = sharedKernels(memory);
    this.#words = new Int32Array(memory.buffer, 0, heapAt / 4);
    this.#ticket = new BigInt64Array(memory.buffer, ticketAt, 1);
    this.#jobs = [0, 1].map((job) => new Float64Array(memory.buffer, jobAt(job) + 8, mostArguments)) as never;
    for (const [member, port] of ports.entries()) {
      call(port, { kind: 'join-crew', memory, member, kernels: sourcesHash });
    }
  }

  get threads(): number {
    return this.#alone === undefined ? 1 + this.#ports.length : 1;
  }

  run<K extends KernelName>(kernel: K, parts: number, ...args: KernelArguments<K>): void {
    if (this.#alone !== undefined) {
      this.#alone.run(kernel, parts, ...args);
      return;
    }
    const { concert, played, numberOf } = this.#kernels;
    const number = numberOf(kernel);
    const play = played[number];
    if (play === undefined) throw new RangeError(`There is no kernel "${kernel}".`);
    if (parts <= 1) {
      if (parts === 1) play(0, ...args);
      return;
    }
    const job = this.#publish(number, parts, args);
    let part = concert.takePart(job, parts);
    while (part >= 0) {
      play(part, ...args);
      concert.finishPart(parts);
      part = concert.takePart(job, parts);
    }
    if (concert.awaitParts(parts, looks, this.#patienceMs) === 0) this.#goAlone();
  }

  #publish(kernel: number, parts: number, args: readonly number[]): number {
    this.#job = (this.#job + 1) | 0;
    const job = this.#job;
    const words = this.#words;
    const at = jobAt(job) / 4;
    words[at] = kernel;
    words[at + 1] = parts;
    this.#jobs[job & 1 ? 1 : 0].set(args);
    Atomics.store(words, doneAt / 4, 0);
    Atomics.store(this.#ticket, 0, BigInt(job) << 32n);
    this.#wake();
    return job;
  }

  #wake(): void {
    const words = this.#words;
    if (Atomics.load(words, sleepersAt / 4) > 0) Atomics.notify(words, ticketAt / 4 + 1);
    for (const [member, port] of this.#ports.entries()) {
      const away = awayAt / 4 + member;
      if (Atomics.load(words, away) === 1 && Atomics.exchange(words, away, 0) === 1) call(port, { kind: 'wake' });
    }
  }

  /** A thread took a part and never finished it. It may yet write into the memory it knows, so that is left to it. */
  #goAlone(): never {
    this.close();
    throw new CrewLost('A thread of the crew ended within a job; the rest is computed on one thread.');
  }

  floats(length: number): Block<Float32Array> {
    return this.#heap.allocate(Float32Array, length, 4);
  }

  doubles(length: number): Block<Float64Array> {
    return this.#heap.allocate(Float64Array, length, 8);
  }

  integers(length: number): Block<Int32Array> {
    return this.#heap.allocate(Int32Array, length, 4);
  }

  bytes(length: number): Block<Uint8Array> {
    return this.#heap.allocate(Uint8Array, length, 1);
  }

  release(block: Block<unknown>): void {
    this.#heap.release(block.at);
  }

  close(): void {
    if (this.#alone !== undefined) return;
    this.#alone = new SoloCrew(this.#heap);
    Atomics.store(this.#words, closedAt / 4, 1);
    this.#publish(0, 0, []);
  }
}

function call(port: CrewPort, message: CrewCall): void {
  port.send(message as never, []);
}
