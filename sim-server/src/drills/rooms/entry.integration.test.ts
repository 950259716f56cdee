import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrillRoomSummary, DrillState } from '../../contract/index.ts';
import { Bot, type DrillHouse, openDrillHouse, openRoom, sdkOf, ticketFor, until, type Visitor } from '../for-tests.ts';
import { TICKET_LIFE_MS, Tickets } from '../tickets/tickets.ts';
import { MOST_OPEN_ROOMS } from './room-directory.ts';

let house: DrillHouse;
let trainer: Visitor;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  house = await openDrillHouse();
  trainer = await house.logIn('trainer');
  first = await house.logIn('trainee1');
  second = await house.logIn('trainee2');
});
afterAll(() => house.close());

async function refusals(kind: string): Promise<number> {
  const { body } = await trainer.get('/api/drill-refusals');
  return (body as { code: string; count: number }[]).find(({ code }) => code === kind)?.count ?? 0;
}

describe('a room', () => {
  test('DR1 is opened by a trainer, listed with its code, and by nobody else', async () => {
    const opened = await trainer.post('/api/drill-rooms', { drill: 'crosswind-escape' });
    expect(opened.status).toBe(201);
    const room = opened.body as DrillRoomSummary;
    expect(room).toMatchObject({
      phase: 'waiting',
      trainees: [],
      openedBy: trainer.id,
      drill: { id: 'crosswind-escape' },
    });
    expect(room.code).toMatch(/^[A-Z0-9]{4}$/);
    expect(JSON.stringify(room)).not.toContain('"incident"');
    const listed = (await first.get('/api/drill-rooms')).body as DrillRoomSummary[];
    expect(listed.map(({ code }) => code)).toContain(room.code);
    expect((await first.post('/api/drill-rooms', { drill: 'crosswind-escape' })).status).toBe(403);
    expect((await first.post(`/api/drill-rooms/${room.code}/start`)).status).toBe(403);
    expect((await first.post(`/api/drill-rooms/${room.code}/end`)).status).toBe(403);
    const manager = await house.logIn('manager');
    expect((await manager.post(`/api/drill-rooms/${room.code}/ticket`)).status).toBe(403);
  });

  test('DR1 a trainer has at most so many rooms open, and may open one again after ending one', async () => {
    const codes: string[] = [];
    for (let n = 0; n <= MOST_OPEN_ROOMS; n++) {
      const { status, body } = await trainer.post('/api/drill-rooms', { drill: 'crosswind-escape' });
      if (status !== 201) {
        expect(body).toMatchObject({ error: { code: 'UPW_DRILL_ROOMS_TOO_MANY' } });
        break;
      }
      codes.push((body as DrillRoomSummary).code);
    }
    expect(codes.length).toBeLessThanOrEqual(MOST_OPEN_ROOMS);
    for (const code of codes) await trainer.post(`/api/drill-rooms/${code}/end`);
    expect((await trainer.post('/api/drill-rooms', { drill: 'crosswind-escape' })).status).toBe(201);
  });

  test('DR1 says what is wrong: an unknown drill, an unknown code, a start without trainees', async () => {
    expect(await trainer.post('/api/drill-rooms', { drill: 'no-such' })).toMatchObject({
      status: 404,
      body: { error: { code: 'UPW_DRILL_UNKNOWN' } },
    });
    expect(await trainer.post('/api/drill-rooms/NNNN/ticket')).toMatchObject({
      status: 404,
      body: { error: { code: 'UPW_DRILL_ROOM_UNKNOWN' } },
    });
    const code = await openRoom(trainer);
    expect(await trainer.post(`/api/drill-rooms/${code}/start`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_DRILL_ROOM_EMPTY' } },
    });
    expect((await trainer.post(`/api/drill-rooms/${code.toLowerCase()}/end`)).status).toBe(204);
    expect(await trainer.post(`/api/drill-rooms/${code}/end`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_DRILL_ROOM_ENDED' } },
    });
    expect(await first.post(`/api/drill-rooms/${code}/ticket`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_DRILL_ROOM_ENDED' } },
    });
  });

  test('DR2 is not made by matchmaking', async () => {
    const sdk = sdkOf(house.server, first);
    const code = await openRoom(trainer);
    const { ticket } = await ticketFor(first, code);
    await expect(sdk.create('drill', { ticket })).rejects.toThrow(/invalid method/);
    await expect(sdk.joinOrCreate('drill', { ticket })).rejects.toThrow(/invalid method/);
    await expect(sdk.join('drill', { ticket })).rejects.toThrow(/invalid method/);
  });
});

describe('a ticket', () => {
  test('DR3 opens its room once, to its person, for a minute', async () => {
    const code = await openRoom(trainer);
    const other = await openRoom(trainer);
    const mine = await ticketFor(first, code);
    expect(mine.expiresAt - Date.now()).toBeLessThanOrEqual(TICKET_LIFE_MS);

    const refused = async (visitor: Visitor, roomId: string, ticket: string, why: string) => {
      const before = await refusals(`ticket-${why}`);
      await expect(sdkOf(house.server, visitor).joinById(roomId, { ticket })).rejects.toThrow(
        /UPW_DRILL_TICKET_REFUSED/,
      );
      expect(await refusals(`ticket-${why}`)).toBe(before + 1);
    };
    await refused(first, mine.roomId, 'nonsense', 'unknown');
    await refused(second, mine.roomId, mine.ticket, 'other-person');
    const { roomId: otherRoom } = await ticketFor(first, other);
    await refused(first, otherRoom, mine.ticket, 'other-room');

    // What others tried has not used it up.
    const room = await sdkOf(house.server, first).joinById<DrillState>(mine.roomId, { ticket: mine.ticket });
    await refused(first, mine.roomId, mine.ticket, 'used');
    await room.leave();

    const late = new Tickets(house.database, () => Date.now() - TICKET_LIFE_MS - 1);
    const expired = await late.issue({ room: mine.roomId, person: first.id, displayName: '', seat: 'trainee' });
    await refused(first, mine.roomId, expired.ticket, 'expired');
    await expect(sdkOf(house.server, first).joinById(mine.roomId)).rejects.toThrow(/UPW_DRILL_TICKET_REFUSED/);
  });

  test('DR3 of two uses at the same moment one is refused', async () => {
    const { ticket, roomId } = await ticketFor(first, await openRoom(trainer));
    const tries = await Promise.allSettled(
      [1, 2, 3].map(() => sdkOf(house.server, first).joinById(roomId, { ticket })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'fulfilled') await one.value.leave();
  });

  test('DR3 only its hash is stored', async () => {
    const { ticket } = await ticketFor(first, await openRoom(trainer));
    const rows = await house.database.query('select * from drill_tickets');
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });
});

describe('seats', () => {
  test('DR4 are as many as the drill has; a trainer watches without one', async () => {
    const code = await openRoom(trainer);
    const administrator = await house.logIn('admin');
    const crowd: Visitor[] = [];
    for (let n = 3; n <= 6; n += 1) {
      const person = { name: `trainee${n}`, displayName: `T ${n}`, role: 'trainee', password: 'upwind-demo' };
      await administrator.post('/api/people', person);
      crowd.push(await house.logIn(person.name));
    }
    const bots = [await Bot.join(house.server, first, code)];
    for (const visitor of crowd.slice(0, 2)) bots.push(await Bot.join(house.server, visitor, code));
    const watching = await ticketFor(trainer, code);
    const observer = await sdkOf(house.server, trainer).joinById<DrillState>(watching.roomId, {
      ticket: watching.ticket,
    });
    // The last seat goes to whoever comes first; a ticket is not a seat.
    const [one, two] = await Promise.all([ticketFor(second, code), ticketFor(crowd[2] as Visitor, code)]);
    const last = await sdkOf(house.server, second).joinById<DrillState>(one.roomId, { ticket: one.ticket });
    await expect(sdkOf(house.server, crowd[2] as Visitor).joinById(two.roomId, { ticket: two.ticket })).rejects.toThrow(
      /UPW_DRILL_ROOM_FULL/,
    );
    expect(await (crowd[3] as Visitor).post(`/api/drill-rooms/${code}/ticket`)).toMatchObject({
      status: 409,
      body: { error: { code: 'UPW_DRILL_ROOM_FULL', parameters: { seats: 4 } } },
    });
    await until(() => observer.state.trainees.size === 4, 'four trainees');
    // Places: nobody starts in another's boots.
    const starts = [...observer.state.trainees.values()].map(({ head }) => `${head.x} ${head.z}`);
    expect(new Set(starts).size).toBe(4);

    await last.leave();
    await until(() => observer.state.trainees.size === 3, 'a free seat');
    expect((await (crowd[3] as Visitor).post(`/api/drill-rooms/${code}/ticket`)).status).toBe(200);
    await Promise.all([observer.leave(), ...bots.map(({ room }) => room.leave())]);
  });

  test('DR5 are one a person: a second ticket takes the seat over', async () => {
    const code = await openRoom(trainer);
    const desk = await Bot.join(house.server, first, code);
    let deskClosed = false;
    desk.room.onLeave(() => {
      deskClosed = true;
    });
    desk.stand([desk.place[0] + 2, desk.place[1]]);
    const headset = await Bot.join(house.server, first, code);
    await until(() => deskClosed, 'the older connection to close');
    expect(headset.room.state.trainees.size).toBe(1);
    expect(headset.place[0]).toBeCloseTo(desk.place[0], 1);
    headset.stand([headset.place[0] + 1, headset.place[1]]);
    await until(() => Math.abs((headset.shown?.head.x ?? 0) - headset.place[0]) < 0.01, 'the headset to move');
    await headset.room.leave();
  });
});
