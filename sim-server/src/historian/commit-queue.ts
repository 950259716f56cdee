import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../errors.ts';

export interface CommitQueueOptions<Work> {
  /** Commits all of these in one transaction, or throws and commits none. */
  readonly commit: (works: readonly Work[]) => Promise<void>;
  /** How heavy a piece of work is, in samples. */
  readonly weigh: (work: Work) => number;
  /** A piece that the database refuses for its own sake: it is left out, the others go on. */
  readonly onRefused: (work: Work, error: unknown) => void;
  /** Most samples in one transaction. */
  readonly mostAtOnce?: number;
  /** Most samples that may wait before `crowded`. */
  readonly mostWaiting?: number;
}

interface Waiting<Work> {
  readonly work: Work;
  readonly settle: () => void;
}

const firstRetryMs = 100;
const longestRetryMs = 2_000;

/**
 * Group commit: while one transaction is under way, all that comes in waits and goes into the next one together. In
 * the order it came; nothing is dropped while the database is down: it is tried again until it answers.
 */
export class CommitQueue<Work> {
  readonly #options: Required<CommitQueueOptions<Work>>;
  #waiting: Waiting<Work>[] = [];
  #weight = 0;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(options: CommitQueueOptions<Work>) {
    this.#options = { mostAtOnce: 5_000, mostWaiting: 200_000, ...options };
  }

  /** Whether so much waits that what nobody acknowledges should be left out. */
  get crowded(): boolean {
    return this.#weight > this.#options.mostWaiting;
  }

  /** Samples that wait. */
  get weight(): number {
    return this.#weight;
  }

  /** Settles when the work is committed, or refused for its own sake. */
  add(work: Work): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ work, settle: resolve });
      this.#weight += this.#options.weigh(work);
      this.#running ??= this.#run();
    });
  }

  /** Waits until all is committed, at most `patienceMs`; then gives up what is left, unacknowledged. */
  async close(patienceMs: number): Promise<void> {
    if (this.#running !== undefined) await Promise.race([this.#running, sleep(patienceMs, undefined, { ref: false })]);
    this.#closed = true;
  }

  async #run(): Promise<void> {
    let retryMs = firstRetryMs;
    // Let all that is in the same read of the socket come in first.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0 && !this.#closed) {
      const batch = this.#take();
      try {
        await this.#options.commit(batch.map(({ work }) => work));
        this.#done(batch);
        retryMs = firstRetryMs;
      } catch (error) {
        if (error instanceof ServerError && error.code === 'UPW_DATABASE_DOWN') {
          this.#waiting = [...batch, ...this.#waiting];
          await sleep(retryMs, undefined, { ref: false });
          retryMs = Math.min(retryMs * 2, longestRetryMs);
        } else {
          await this.#findRefused(batch, error);
        }
      }
    }
    this.#running = undefined;
  }

  /** One piece that cannot be stored must not hold up the rest: halves are tried until it stands alone. */
  async #findRefused(batch: readonly Waiting<Work>[], error: unknown): Promise<void> {
    const [only] = batch;
    if (only !== undefined && batch.length === 1) {
      this.#options.onRefused(only.work, error);
      this.#done(batch);
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
      try {
        await this.#options.commit(half.map(({ work }) => work));
        this.#done(half);
      } catch (reason) {
        if (reason instanceof ServerError && reason.code === 'UPW_DATABASE_DOWN') {
          this.#waiting = [...half, ...this.#waiting];
        } else {
          await this.#findRefused(half, reason);
        }
      }
    }
  }

  #take(): readonly Waiting<Work>[] {
    let weight = 0;
    let count = 0;
    for (const { work } of this.#waiting) {
      weight += this.#options.weigh(work);
      if (count > 0 && weight > this.#options.mostAtOnce) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  #done(batch: readonly Waiting<Work>[]): void {
    for (const { work, settle } of batch) {
      this.#weight -= this.#options.weigh(work);
      settle();
    }
  }
}
