import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';

const folder = new URL('./migrations/', import.meta.url);
/** Any constant: all Upwind servers that share a database take the same advisory lock while they migrate. */
const lock = 8_460_001;

export interface Migration {
  /** `NNNN-name`, in order of application. */
  readonly name: string;
  readonly sql: string;
}

/** The migrations of this version, `migrations/NNNN-name.sql`, in order. */
export async function readMigrations(from: URL = folder): Promise<readonly Migration[]> {
  const files = (await readdir(from)).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.sql'.length),
      sql: await readFile(new URL(file, from), 'utf8'),
    })),
  );
}

/**
 * Brings the database to this version: forward only, all in one transaction under an advisory lock, so that several
 * servers may start at once. Throws `UPW_DATABASE_MIGRATION_CHANGED`, `UPW_DATABASE_NEWER`.
 */
export async function migrate(database: Database, migrations: readonly Migration[], log: Log): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock($1)', [lock]);
    await transaction.execute(
      'create table if not exists migrations (name text primary key, hash text not null, applied_time bigint not null)',
    );
    const applied = new Map(
      (await transaction.query<{ name: string; hash: string }>('select name, hash from migrations')).map((row) => [
        row.name,
        row.hash,
      ]),
    );
    for (const migration of migrations) {
      const hash = createHash('sha256').update(migration.sql).digest('hex');
      const known = applied.get(migration.name);
      applied.delete(migration.name);
      if (known === hash) continue;
      if (known !== undefined) {
        throw new ServerError('UPW_DATABASE_MIGRATION_CHANGED', { parameters: { name: migration.name } });
      }
      await transaction.execute(migration.sql);
      await transaction.execute('insert into migrations values ($1, $2, $3)', [migration.name, hash, Date.now()]);
      log.info({ migration: migration.name }, 'migration applied');
    }
    const [unknown] = applied.keys();
    if (unknown !== undefined) throw new ServerError('UPW_DATABASE_NEWER', { parameters: { name: unknown } });
  });
}

/** Waits for a PostgreSQL that is still starting. Throws `UPW_DATABASE_UNREACHABLE` after `patienceMs`. */
export async function awaitDatabase(database: Database, address: string, patienceMs: number): Promise<void> {
  const giveUp = performance.now() + patienceMs;
  for (;;) {
    try {
      await database.query('select 1');
      return;
    } catch (error) {
      const cause = error instanceof ServerError && error.cause instanceof Error ? error.cause : error;
      const waiting = error instanceof ServerError && error.code === 'UPW_DATABASE_DOWN';
      if (!waiting || performance.now() > giveUp) {
        const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
        throw new ServerError('UPW_DATABASE_UNREACHABLE', { parameters: { address, reason }, cause: error });
      }
      await sleep(250);
    }
  }
}
