import { setTimeout as sleep } from 'node:timers/promises';
import { type AttemptFacts, drills, ruleProfiles, scoreAttempt } from '@upwind/scenarios';
import { chemicalPark, type GroundPosition } from '@upwind/scenes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attempt, AttemptRow } from '../contract/index.ts';
import { Bot, type DrillHouse, openDrillHouse, openRoom, until, type Visitor } from './for-tests.ts';

const SPEED = 4;
/** From the start north-east across the wind, then along the road to the north gate. */
const CROSSWIND: GroundPosition[] = [
  [-140, 175],
  [-60, 280],
  [-20, 300],
  [95, 290],
];

let house: DrillHouse;
let trainer: Visitor;
let first: Visitor;
let second: Visitor;

beforeAll(async () => {
  house = await openDrillHouse({ elapsedMs: () => performance.now() * SPEED });
  [trainer, first, second] = (await Promise.all(
    ['trainer', 'trainee1', 'trainee2'].map((name) => house.logIn(name)),
  )) as [Visitor, Visitor, Visitor];
});
afterAll(() => house.close());

/** Stands until the leak is there, then raises the alarm. */
async function noticeLeak(bot: Bot): Promise<void> {
  await until(() => bot.room.state.signs.size > 0, 'the leak');
  bot.room.send('act', { action: 'raise-alarm' });
}

async function attemptOf(visitor: Visitor): Promise<Attempt> {
  const { body } = await visitor.get('/api/attempts');
  const [row] = body as AttemptRow[];
  return (await visitor.get(`/api/attempts/${row?.id}`)).body as Attempt;
}

describe('a drill of two', () => {
  test('DR40 two trainees see each other, leave crosswind and pass; their attempts are stored', {
    timeout: 120_000,
  }, async () => {
    const code = await openRoom(trainer);
    const [one, two] = await Promise.all([Bot.join(house, first, code, SPEED), Bot.join(house, second, code, SPEED)]);
    one.stand();
    two.stand();
    await until(() => one.room.state.trainees.size === 2 && two.room.state.trainees.size === 2);
    one.room.send('ready', true);
    await sleep(100);
    expect(one.room.state.phase).toBe('waiting');
    two.room.send('ready', true);
    await until(() => one.room.state.phase === 'running', 'the start');
    await Promise.all([noticeLeak(one), noticeLeak(two)]);

    const walking = Promise.all([one.walk(CROSSWIND, 6), two.walk(CROSSWIND, 5)]);
    await until(() => (one.room.state.trainees.get(two.room.sessionId)?.head.x ?? -500) > -180);
    const seen = one.room.state.trainees.get(two.room.sessionId);
    expect(seen?.handsTracked).toBe(true);
    expect(Math.abs((seen?.right.x ?? 0) - (seen?.head.x ?? 0) - 0.3)).toBeLessThan(0.01);
    await walking;
    await until(() => one.result !== undefined && two.result !== undefined, 'the results');
    expect(one.refused).toEqual([]);
    expect(one.result?.verdict).toBe('pass');
    expect(one.result?.score).toBeGreaterThanOrEqual(80);
    expect(two.result?.score).toBeGreaterThanOrEqual(80);
    expect(one.room.state.phase).toBe('ended');

    const attempt = await attemptOf(first);
    expect(attempt).toMatchObject({
      id: one.result?.attempt,
      score: one.result?.score,
      verdict: 'pass',
      trainee: first.id,
    });
  });
});
