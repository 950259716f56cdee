import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Database } from '../../database/database.ts';
import { freshDatabase } from '../../database/embedded/for-tests.ts';
import { openPostgres } from '../../database/postgres.ts';
import { silentLog } from '../../log.ts';
import { startProcess } from '../../process.for-tests.ts';
import { Bot, logIn, openDrillHouse, openRoom, until } from '../for-tests.ts';
import { RoomStore } from './room-store.ts';

interface RoomRow {
  readonly ended_why: string | null;
  readonly attempts: number;
  readonly ticks: number;
  readonly last: string;
}

async function onlyRoom(database: Database): Promise<RoomRow | undefined> {
  const [row] = await database.query<RoomRow>(
    `select ended_why, (select count(*) from drill_attempts) as attempts,
       (select sum(samples) from drill_tracks)::int as ticks,
       (select kind from drill_events order by seq desc limit 1) as last from drill_rooms`,
  );
  return row;
}

test('DR44 a server that stops ends its rooms as interrupted: the recording stays, nobody is judged', {
  timeout: 60_000,
}, async () => {
  const house = await openDrillHouse();
  const trainer = await house.logIn('trainer');
  const bot = await Bot.join(house.server, await house.logIn('trainee1'), await openRoom(trainer));
  bot.room.send('ready');
  await until(() => bot.room.state.timeS > 1, 'a running drill');
  bot.room.reconnection.enabled = false;
  await house.server.running.stop();
  const row = await onlyRoom(house.database);
  expect(row).toMatchObject({ ended_why: 'interrupted', attempts: 0, last: 'ended' });
  expect(row?.ticks).toBeGreaterThan(8);
  await house.close();
});

test('DR30 DR44 a server that is killed has recorded all but the last second; its room is ended later', {
  timeout: 90_000,
}, async () => {
  const fresh = await freshDatabase();
  const home = await mkdtemp(join(tmpdir(), 'upwind-killed-'));
  const server = await startProcess({ DATABASE_URL: fresh.url, UPWIND_HOME: home, UPWIND_DEMO: '1' });
  const database = openPostgres({ url: fresh.url, log: silentLog, connections: 2 });
  try {
    const trainer = await logIn(server.url, 'trainer');
    const bot = await Bot.join(server, await logIn(server.url, 'trainee1'), await openRoom(trainer));
    bot.room.send('ready');
    await until(() => bot.room.state.timeS > 4, 'a running drill');
    bot.room.reconnection.enabled = false;
    server.child.kill('SIGKILL');
    await server.ended;
    const row = await onlyRoom(database);
    expect(row).toMatchObject({ ended_why: null, attempts: 0 });
    // A second, and what a busy machine takes to write it.
    expect(row?.ticks).toBeGreaterThan((bot.room.state.timeS - 2.5) * 10);
    await new RoomStore(database).endSilent(Date.now() + 60_000);
    expect(await onlyRoom(database)).toMatchObject({ ended_why: 'interrupted', attempts: 0 });
  } finally {
    server.child.kill('SIGKILL');
    await database.close();
    await fresh.drop();
    await rm(home, { recursive: true, force: true });
  }
});
