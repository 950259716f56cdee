import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freshDatabase } from './for-tests.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts';

let dir: string;
let running: EmbeddedPostgres[] = [];
const folders = new Set<string>();
beforeAll(() => {
  dir = newFolder();
});
afterEach(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()));
  running = [];
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'upwind-embedded-'));
  folders.add(folder);
  return folder;
}

async function start(options: { readonly port?: number; readonly dir?: string } = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dir, ...options });
  running.push(postgres);
  folders.add(postgres.folder);
  return postgres;
}

async function query(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end().catch(() => {});
  }
}

const emptyTable = ['drop table if exists kept', 'create table kept (n int)'];

test('what was committed is there after a clean stop, on the same port and with the same password', async () => {
  const first = await start();
  await query(first.url, ...emptyTable, 'insert into kept values (7)');
  await first.stop();
  const second = await start();
  expect(second.url).toBe(first.url);
  expect(await query(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
});

test('every acknowledged commit survives kill -9 of the server', async () => {
  const first = await start();
  await query(first.url, ...emptyTable);
  const client = new pg.Client({ connectionString: first.url });
  client.on('error', () => {});
  await client.connect();
  let acknowledged = 0;
  const writing = (async () => {
    for (let n = 0; ; n++) {
      await client.query('insert into kept values ($1)', [n]);
      acknowledged = n + 1;
      if (acknowledged === 200) process.kill(first.pid, 'SIGKILL');
    }
  })().catch(() => {});
  await writing;
  await first.ended;
  await client.end().catch(() => {});
  const second = await start();
  const [row] = await query(second.url, 'select count(*)::int as stored from kept');
  expect(Number(row?.['stored'])).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThanOrEqual(200);
});

test('a server left over from a killed start is stopped before the next one runs on its data', async () => {
  const first = await start();
  await query(first.url, ...emptyTable);
  const second = await start();
  expect(second.notes.join(' ')).toContain('left over');
  expect(await query(second.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
  await first.ended;
});

test('a stale postmaster.pid whose number another program has now does not stop a start', async () => {
  const first = await start();
  await first.stop();
  const file = join(first.folder, 'data', 'postmaster.pid');
  writeFileSync(file, `${process.pid}\n${join(first.folder, 'data')}\n1\n5432\n\n127.0.0.1\n`);
  const second = await start();
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a taken port that was remembered is replaced, one that was asked for is refused by name', async () => {
  const first = await start();
  const port = Number(new URL(first.url).port);
  await first.stop();
  const other = await occupy(port);
  try {
    const second = await start();
    expect(new URL(second.url).port).not.toBe(String(port));
    await second.stop();
    await expect(start({ port })).rejects.toThrow(`UPW_EMBEDDED_PORT_TAKEN: Port ${port}`);
  } finally {
    other.close();
  }
});

test('nobody gets in without the password, which only its owner can read', async () => {
  const postgres = await start();
  const url = new URL(postgres.url);
  url.password = 'wrong';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
  expect(statSync(join(postgres.folder, 'password')).mode & 0o777).toBe(0o600);
});

test('it runs durably, in UTF-8, and the product is no superuser', async () => {
  const { url } = await start();
  const settings = await query(
    url,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('full_page_writes') as pages, current_setting('server_encoding') as encoding,
            current_setting('timezone') as zone, current_setting('is_superuser') as superuser, upper('é') as upper`,
  );
  expect(settings).toEqual([
    { fsync: 'on', commit: 'on', pages: 'on', encoding: 'UTF8', zone: 'UTC', superuser: 'off', upper: 'É' },
  ]);
});

test('an interrupted first start leaves nothing that the next one stumbles over', async () => {
  const fresh = newFolder();
  const unfinished = join(fresh, 'data.unfinished');
  mkdirSync(unfinished);
  writeFileSync(join(unfinished, 'PG_VERSION'), '18\n');
  const postgres = await start({ dir: fresh });
  expect(existsSync(unfinished)).toBe(false);
  expect(readFileSync(join(postgres.folder, 'data', 'PG_VERSION'), 'utf8')).toBe('18\n');
});

test('each test file gets an empty database of its own', async () => {
  const [one, two] = [await freshDatabase(), await freshDatabase()];
  await query(one.url, 'create table mine (n int)');
  await expect(query(two.url, 'select * from mine')).rejects.toThrow('does not exist');
  await one.drop();
  await expect(query(one.url, 'select 1')).rejects.toThrow('does not exist');
  await two.drop();
});

function occupy(port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
