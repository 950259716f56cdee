import type { Quality } from '@upwind/sim-server/contract';

/** The newest sample of one point, as the page holds it. */
export interface Newest {
  readonly sourceTime: number;
  readonly value: number;
  readonly quality: Quality;
}

/**
 * The newest sample of each point by source time, with listeners per point: a batch of ten thousand points wakes only
 * the few components that show a changed one. Late and repeated samples change nothing.
 */
export class NewestSamples {
  readonly #newest = new Map<string, Newest>();
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #anyListeners = new Set<(changed: ReadonlySet<string>) => void>();
  #changed = new Set<string>();

  get(point: string): Newest | undefined {
    return this.#newest.get(point);
  }

  /** Offers a sample; true when it is newer than what was known. Listeners hear of it at `tell`. */
  offer(point: string, sourceTime: number, value: number, quality: Quality): boolean {
    const known = this.#newest.get(point);
    if (known !== undefined && known.sourceTime >= sourceTime) return false;
    this.#newest.set(point, { sourceTime, value, quality });
    this.#changed.add(point);
    return true;
  }

  /** Tells the listeners of every point that changed since the last call. */
  tell(): void {
    if (this.#changed.size === 0) return;
    const changed = this.#changed;
    this.#changed = new Set();
    for (const point of changed) {
      for (const listener of this.#listeners.get(point) ?? []) listener();
    }
    for (const listener of this.#anyListeners) listener(changed);
  }

  /** Listens to one point; returns the way to stop. */
  listen(point: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(point) ?? new Set();
    this.#listeners.set(point, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(point);
    };
  }

  /** Listens to every batch, with the points that changed in it. */
  listenAny(listener: (changed: ReadonlySet<string>) => void): () => void {
    this.#anyListeners.add(listener);
    return () => this.#anyListeners.delete(listener);
  }
}
