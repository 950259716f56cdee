import { type Kernels, plainModule } from '../../kernels/generated/kernels.ts';
import type { Block, Crew, KernelArguments, KernelName } from './crew.ts';
import { Heap } from './heap.ts';
import { heapAt, type Played } from './score.ts';
import { instantiate, newMemory, pageBytes } from './web-assembly.ts';

/** A crew of the calling thread alone; works without shared memory. */
export class SoloCrew implements Crew {
  readonly threads = 1;
  readonly #heap: Heap;
  readonly #kernels: Readonly<Record<KernelName, Played>>;

  /** With `estate`, goes on with a copy of its memory, and its blocks with it. */
  constructor(estate?: Heap) {
    const memory = newMemory(estate === undefined ? heapAt / pageBytes : estate.memory.buffer.byteLength / pageBytes);
    this.#heap = estate ?? new Heap(memory, heapAt);
    if (estate !== undefined) {
      new Uint8Array(memory.buffer).set(new Uint8Array(estate.memory.buffer));
      estate.memory = memory;
    }
    this.#kernels = instantiate(plainModule, memory) as Kernels;
  }

  run<K extends KernelName>(kernel: K, parts: number, ...args: KernelArguments<K>): void {
    const played: Played = this.#kernels[kernel];
    for (let part = 0; part < parts; part += 1) played(part, ...args);
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

  close(): void {}
}
