import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let second = Math.floor(Date.now() / 1000) * 1000;
let timer: ReturnType<typeof setInterval> | undefined;

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = Math.floor(Date.now() / 1000) * 1000;
    for (const told of listeners) told();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** This machine's time, UTC ms to the second; one timer for the whole page. */
export function useSecond(): number {
  return useSyncExternalStore(listen, () => second);
}
