import type { Log } from './log.ts';

/** What has been opened, to be closed in the opposite order. A part that fails to close does not keep the others open. */
export class Stopping {
  readonly #steps: { readonly what: string; readonly close: () => Promise<void> | void }[] = [];

  /** Remembers how to close a part that has just been opened. */
  add(what: string, close: () => Promise<void> | void): void {
    this.#steps.push({ what, close });
  }

  async run(log: Log): Promise<void> {
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step.close();
      } catch (error) {
        log.error({ err: error, what: step.what }, 'a part did not close well');
      }
    }
  }
}
