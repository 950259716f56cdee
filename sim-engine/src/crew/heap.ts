import type { Block } from './crew.ts';
import { type Memory, pageBytes } from './web-assembly.ts';

type View<A> = new (buffer: ArrayBufferLike, at: number, length: number) => A;

interface Range {
  readonly at: number;
  readonly bytes: number;
}

/** Blocks start on a line of the processor's cache. */
const lineBytes = 64;
/** Kernels take addresses as 32-bit integers. */
const mostBytes = 0x8000_0000 - pageBytes;

/** Hands out the memory after `firstByte`: first fit, neighbours joined again when they are given back. */
export class Heap {
  memory: Memory;
  #end: number;
  #free: Range[] = [];
  readonly #used = new Map<number, Range>();

  constructor(memory: Memory, firstByte: number) {
    this.memory = memory;
    this.#end = firstByte;
  }

  allocate<A extends { fill(value: 0): unknown }>(View: View<A>, length: number, elementBytes: number): Block<A> {
    const bytes = Math.max(1, Math.ceil((length * elementBytes) / lineBytes)) * lineBytes;
    const place = this.#free.findIndex((range) => range.bytes >= bytes);
    const hole = this.#free[place];
    const at = hole?.at ?? this.#end;
    if (hole === undefined) this.#extend(bytes);
    else this.#free.splice(place, 1, ...(hole.bytes > bytes ? [{ at: at + bytes, bytes: hole.bytes - bytes }] : []));
    this.#used.set(at, { at, bytes });
    const block = new HeapBlock(this, View, at, length);
    // Memory that was never handed out is zero already, and takes no room before it is touched.
    if (hole !== undefined) block.array.fill(0);
    return block;
  }

  release(at: number): void {
    const range = this.#used.get(at);
    if (range === undefined) return;
    this.#used.delete(at);
    const sorted = [...this.#free, range].sort((a, b) => a.at - b.at);
    this.#free = [];
    for (const next of sorted) {
      const last = this.#free.at(-1);
      if (last !== undefined && last.at + last.bytes === next.at) {
        this.#free[this.#free.length - 1] = { at: last.at, bytes: last.bytes + next.bytes };
      } else this.#free.push(next);
    }
  }

  #extend(bytes: number): void {
    const needed = this.#end + bytes;
    if (needed > mostBytes) throw new RangeError(`The kernels' memory is full: ${needed} bytes would be needed.`);
    const missing = needed - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / pageBytes));
    this.#end = needed;
  }
}

/** A block whose view follows the memory when it moves. */
class HeapBlock<A> implements Block<A> {
  readonly at: number;
  readonly length: number;
  readonly #heap: Heap;
  readonly #View: View<A>;
  #buffer: ArrayBufferLike;
  #array: A;

  constructor(heap: Heap, View: View<A>, at: number, length: number) {
    this.#heap = heap;
    this.#View = View;
    this.at = at;
    this.length = length;
    this.#buffer = heap.memory.buffer;
    this.#array = new View(this.#buffer, at, length);
  }

  get array(): A {
    const { buffer } = this.#heap.memory;
    if (buffer !== this.#buffer) {
      this.#buffer = buffer;
      this.#array = new this.#View(buffer, this.at, this.length);
    }
    return this.#array;
  }
}
