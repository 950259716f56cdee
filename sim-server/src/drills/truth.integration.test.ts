import { Protocol } from '@colyseus/core';
import { decode } from '@colyseus/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bot, type DrillHouse, openDrillHouse, openRoom, until, type Visitor } from './for-tests.ts';
import { decodeWire, joinWire, type Wire } from './wire.for-tests.ts';

const SPEED = 6;

let house: DrillHouse;
let trainer: Visitor;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  house = await openDrillHouse({ elapsedMs: () => performance.now() * SPEED });
  trainer = await house.logIn('trainer');
  first = await house.logIn('trainee1');
  second = await house.logIn('trainee2');
});
afterAll(() => house.close());

/** Names of the messages a connection has got. */
function messagesOf(wire: Wire): string[] {
  return wire.frames
    .filter((frame) => frame[0] === Protocol.ROOM_DATA)
    .map((frame) => decode.string(frame, { offset: 1 }));
}

describe('what a client receives', () => {
  test('DR20 DR21 is what its trainee can see and its own meter, decoded from the raw bytes', {
    timeout: 60_000,
  }, async () => {
    const code = await openRoom(trainer);
    const inGas = await Bot.join(house.server, first, code, SPEED);
    const away = await joinWire(house, second, code);
    const observer = await joinWire(house, trainer, code);
    await until(async () => (await trainer.post(`/api/drill-rooms/${code}/start`)).status === 204, 'the start');
    // Into the plume, and there until the instrument screams.
    await inGas.walk([[-225, 148]], 2);
    await until(() => inGas.meter.some(({ alarm }) => alarm === 'high'), 'the gas');
    await until(() => messagesOf(away).length > 20, 'the meter of the other trainee');

    for (const wire of [away, observer]) {
      const { fields, state } = decodeWire(wire.frames);
      expect(fields).toEqual(
        [
          ['chemical', 'kind', 'strength', 'x', 'y', 'z'],
          [
            'connected',
            'displayName',
            'handsTracked',
            'head',
            'inHeadset',
            'left',
            'person',
            'ready',
            'right',
            'role',
            'status',
          ],
          ['drill', 'durationS', 'phase', 'signs', 'timeS', 'trainees', 'windFromDeg', 'windSpeedMPerS'],
          ['qw', 'qx', 'qy', 'qz'],
        ]
          .flat()
          .sort(),
      );
      expect(state).toMatchObject({ phase: 'running', drill: 'crosswind-escape' });
      const bytes = Buffer.concat(wire.frames).toString('latin1');
      for (const secret of [
        'aegl',
        'dose',
        'fraction',
        'score',
        'facts',
        'weight',
        'rule',
        'engine',
        'toxic',
        'kgPerS',
        'inventory',
      ]) {
        expect(bytes.toLowerCase(), secret).not.toContain(secret.toLowerCase());
      }
      // The other trainee's instrument has screamed; nobody else has heard of it.
      expect(bytes).not.toContain('high');
    }
    expect(new Set(messagesOf(away))).toEqual(new Set(['meter']));
    expect(messagesOf(observer)).toEqual([]);
    expect(inGas.meter.at(-1)).toMatchObject({ chemical: 'chlorine', alarm: 'high' });
    await trainer.post(`/api/drill-rooms/${code}/end`);
    away.close();
    observer.close();
    await inGas.room.leave();
  });
});
