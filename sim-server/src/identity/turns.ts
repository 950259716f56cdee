/** Lets a few do something costly at a time; the others wait in the order in which they came. */
export class Turns {
  readonly #atOnce: number;
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #under = 0;

  /** `most` may be under way or waiting together. */
  constructor(atOnce: number, most = Number.POSITIVE_INFINITY) {
    this.#atOnce = atOnce;
    this.#most = most;
  }

  get full(): boolean {
    return this.#under + this.#waiting.length >= this.#most;
  }

  /** Settles as the work does, which begins when it is its turn. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#under >= this.#atOnce) await new Promise<void>((begin) => this.#waiting.push(begin));
    else this.#under += 1;
    try {
      return await work();
    } finally {
      // Who waits takes over this turn, so that nobody slips in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#under -= 1;
      else next();
    }
  }
}
