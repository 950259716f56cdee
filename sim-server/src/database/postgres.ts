import pg from 'pg';
import { ServerError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Database, Queryable } from './database.ts';

/** PostgreSQL's type numbers (pg_type.oid) of int8 and numeric, which `pg` would give as text. */
const int8 = 20;
const connectTimeoutMs = 5_000;
const queryTimeoutMs = 15_000;
const contactAgeMs = 2_000;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === int8 && format !== 'binary'
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export interface PostgresOptions {
  readonly url: string;
  readonly log: Log;
  /** Most connections at once. */
  readonly connections?: number;
}

/** Opens a pool; it connects when first used and again after the server was gone. */
export function openPostgres(options: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
    statement_timeout: queryTimeoutMs,
    idle_in_transaction_session_timeout: queryTimeoutMs,
    keepAlive: true,
    application_name: 'upwind',
    types,
  });
  let contactTime = 0;
  let contactGood = false;
  const noteContact = (good: boolean) => {
    if (contactGood !== good && contactTime > 0) {
      if (good) options.log.info({}, 'the database answers again');
      else options.log.warn({}, 'the database does not answer');
    }
    contactGood = good;
    contactTime = performance.now();
  };
  // An idle connection that breaks is not an error of anyone's query: the pool has already dropped it.
  pool.on('error', () => noteContact(false));

  const run = async (client: pg.Pool | pg.PoolClient, text: string, values: readonly unknown[] = []) => {
    try {
      const result = await client.query(text, [...values]);
      noteContact(true);
      return result;
    } catch (error) {
      throw refusal(error, noteContact);
    }
  };
  const queryable = (client: pg.Pool | pg.PoolClient): Queryable => ({
    query: async <R extends object>(text: string, values?: readonly unknown[]) =>
      (await run(client, text, values)).rows as R[],
    execute: async (text, values) => (await run(client, text, values)).rowCount ?? 0,
  });

  return {
    ...queryable(pool),
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw refusal(error, noteContact);
      });
      const onError = () => noteContact(false);
      client.on('error', onError);
      let broken: boolean | Error = false;
      try {
        await run(client, 'begin');
        const result = await work(queryable(client));
        await run(client, 'commit');
        return result;
      } catch (error) {
        // A connection that cannot even roll back must not go back into the pool.
        await client.query('rollback').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.off('error', onError);
        client.release(broken);
      }
    },
    async answers() {
      if (performance.now() - contactTime > contactAgeMs) {
        await run(pool, 'select 1').catch(() => noteContact(false));
      }
      return contactGood;
    },
    close: () => pool.end(),
  };
}

/** SQLSTATE classes that mean "not now" rather than "not so": connection, resources, operator, system. */
const transientClasses = new Set(['08', '53', '57', '58']);
const readOnly = '25006';

function refusal(error: unknown, noteContact: (good: boolean) => void): unknown {
  if (error instanceof ServerError) return error;
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  const answered = code !== undefined && !transientClasses.has(code.slice(0, 2)) && code !== readOnly;
  noteContact(answered);
  return answered ? error : new ServerError('UPW_DATABASE_DOWN', { cause: error });
}

/** The SQLSTATE of a refusal by PostgreSQL, such as `23505` for a value that is taken. */
export const sqlState = (error: unknown): string | undefined =>
  error instanceof pg.DatabaseError ? error.code : undefined;

/** SQLSTATE unique_violation. */
export const uniqueViolation = '23505';
