import type { Drill, RuleProfile } from '@upwind/scenarios';
import type { Database } from '../database/database.ts';
import type { Session, SessionEnd } from '../identity/sessions.ts';
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
  /** The log-in behind the session cookie of a request. */
  readonly visitor: (cookieHeader: string | undefined) => Promise<Session | undefined>;
  /** Hears when a log-in ends, or all of a person's, as when an administrator disables them. */
  readonly onSessionEnd: (listener: (end: SessionEnd) => void) => () => void;
  readonly refusals: RefusalCounts;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Milliseconds that never jump: the clock of drill seconds and speeds. */
  readonly elapsedMs: () => number;
}
