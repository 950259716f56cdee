import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../log.ts';
import type { Database } from './database.ts';
import { type FreshDatabase, freshDatabase } from './embedded/for-tests.ts';
import { freePort } from './embedded/index.ts';
import { awaitDatabase, migrate, readMigrations } from './migrations.ts';
import { openPostgres, sqlState, uniqueViolation } from './postgres.ts';

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  database = openPostgres({ url: fresh.url, log: silentLog });
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const one = { name: '0001-one', sql: 'create table one (n bigint primary key)' };
const two = { name: '0002-two', sql: 'create table two (n integer); insert into two values (2)' };

describe('migrations', () => {
  test('are applied once, though several servers start at the same moment', async () => {
    await Promise.all([1, 2, 3, 4].map(() => migrate(database, [one, two], silentLog)));
    expect(await database.query('select n from two')).toEqual([{ n: 2 }]);
  });

  test('one that fails leaves nothing behind', async () => {
    const broken = { name: '0003-broken', sql: 'create table three (n integer); select nonsense' };
    await expect(migrate(database, [one, two, broken], silentLog)).rejects.toThrow(/nonsense/);
    await expect(database.query('select * from three')).rejects.toThrow(/does not exist/);
  });

  test('one that was changed after it had been applied stops the start', async () => {
    const changed = { ...two, sql: `${two.sql} ` };
    await expect(migrate(database, [one, changed], silentLog)).rejects.toThrow(
      'The migration 0002-two was changed after this database had applied it.',
    );
  });

  test('a database of a newer version stops the start', async () => {
    await expect(migrate(database, [one], silentLog)).rejects.toMatchObject({ code: 'UPW_DATABASE_NEWER' });
  });

  test('those of this version are in order and apply to an empty database', async () => {
    const migrations = await readMigrations();
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    const empty = await freshDatabase();
    const other = openPostgres({ url: empty.url, log: silentLog });
    await migrate(other, migrations, silentLog);
    await other.close();
    await empty.drop();
  });
});

describe('the database', () => {
  test('gives 64-bit numbers as numbers', async () => {
    expect(await database.query('select 1790000000000::bigint as ms, count(*) as n from two')).toEqual([
      { ms: 1_790_000_000_000, n: 1 },
    ]);
  });

  test('a transaction that throws leaves nothing behind and gives its connection back', async () => {
    for (let i = 0; i < 30; i += 1) {
      await expect(
        database.transaction(async (transaction) => {
          await transaction.execute('insert into one values (1)');
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
    }
    expect(await database.query('select * from one')).toEqual([]);
  });

  test('tells a refusal of its own from not answering', async () => {
    await database.execute('insert into one values (7)');
    const taken = await database.execute('insert into one values (7)').catch((error: unknown) => sqlState(error));
    expect(taken).toBe(uniqueViolation);
    const nobody = openPostgres({ url: `postgres://x@127.0.0.1:${await freePort()}/x`, log: silentLog });
    await expect(nobody.query('select 1')).rejects.toMatchObject({ code: 'UPW_DATABASE_DOWN' });
    expect(await nobody.answers()).toBe(false);
    await expect(awaitDatabase(nobody, '127.0.0.1:1/x', 300)).rejects.toThrow(
      /^No PostgreSQL answers at 127.0.0.1:1\/x: .*ECONNREFUSED.*\. Start it or correct DATABASE_URL\.$/,
    );
    await nobody.close();
  });

  test('a connection that the server ends is replaced', async () => {
    const other = openPostgres({ url: fresh.url, log: silentLog, connections: 2 });
    await other.query('select 1');
    await database.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await other.query('select 1').catch(() => undefined);
    expect(await other.query('select 1 as one')).toEqual([{ one: 1 }]);
    await other.close();
  });
});
