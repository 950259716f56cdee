import { join } from 'node:path';
import { startEmbeddedPostgres } from '@upwind/sim-server/embedded-postgres';
import { openLog } from './log-file.ts';
import { lastLines } from './part.ts';
import type { Settings } from './settings.ts';
import type { Stops } from './stops.ts';

export interface ProductDatabase {
  readonly url: string;
  /** Resolves, with what to tell, when the embedded PostgreSQL has ended by itself; never for one of the user's own. */
  readonly failed: Promise<string>;
}

/** The PostgreSQL of `DATABASE_URL`, or the embedded one, started. */
export async function openDatabase(
  settings: Settings,
  tell: (line: string) => void,
  stops: Stops,
): Promise<ProductDatabase> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, failed: new Promise(() => {}) };
  tell('Starting PostgreSQL …');
  const log = openLog(join(settings.home, 'logs', 'postgres.log'));
  const postgres = await startEmbeddedPostgres({ dir: join(settings.home, 'postgres'), onLog: log.append });
  stops.add(() => postgres.stop());
  for (const note of postgres.notes) tell(note);

  const failed = postgres.ended.then(
    () => `PostgreSQL ended by itself. Last lines:\n${lastLines(log)}\nStart again: it recovers what was committed.`,
  );
  return { url: postgres.url, failed };
}
