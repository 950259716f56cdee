import type { LucideIcon } from 'lucide-react';

export type PaletteGroup = 'desk' | 'action' | 'site' | 'alarm' | 'element' | 'point';

/** One thing the palette can find and do. `words` are further names it answers to (both languages, the id). */
export interface PaletteEntry {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly title: string;
  readonly detail?: string;
  readonly words: readonly string[];
  readonly icon: LucideIcon;
  run(): void;
}

/** How well an entry answers a query: 0 is not at all. A beginning beats a word's beginning beats a middle. */
export function matchScore(entry: PaletteEntry, query: string): number {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return 1;
  let best = 0;
  for (const words of [entry.title, ...entry.words]) {
    const text = words.toLowerCase();
    const at = text.indexOf(wanted);
    if (at === 0) best = Math.max(best, text.length === wanted.length ? 5 : 4);
    else if (at > 0) best = Math.max(best, /[\s\-_.·/(（]/.test(text[at - 1] ?? '') ? 3 : 2);
    else if (wanted.includes(' ') && wanted.split(/\s+/).every((part) => text.includes(part))) best = Math.max(best, 1);
  }
  return best;
}

const groupOrder: readonly PaletteGroup[] = ['desk', 'alarm', 'element', 'point', 'site', 'action'];

/** The entries that answer, grouped in a steady order, the best first, at most `limit` of each group. */
export function findEntries(entries: readonly PaletteEntry[], query: string, limit = 8): readonly PaletteEntry[] {
  const scored = entries
    .map((entry) => ({ entry, score: matchScore(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return groupOrder.flatMap((group) =>
    scored
      .filter(({ entry }) => entry.group === group)
      .slice(0, limit)
      .map(({ entry }) => entry),
  );
}
