import type { IntakeAnswer } from '../contract/index.ts';
import type { ErrorCode } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Refusal } from './refusal.ts';

const quietMs = 10_000;

interface Count {
  count: number;
  lastMessage: string;
  lastTime: number;
  loggedTime: number;
  loggedCount: number;
}

/** Counts what was refused, by code, and logs each kind at most every ten seconds. */
export class RefusalCount {
  readonly #log: Log;
  readonly #counts = new Map<ErrorCode, Count>();

  constructor(log: Log) {
    this.#log = log;
  }

  add({ code, message }: Refusal, now: number): void {
    const known = this.#counts.get(code);
    const count = known ?? { count: 0, lastMessage: message, lastTime: now, loggedTime: 0, loggedCount: 0 };
    count.count += 1;
    count.lastMessage = message;
    count.lastTime = now;
    if (known === undefined) this.#counts.set(code, count);
    if (now - count.loggedTime >= quietMs) {
      this.#log.warn({ code, refused: count.count - count.loggedCount }, message);
      count.loggedTime = now;
      count.loggedCount = count.count;
    }
  }

  list(): IntakeAnswer['refused'] {
    return [...this.#counts].map(([code, { count, lastMessage, lastTime }]) => ({
      code,
      count,
      lastMessage,
      lastTime,
    }));
  }
}
