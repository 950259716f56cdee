import type { WeatherAnswer } from './contract/index.ts';
import type { Database } from './database/database.ts';
import type { Identity } from './identity/identity.ts';
import type { LiveBus } from './live/live-bus.ts';
import type { Log } from './log.ts';
import type { Sites } from './sites/sites.ts';

/** What the folders of the server are given: `export async function <noun>Routes(app, ports)`. */
export interface ServerPorts {
  readonly log: Log;
  readonly database: Database;
  readonly identity: Identity;
  readonly sites: Sites;
  readonly live: LiveBus;
  /** What the mast of a site says now; nothing when it has none or has not spoken. */
  readonly weather: (site: string) => WeatherAnswer | undefined;
}
