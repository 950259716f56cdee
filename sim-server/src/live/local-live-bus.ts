import type { LiveBus, LiveListener } from './live-bus.ts';

/** The fan-out within one process. */
export function openLocalLiveBus(): LiveBus {
  const listeners = new Set<LiveListener>();
  return {
    publish(site, event) {
      for (const listener of listeners) listener(site, event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      listeners.clear();
    },
  };
}
