import { useEffect } from 'react';
import { create } from 'zustand';
import type { PaletteEntry } from './entries.ts';

interface PaletteStore {
  readonly shown: boolean;
  /** What open pages contribute, by contributor. */
  readonly contributions: ReadonlyMap<string, readonly PaletteEntry[]>;
  show(): void;
  hide(): void;
  contribute(by: string, entries: readonly PaletteEntry[]): void;
  withdraw(by: string): void;
}

export const usePalette = create<PaletteStore>((set) => ({
  shown: false,
  contributions: new Map(),
  show: () => set({ shown: true }),
  hide: () => set({ shown: false }),
  contribute: (by, entries) => set(({ contributions }) => ({ contributions: new Map(contributions).set(by, entries) })),
  withdraw: (by) =>
    set(({ contributions }) => {
      const rest = new Map(contributions);
      rest.delete(by);
      return { contributions: rest };
    }),
}));

/** Lets a page put its own things into the palette while it is open. Give a memoised array. */
export function usePaletteEntries(by: string, entries: readonly PaletteEntry[]): void {
  useEffect(() => {
    const { contribute, withdraw } = usePalette.getState();
    contribute(by, entries);
    return () => withdraw(by);
  }, [by, entries]);
}
