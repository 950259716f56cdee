import { type Log, silentLog } from '../log.ts';
import type { LiveBus, LiveListener } from './live-bus.ts';

/** The fan-out within one process. A listener that throws is logged and does not keep the others from hearing. */
export function openLocalLiveBus(log: Log = silentLog): LiveBus {
  const listeners = new Set<LiveListener>();
  return {
    publish(site, event) {
      for (const listener of listeners) {
        try {
          listener(site, event);
        } catch (error) {
          log.error({ err: error, site, kind: event.kind }, 'a listener of the live bus failed');
        }
      }
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
