import type { Kernels } from '../../kernels/generated/kernels.ts';

export type KernelName = keyof Kernels;

/** What a kernel takes after the number of its part. */
export type KernelArguments<K extends KernelName> =
  Parameters<Kernels[K]> extends [number, ...infer Rest extends readonly number[]] ? Rest : never;

/** A typed array in the crew's memory. */
export interface Block<A> {
  /** Address of the first element, bytes: what kernels are given. */
  readonly at: number;
  readonly length: number;
  /** Its elements. Ask anew after an allocation or a job: where threads share no memory it moves as it grows. */
  readonly array: A;
}

/**
 * Threads that compute one job together, over one memory. A job is a kernel and a number of parts, fixed by the problem
 * and never by the threads; each part is computed once, by whoever is free. What parts add up they write each to its
 * own place, and the caller adds in order: so every bit is the same for any number of threads.
 */
export interface Crew {
  /** With the calling thread; fewer may be at work. */
  readonly threads: number;
  /** Runs `kernel(part, ...args)` for each part 0 … parts − 1 and returns when all are done. Throws {@link CrewLost}. */
  run<K extends KernelName>(kernel: K, parts: number, ...args: KernelArguments<K>): void;
  /** Arrays of zeros. Throws a RangeError where the memory is full. */
  floats(length: number): Block<Float32Array>;
  doubles(length: number): Block<Float64Array>;
  integers(length: number): Block<Int32Array>;
  bytes(length: number): Block<Uint8Array>;
  /** Gives the memory of a block back; the block must not be used any more. */
  release(block: Block<unknown>): void;
  /** Sends the other threads back to their ports, ready for another crew. This crew goes on alone. */
  close(): void;
}

/**
 * A thread of the crew ended within a job. The crew has gone over to a memory of its own with the same contents and
 * goes on alone, but the arrays that the job was writing are undefined: do the work again from what it started with.
 */
export class CrewLost extends Error {
  override readonly name = 'CrewLost';
}
