import type { SentSample } from '../simulated-plant.ts';

/** Samples of one point that travel together, oldest first. */
export interface Parcel {
  point: string;
  samples: SentSample[];
}

/**
 * What waits to be sent, bounded. When it is full, every second sample of the oldest half of the densest queue goes: a
 * long outage leaves the slow points whole and the fast ones thinner, and the newest samples of all.
 */
export class Outbox {
  readonly #capacity: number;
  readonly #queues = new Map<string, SentSample[]>();
  #size = 0;
  #thinned = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** How many samples wait. */
  get size(): number {
    return this.#size;
  }

  /** How many samples were given up for room. */
  get thinned(): number {
    return this.#thinned;
  }

  put(point: string, sample: SentSample): void {
    const queue = this.#queues.get(point);
    if (queue) queue.push(sample);
    else this.#queues.set(point, [sample]);
    this.#size += 1;
    this.#makeRoom();
  }

  /** Points that have samples waiting. */
  get points(): Iterable<string> {
    return this.#queues.keys();
  }

  /** The oldest samples of a point, at most `most`. */
  take(point: string, most: number): Parcel | undefined {
    const queue = this.#queues.get(point);
    if (queue === undefined) return undefined;
    const samples = queue.splice(0, most);
    this.#size -= samples.length;
    if (queue.length === 0) this.#queues.delete(point);
    return { point, samples };
  }

  /** Puts a parcel back that did not arrive; its samples come first again. */
  giveBack({ point, samples }: Parcel): void {
    this.#queues.set(point, [...samples, ...(this.#queues.get(point) ?? [])]);
    this.#size += samples.length;
    this.#makeRoom();
  }

  #makeRoom(): void {
    while (this.#size > this.#capacity) {
      const queue = this.#densest();
      const oldest = Math.max(2, Math.ceil(queue.length / 2));
      const kept = queue.slice(0, oldest).filter((_, index) => index % 2 === 1);
      const removed = Math.min(oldest, queue.length) - kept.length;
      queue.splice(0, oldest, ...kept);
      this.#size -= removed;
      this.#thinned += removed;
    }
  }

  /** The queue whose oldest half has the least time between samples; a queue of one or two is the last to suffer. */
  #densest(): SentSample[] {
    let densest: SentSample[] = [];
    let least = Number.POSITIVE_INFINITY;
    for (const queue of this.#queues.values()) {
      const spacing = spacingMs(queue);
      if (spacing < least || densest.length === 0) {
        densest = queue;
        least = spacing;
      }
    }
    return densest;
  }
}

function spacingMs(queue: readonly SentSample[]): number {
  const oldest = Math.ceil(queue.length / 2);
  const first = queue[0];
  const last = queue[oldest - 1];
  if (first === undefined || last === undefined || oldest < 2) return Number.MAX_VALUE;
  return (last.t - first.t) / (oldest - 1);
}
