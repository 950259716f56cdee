import { setTimeout as sleep } from 'node:timers/promises';
import { Protocol } from '@colyseus/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Bot, type DrillHouse, openDrillHouse, openRoom, poseAt, until, type Visitor } from '../for-tests.ts';
import { joinWire } from '../wire.for-tests.ts';

let house: DrillHouse;
let trainer: Visitor;
let first: Visitor;
let second: Visitor;
let code: string;
let bot: Bot;

beforeAll(async () => {
  house = await openDrillHouse();
  trainer = await house.logIn('trainer');
  first = await house.logIn('trainee1');
  second = await house.logIn('trainee2');
});
afterAll(() => house.close());

beforeEach(async () => {
  code = await openRoom(trainer);
  bot = await Bot.join(house.server, first, code);
  return async () => {
    await trainer.post(`/api/drill-rooms/${code}/end`);
    await bot.room.leave();
  };
});

async function start(): Promise<void> {
  await until(async () => (await trainer.post(`/api/drill-rooms/${code}/start`)).status === 204, 'the start');
  await until(() => bot.room.state.phase === 'running');
}

async function counted(kind: string): Promise<number> {
  const { body } = await trainer.get('/api/drill-refusals');
  return (body as { code: string; count: number }[]).find((row) => row.code === kind)?.count ?? 0;
}

async function expectRefused(kind: string, cheat: () => void): Promise<void> {
  const before = await counted(kind);
  cheat();
  await until(async () => (await counted(kind)) > before, kind);
  await until(() => bot.refused.some((refusal) => refusal.code === kind), `being told of ${kind}`);
}

describe('a client that lies', () => {
  test('DR12 DR14 teleports: stays where it was, is told where that is, and it is counted', {
    timeout: 30_000,
  }, async () => {
    await start();
    const { x, z } = bot.shown?.head ?? { x: 0, z: 0 };
    await expectRefused('UPW_DRILL_POSE_TOO_FAR', () => bot.stand([97, 290]));
    for (let n = 0; n < 60; n += 1) {
      bot.stand([97, 290]);
      await sleep(50);
    }
    expect(bot.shown?.head).toMatchObject({ x, z });
    expect(bot.refused.at(-1)?.head.slice(0, 3).map(Math.fround)).toEqual([x, Math.fround(1.65), z]);
    // Back at the truth, it may walk on.
    bot.stand([x + 1, -z]);
    await until(() => bot.shown?.head.x === Math.fround(x + 1), 'walking on');
  });

  test('DR6 runs before the start: refused', async () => {
    await expectRefused('UPW_DRILL_POSE_WAITING', () => bot.stand([bot.place[0], bot.place[1] - 5.5]));
  });

  test('DR11 DR14 sends poses that are none: nothing moves', async () => {
    const { head: before } = bot.shown ?? {};
    const was = JSON.stringify(before);
    const { head } = poseAt(bot.place);
    const cheats = [
      undefined,
      'pose',
      { head: [Number.NaN, 1.6, 0, 0, 0, 0, 1], inHeadset: true },
      { head: head.slice(2), inHeadset: true },
      { head: [...head.slice(0, 6), 40], inHeadset: true },
      { head, left: [0, 0, 0, 0, 0, 0, 1], inHeadset: true },
      { head: head.map(String), inHeadset: true },
      { head, inHeadset: 'yes' },
      { head: { length: 7 }, inHeadset: true },
    ];
    for (const cheat of cheats) {
      const known = await counted('UPW_DRILL_POSE_MALFORMED');
      bot.room.send('pose', cheat);
      await until(async () => (await counted('UPW_DRILL_POSE_MALFORMED')) === known + 1, JSON.stringify(cheat));
    }
    expect(JSON.stringify(bot.shown?.head)).toBe(was);
    expect(bot.room.connection.isOpen).toBe(true);
  });

  test('DR15 sends messages nobody knows, or of the wrong form', async () => {
    await expectRefused('UPW_DRILL_MESSAGE_UNKNOWN', () => bot.room.send('score', { score: 100 }));
    await expectRefused('UPW_DRILL_MESSAGE_UNKNOWN', () => bot.room.send('constructor', {}));
    await expectRefused('UPW_DRILL_MESSAGE_MALFORMED', () => bot.room.send('ready', { ready: 1 }));
    await expectRefused('UPW_DRILL_MESSAGE_MALFORMED', () => bot.room.send('act', 'raise-alarm'));
    await expectRefused('UPW_DRILL_NOT_RUNNING', () => bot.room.send('act', { action: 'raise-alarm' }));
    await start();
    await expectRefused('UPW_DRILL_ACTION_UNKNOWN', () => bot.room.send('act', { action: 'pass' }));
  });

  test('DR10 sends too many poses: the surplus does not count', async () => {
    await expectRefused('UPW_DRILL_POSE_TOO_OFTEN', () => {
      for (let n = 0; n < 45; n += 1) bot.stand();
    });
    expect(bot.room.connection.isOpen).toBe(true);
  });

  test('DR10 floods: the connection is closed, the seat kept, the room goes on', { timeout: 30_000 }, async () => {
    const flooder = await joinWire(house, second, code);
    await until(() => bot.room.state.trainees.size === 2);
    // A whole `ready` message in bytes: protocol code, "ready", true.
    const ready = Uint8Array.of(Protocol.ROOM_DATA, 0xa5, ...Buffer.from('ready'), 0xc3);
    const before = await counted('UPW_DRILL_MESSAGE_FLOOD');
    for (let n = 0; n < 500; n += 1) flooder.send(ready);
    await until(() => flooder.closed !== undefined, 'the end of the connection');
    expect(await counted('UPW_DRILL_MESSAGE_FLOOD')).toBe(before + 1);
    const seat = () => [...bot.room.state.trainees.values()].find(({ person }) => person === second.id);
    await until(() => seat()?.connected === false, 'the seat without its connection');
    bot.stand([bot.place[0] + 1, bot.place[1]]);
    await until(() => bot.shown?.head.x === Math.fround(bot.place[0]), 'the other trainee to move');
  });

  test('DR15 sends bytes that are no message: the room and the server go on', { timeout: 60_000 }, async () => {
    const garbage = [
      [Protocol.ROOM_DATA],
      [Protocol.ROOM_DATA, 0xdb, 0xff, 0xff, 0xff, 0xff],
      [Protocol.ROOM_DATA, 0xa5, 0x72],
      [Protocol.ROOM_DATA, 0xa4, ...Buffer.from('pose'), 0xc1],
      [Protocol.ROOM_DATA, 0xa4, ...Buffer.from('pose'), 0xdd, 0x7f, 0xff, 0xff, 0xff],
      [Protocol.ROOM_DATA_BYTES, 0xd9],
      [Protocol.ROOM_REQUEST, 0xcf, 1],
      [Protocol.ROOM_REQUEST, 1, 0xa4, ...Buffer.from('pose'), 0xc1],
      [Protocol.ROOM_INPUT_RELIABLE, 1, 2, 3],
      [Protocol.ROOM_STATE, 1],
      [255, 255, 255],
      [],
    ];
    for (const bytes of garbage) {
      const wire = await joinWire(house, second, code);
      wire.send(Uint8Array.from(bytes));
      await sleep(60);
      wire.close();
    }
    const wire = await joinWire(house, second, code);
    wire.send(new Uint8Array(64 * 1024));
    await until(() => wire.closed !== undefined, 'the end of the connection');
    expect((await first.get('/api/health')).status).toBe(200);
    bot.stand([bot.place[0] - 1, bot.place[1]]);
    await until(() => bot.shown?.head.x === Math.fround(bot.place[0]), 'the other trainee to move');
  });
});

describe('an observer', () => {
  test('DR4 moves nothing', async () => {
    const before = await counted('UPW_DRILL_OBSERVER');
    const observer = await joinWire(house, trainer, code);
    observer.send(Uint8Array.of(Protocol.ROOM_DATA, 0xa5, ...Buffer.from('ready'), 0xc3));
    await until(async () => (await counted('UPW_DRILL_OBSERVER')) === before + 1, 'the refusal');
    expect(bot.room.state.trainees.size).toBe(1);
    observer.close();
  });
});
