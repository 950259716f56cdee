/** How many wrong log-ins are free within a minute, per account and per address (ASVS 5.0, 6.3.1). */
const free = { account: 5, address: 20 } as const;
const windowMs = 60_000;
const firstWaitMs = 15_000;
/** Never a permanent lock: the wait doubles up to this. */
const longestWaitMs = 15 * 60_000;
const most = 10_000;

interface Tally {
  failures: number;
  newest: number;
  waitUntil: number;
}

/** Slows down guessing of passwords. Lives in memory: a restart forgives. */
export class LoginLimit {
  readonly #tallies = new Map<string, Tally>();

  /** Milliseconds that this account from this address has to wait; 0 when it may try. `now` in ms. */
  waitMs(account: string, address: string, now: number): number {
    return Math.max(
      0,
      ...[accountKey(account), addressKey(address)].map((key) => (this.#tallies.get(key)?.waitUntil ?? 0) - now),
    );
  }

  failed(account: string, address: string, now: number): void {
    this.#count(accountKey(account), free.account, now);
    this.#count(addressKey(address), free.address, now);
  }

  /** A right password clears the account, not the address: one valid account must not buy guesses at others. */
  succeeded(account: string): void {
    this.#tallies.delete(accountKey(account));
  }

  #count(key: string, freeFailures: number, now: number): void {
    const known = this.#tallies.get(key);
    const quietMs = known === undefined ? 0 : now - Math.max(known.newest, known.waitUntil);
    const tally = known === undefined || quietMs > windowMs ? { failures: 0, newest: now, waitUntil: 0 } : known;
    tally.failures += 1;
    tally.newest = now;
    const beyond = tally.failures - freeFailures;
    if (beyond >= 0) tally.waitUntil = now + Math.min(firstWaitMs * 2 ** beyond, longestWaitMs);
    this.#tallies.delete(key);
    this.#tallies.set(key, tally);
    // Oldest first: a flood of made-up names must not fill the memory.
    if (this.#tallies.size > most) {
      const [oldest] = this.#tallies.keys();
      if (oldest !== undefined) this.#tallies.delete(oldest);
    }
  }
}

const accountKey = (account: string) => `account ${account.toLowerCase()}`;
const addressKey = (address: string) => `address ${address}`;
