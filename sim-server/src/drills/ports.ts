import type { Drill, RuleProfile } from '@upwind/scenarios';
import type { Person } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import type { EngineThread } from '../incidents/engine-thread.ts';
import type { LiveBus } from '../live/live-bus.ts';
import type { Log } from '../log.ts';
import type { Sites } from '../sites/sites.ts';
import type { RefusalCounts } from './refusals.ts';

/** The drills that can be opened and the regulations they are judged by. */
export interface DrillLibrary {
  readonly drills: readonly Drill[];
  readonly profiles: readonly RuleProfile[];
}

/** What the drills of the server are given. */
export interface DrillPorts {
  readonly log: Log;
  readonly database: Database;
  readonly sites: Sites;
  readonly live: LiveBus;
  readonly engine: EngineThread;
  readonly library: DrillLibrary;
  /** Who is logged in by the session cookie of a request. */
  readonly visitor: (cookieHeader: string | undefined) => Promise<Person | undefined>;
  /** Hears when all sessions of a person are ended, as when an administrator disables them. */
  readonly onPersonEnd: (listener: (person: string) => void) => () => void;
  readonly refusals: RefusalCounts;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Milliseconds that never jump: the clock of drill seconds and speeds. */
  readonly elapsedMs: () => number;
}
