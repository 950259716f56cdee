/** A value is stale after five of its point's periods, and never before five seconds. */
export function staleAfterMs(periodMs: number): number {
  return Math.max(5_000, 5 * periodMs);
}

/** Age is judged against the server's clock, never this machine's. */
export function isStale(sourceTime: number, periodMs: number, serverNow: number): boolean {
  return serverNow - sourceTime > staleAfterMs(periodMs);
}

/**
 * The server's clock as seen from here. A frame arrives some delay after it was stamped, so the largest difference
 * seen is the one with the least delay; it may only sink slowly, for a machine whose own clock drifts or is set.
 */
export class ServerClock {
  #offsetMs: number | undefined;
  #heardAt = 0;

  hear(serverTime: number, localNow: number): void {
    const offset = serverTime - localNow;
    const sinceMs = localNow - this.#heardAt;
    this.#heardAt = localNow;
    const sunk = this.#offsetMs === undefined ? offset : this.#offsetMs - Math.max(0, sinceMs) * 0.01;
    this.#offsetMs = Math.max(offset, sunk);
  }

  now(localNow: number): number {
    return localNow + (this.#offsetMs ?? 0);
  }
}
