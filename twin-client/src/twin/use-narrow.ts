import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 860px)');

function listen(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is too narrow for panels beside the scene: they become sheets. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => query.matches);
}
