/** What must be stopped, in the reverse of the order in which it was started. */
export interface Stops {
  add(stop: () => Promise<void>): void;
  /** Stops everything added so far; may be called again for what was added meanwhile. */
  run(): Promise<void>;
  /** Whether stopping has begun. */
  readonly begun: boolean;
}

export function openStops(): Stops {
  const stack: (() => Promise<void>)[] = [];
  let running = Promise.resolve();
  let begun = false;
  const drain = async () => {
    for (let stop = stack.pop(); stop !== undefined; stop = stack.pop()) await stop();
  };
  return {
    add(stop) {
      stack.push(stop);
      if (begun) running = running.then(drain);
    },
    run() {
      begun = true;
      running = running.then(drain);
      return running;
    },
    get begun() {
      return begun;
    },
  };
}
