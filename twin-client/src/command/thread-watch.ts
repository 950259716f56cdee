/** What the engine's thread says once it can be watched; the engine's own messages have other kinds. */
interface Watchable {
  readonly kind: 'watchable';
  readonly lock: string;
}

const isWatchable = (message: unknown): message is Watchable =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'watchable';

/**
 * In the thread: holds a lock of its own for as long as it lives. A browser tells nobody when a thread is gone (killed
 * for its memory, closed by an extension), but it frees its locks. Without the Web Locks API, which only a secure page
 * has, nothing is promised.
 */
export function beWatched(thread: DedicatedWorkerGlobalScope): void {
  if (!('locks' in navigator)) return;
  const lock = `upwind-engine-${crypto.randomUUID()}`;
  void navigator.locks.request(lock, () => {
    thread.postMessage({ kind: 'watchable', lock } satisfies Watchable);
    return new Promise<never>(() => undefined);
  });
}

/** On the page: tells once when the thread is gone. */
export function watchThread(worker: Worker, gone: () => void): void {
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isWatchable(data)) return;
    void navigator.locks.request(data.lock, () => gone());
  });
}
