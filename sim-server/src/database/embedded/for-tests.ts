import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import './for-tests.setup.ts';

/** An empty database of one test file's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, connections and all. */
  drop(): Promise<void>;
}

/**
 * Makes an empty database on the test run's PostgreSQL, for integration tests:
 *
 *     const database = await freshDatabase();   // in beforeAll
 *     await database.drop();                    // in afterAll
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = inject('testDatabaseServer');
  const name = `upwind_test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(server, `drop database if exists ${name} with (force)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
