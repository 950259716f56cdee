import type { Alarm, Sample } from '../contract/index.ts';

/** What happens on a site, as told to every twin that looks at it. */
export type LiveEvent =
  | { readonly kind: 'samples'; readonly samples: readonly Sample[] }
  | { readonly kind: 'alarm'; readonly alarm: Alarm }
  | { readonly kind: 'changed'; readonly what: 'reality' | 'incidents' | 'drills' };

export type LiveListener = (site: string, event: LiveEvent) => void;

/**
 * Fan-out of what is happening, to all servers of a house. Best effort, for eyes only: what must not be lost is in
 * the database. Events of one publisher arrive in the order they were published; a publisher hears its own.
 */
export interface LiveBus {
  /** Never throws and never waits; while a bus between servers is down, listeners of this server still hear. */
  publish(site: string, event: LiveEvent): void;
  /** Hears the events of every site; gives the way to stop hearing. */
  subscribe(listener: LiveListener): () => void;
  close(): Promise<void>;
}
