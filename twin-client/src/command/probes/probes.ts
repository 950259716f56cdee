import { create } from 'zustand';

/** A place whose concentration over time is watched. */
export interface Probe {
  /** A, B, C …: what pin, line and row share. */
  readonly letter: string;
  /** The element that was chosen, if one was. */
  readonly element?: string;
  /** ENU metres. */
  readonly at: readonly [number, number];
  readonly heightM: number;
  /** A probe that is not kept moves to the next place that is looked at. */
  readonly kept: boolean;
}

const letters: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F'];
/** More curves than this nobody reads. */
export const mostProbes = letters.length;

interface ProbeStore {
  readonly probes: readonly Probe[];
  /** Whether the curves are on the page. */
  readonly open: boolean;
  /** Looks at a place: the probe that is not kept goes there, else a new one; with all kept, the last one moves. */
  look(place: Pick<Probe, 'element' | 'at' | 'heightM'>): void;
  keep(letter: string, kept: boolean): void;
  raise(letter: string, heightM: number): void;
  remove(letter: string): void;
  show(open: boolean): void;
  clear(): void;
}

export const useProbes = create<ProbeStore>((set) => ({
  probes: [],
  open: false,
  look: (place) =>
    set(({ probes }) => {
      const loose = probes.find(({ kept }) => !kept) ?? (probes.length >= mostProbes ? probes.at(-1) : undefined);
      const letter = loose?.letter ?? letters.find((each) => probes.every((probe) => probe.letter !== each)) ?? 'A';
      const probe: Probe = { ...place, letter, kept: false };
      const rest = probes.filter((each) => each.letter !== letter);
      return { open: true, probes: [...rest, probe].sort((a, b) => (a.letter < b.letter ? -1 : 1)) };
    }),
  keep: (letter, kept) => set(({ probes }) => ({ probes: changed(probes, letter, { kept }) })),
  raise: (letter, heightM) => set(({ probes }) => ({ probes: changed(probes, letter, { heightM }) })),
  remove: (letter) => set(({ probes }) => ({ probes: probes.filter((each) => each.letter !== letter) })),
  show: (open) => set(({ probes }) => (open ? { open } : { open, probes: probes.filter(({ kept }) => kept) })),
  clear: () => set({ probes: [], open: false }),
}));

const changed = (probes: readonly Probe[], letter: string, change: Partial<Probe>): readonly Probe[] =>
  probes.map((each) => (each.letter === letter ? { ...each, ...change } : each));

const colours = {
  dark: ['#2bbdad', '#7fb0ff', '#c39bff', '#ff9cd0', '#e8eaec', '#9fd66d'],
  light: ['#0c8377', '#1f5fd0', '#7a3fd1', '#b8257f', '#3a4148', '#4c7d1c'],
} as const;

/** The colour of a probe: never one of those that say danger. */
export function probeColour(letter: string, theme: 'dark' | 'light'): string {
  const at = Math.max(0, letters.indexOf(letter));
  return colours[theme][at] ?? colours[theme][0];
}
