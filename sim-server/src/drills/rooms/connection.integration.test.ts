import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Attempt, AttemptRow, DrillRoomSummary, DrillState } from '../../contract/index.ts';
import { Bot, type DrillHouse, openDrillHouse, openRoom, sdkOf, until, type Visitor } from '../for-tests.ts';

let house: DrillHouse;
let trainer: Visitor;
let first: Visitor;
let second: Visitor;
let code: string;
let one: Bot;

beforeAll(async () => {
  house = await openDrillHouse();
  trainer = await house.logIn('trainer');
  first = await house.logIn('trainee1');
  second = await house.logIn('trainee2');
});
afterAll(() => house.close());

beforeEach(async () => {
  code = await openRoom(trainer);
  one = await Bot.join(house.server, first, code);
  return async () => {
    await trainer.post(`/api/drill-rooms/${code}/end`);
    // Of a connection that is gone `leave` would wait for ever.
    if (one.room.connection.isOpen) await one.room.leave();
  };
});

async function start(): Promise<void> {
  await until(async () => (await trainer.post(`/api/drill-rooms/${code}/start`)).status === 204, 'the start');
  await until(() => one.room.state.phase === 'running');
}

/** The connection breaks as in a lift; the SDK would come back by itself. */
function breakOff(bot: Bot): void {
  bot.room.reconnection.enabled = false;
  bot.room.connection.close(4010);
}

async function attemptsIn(room: string): Promise<Attempt[]> {
  const { body } = await trainer.get('/api/attempts');
  const rows = (body as AttemptRow[]).filter((row) => row.room === room);
  return Promise.all(rows.map(async ({ id }) => (await trainer.get(`/api/attempts/${id}`)).body as Attempt));
}

describe('a connection that breaks', () => {
  test('DR9 keeps its seat, stands where it stood, and goes on after coming back', { timeout: 30_000 }, async () => {
    const two = await Bot.join(house.server, second, code);
    await start();
    two.stand([two.place[0] + 2, two.place[1]]);
    await until(() => one.room.state.trainees.get(two.room.sessionId)?.head.x === Math.fround(two.place[0]));
    const { reconnectionToken: token, sessionId } = two.room;
    breakOff(two);
    await until(() => one.room.state.trainees.get(sessionId)?.connected === false, 'the break to be seen');
    await sleep(1500);
    const back = await sdkOf(house.server, second).reconnect<DrillState>(token);
    expect(back.sessionId).toBe(sessionId);
    await until(() => one.room.state.trainees.get(sessionId)?.connected === true, 'the return to be seen');
    const again = new Bot(back, 1);
    expect(again.place[0]).toBeCloseTo(two.place[0], 3);
    again.stand([again.place[0] + 1, again.place[1]]);
    await until(() => one.room.state.trainees.get(sessionId)?.head.x === Math.fround(again.place[0]), 'walking on');
    // The same token again, and somebody's invention: neither opens anything.
    await expect(sdkOf(house.server, first).reconnect(token)).rejects.toThrow();
    await expect(sdkOf(house.server, first).reconnect(`${back.roomId}:guess`)).rejects.toThrow();
    await back.leave();
  });

  test('DR9 a fresh page without its token comes back by a new ticket', { timeout: 30_000 }, async () => {
    await start();
    one.stand([one.place[0] + 2, one.place[1]]);
    await until(() => one.shown?.head.x === Math.fround(one.place[0]));
    breakOff(one);
    const fresh = await Bot.join(house.server, first, code);
    expect(fresh.room.state.trainees.size).toBe(1);
    expect(fresh.place[0]).toBeCloseTo(one.place[0], 3);
    expect(fresh.shown?.connected).toBe(true);
    await fresh.room.leave();
  });
});

describe('leaving and coming late', () => {
  test('DR4 before the start the seat is free again', async () => {
    const two = await Bot.join(house.server, second, code);
    await until(() => one.room.state.trainees.size === 2);
    await two.room.leave();
    await until(() => one.room.state.trainees.size === 1, 'the seat to be free');
    const listed = (await trainer.get(`/api/drill-rooms/${code}`)).body as DrillRoomSummary;
    expect(listed.trainees.map(({ person }) => person)).toEqual([first.id]);
  });

  test('DR7 DR8 who leaves has left, who comes late is in; the drill ends when nobody is left in it', {
    timeout: 30_000,
  }, async () => {
    await start();
    const late = await Bot.join(house.server, second, code);
    expect(late.room.state.phase).toBe('running');
    expect(late.shown?.status).toBe('active');
    await until(() => late.meter.length > 1, 'a meter of their own');
    const room = one.room.roomId;
    await one.room.leave();
    await until(() => [...late.room.state.trainees.values()].some(({ status }) => status === 'left'), 'the leaving');
    expect(await first.post(`/api/drill-rooms/${code}/ticket`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_DRILL_ROOM_LEFT' } },
    });
    await late.room.leave();
    await until(async () => (await attemptsIn(room)).length === 2, 'the attempts');
    const attempts = await attemptsIn(room);
    for (const { faults, verdict } of attempts) {
      expect(verdict).toBe('fail');
      expect(faults.find(({ id }) => id === 'leaves')?.outcome).toBe('committed');
    }
    const startOf = (trainee: string) => attempts.find((attempt) => attempt.trainee === trainee)?.startedTime ?? 0;
    expect(startOf(second.id)).toBeGreaterThan(startOf(first.id));
  });

  test('DR3 who logs out is out, and only there', { timeout: 30_000 }, async () => {
    const visitor = await house.logIn('trainee2');
    await house.logIn('trainee2');
    await Bot.join(house.server, visitor, code);
    await until(() => one.room.state.trainees.size === 2);
    const out = (cookie: string) =>
      fetch(new URL('/api/session', house.server.url), {
        method: 'DELETE',
        headers: { cookie, origin: house.server.url },
      });
    expect((await out((await house.logIn('trainee2')).cookie)).status).toBe(204);
    await sleep(300);
    expect(one.room.state.trainees.size).toBe(2);
    expect((await out(visitor.cookie)).status).toBe(204);
    await until(() => one.room.state.trainees.size === 1, 'the seat to be free');
  });

  test('DR3 whose account is disabled is out', { timeout: 30_000 }, async () => {
    const administrator = await house.logIn('admin');
    const person = { name: 'visitor', displayName: 'V', role: 'trainee', password: 'upwind-demo' };
    const added = (await administrator.post('/api/people', person)).body as { id: string };
    const visitor = await house.logIn('visitor');
    await Bot.join(house.server, visitor, code);
    await until(() => one.room.state.trainees.size === 2);
    const patched = await administrator.patch(`/api/people/${added.id}`, { disabled: true });
    expect(patched.status).toBe(200);
    await until(() => one.room.state.trainees.size === 1, 'the seat to be free');
  });
});

describe('the journal', () => {
  test('DR30 is in the database within about a second, while the drill runs', { timeout: 30_000 }, async () => {
    await start();
    await until(async () => {
      const [row] = await house.database.query<{ last: number | null; events: number }>(
        `select max(from_tick + samples) as last, (select count(*) from drill_events where room = $1) as events
         from drill_tracks where room = $1`,
        [one.room.roomId],
      );
      return (row?.last ?? 0) > 10 && (row?.events ?? 0) > 4;
    }, 'the recording');
    expect(one.room.state.phase).toBe('running');
  });

  test('DR30 waits for a database that does not take it, and loses nothing', { timeout: 60_000 }, async () => {
    await start();
    await house.database.execute('alter table drill_tracks rename to drill_tracks_away');
    await sleep(2500);
    await trainer.post(`/api/drill-rooms/${code}/end`);
    await sleep(300);
    await house.database.execute('alter table drill_tracks_away rename to drill_tracks');
    await until(() => one.result !== undefined, 'the result', 20_000);
    await until(async () => {
      const [row] = await house.database.query<{ ticks: number; facts: number }>(
        `select (select sum(samples) from drill_tracks t where t.room = a.room) as ticks,
           jsonb_array_length(a.facts->'track') as facts from drill_attempts a where a.room = $1`,
        [one.room.roomId],
      );
      return row !== undefined && row.ticks === row.facts && row.facts > 20;
    }, 'the whole track');
  });
});
