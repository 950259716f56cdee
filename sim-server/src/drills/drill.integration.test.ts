import { setTimeout as sleep } from 'node:timers/promises';
import { type AttemptFacts, type Drill, type RuleProfile, scoreAttempt } from '@upwind/scenarios';
import { chemicalPark, type GroundPosition } from '@upwind/scenes';
import { runIncident } from '@upwind/sim-engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attempt, AttemptRow } from '../contract/index.ts';
import { ComputedAir } from './air/computed-air.ts';
import { Bot, type DrillHouse, openDrillHouse, openRoom, until, type Visitor } from './for-tests.ts';
import { siteOf } from './movement/placement.ts';
import { decodeTrack, timeOf } from './recording/track.ts';

/** The drill's clock runs this much faster than the bots' real time. */
const SPEED = 6;
/** From the start north-east across the wind, then along the road to the north gate. */
const CROSSWIND: GroundPosition[] = [
  [-140, 175],
  [-60, 280],
  [-20, 300],
  [95, 290],
];
/** From the start straight with the wind, ahead of and in the cloud. */
const DOWNWIND: GroundPosition[] = [[-165, 40]];

interface StoredRow {
  readonly score: number;
  readonly verdict: Attempt['verdict'];
  readonly sheet: Pick<Attempt, 'reasons' | 'steps' | 'faults'>;
  readonly facts: AttemptFacts;
  readonly engine_hash: string;
  readonly drill: Drill;
  readonly profile: RuleProfile;
}

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

/** Stands until the leak is there, then raises the alarm. */
async function noticeLeak(bot: Bot): Promise<void> {
  await until(() => bot.room.state.signs.size > 0, 'the leak');
  bot.room.send('act', { action: 'raise-alarm' });
}

async function startBy(visitor: Visitor, code: string): Promise<void> {
  await until(async () => (await visitor.post(`/api/drill-rooms/${code}/start`)).status === 204, 'the start');
}

/** Leaves after the end. */
async function bye(...bots: Bot[]): Promise<void> {
  await Promise.all(bots.map(({ room }) => room.leave()));
}

/** The newest attempt of somebody. */
async function attemptOf(visitor: Visitor): Promise<Attempt> {
  const { body } = await visitor.get('/api/attempts?limit=1');
  const [row] = body as AttemptRow[];
  return (await visitor.get(`/api/attempts/${row?.id}`)).body as Attempt;
}

describe('a drill of two', () => {
  test('DR40 two trainees see each other, leave crosswind and pass; their attempts are stored', {
    timeout: 120_000,
  }, async () => {
    const code = await openRoom(trainer);
    const [one, two] = await Promise.all([
      Bot.join(house.server, first, code, SPEED),
      Bot.join(house.server, second, code, SPEED),
    ]);
    one.stand();
    two.stand();
    await until(() => one.room.state.trainees.size === 2 && two.room.state.trainees.size === 2, 'both');
    one.room.send('ready', true);
    await sleep(100);
    expect(one.room.state.phase).toBe('waiting');
    two.room.send('ready', true);
    await until(() => one.room.state.phase === 'running', 'the start');
    await Promise.all([noticeLeak(one), noticeLeak(two)]);

    const walking = Promise.all([one.walk(CROSSWIND, 6), two.walk(CROSSWIND, 5)]);
    const seen = () => one.room.state.trainees.get(two.room.sessionId);
    await until(() => (seen()?.head.x ?? -500) > -180, 'the other on the way');
    expect(seen()?.handsTracked).toBe(true);
    expect((seen()?.right.x ?? 0) - (seen()?.head.x ?? 0)).toBeCloseTo(0.3, 2);
    await walking;
    await until(() => one.result !== undefined && two.result !== undefined, 'the results');
    expect(one.refused).toEqual([]);
    expect(two.refused).toEqual([]);
    expect(one.result?.verdict).toBe('pass');
    expect(one.result?.score).toBeGreaterThanOrEqual(80);
    expect(two.result?.score).toBeGreaterThanOrEqual(80);
    await until(() => one.room.state.phase === 'ended', 'the end');

    const attempt = await attemptOf(first);
    const { attempt: id, score } = one.result ?? {};
    expect(attempt).toMatchObject({ id, score, verdict: 'pass', trainee: first.id, drill: 'crosswind-escape' });
    expect(attempt.steps.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
    expect(attempt.faults.map(({ outcome }) => outcome)).toEqual(['avoided', 'avoided', 'avoided']);
    expect(attempt.reasons).toEqual([]);
    expect(attempt.track.length).toBeGreaterThan(50);
    expect(attempt.endedTime).toBeGreaterThan(attempt.startedTime);
    await bye(one, two);
  });

  test('DR41 the score computed again from the stored facts and data is the stored score', async () => {
    const rows = await house.database.query<StoredRow>(
      `select a.score, a.verdict, a.sheet, a.facts, a.engine_hash, r.drill, r.profile
       from drill_attempts a join drill_rooms r using (room)`,
    );
    expect(rows).toHaveLength(2);
    for (const { drill, profile, facts, score, verdict, sheet, engine_hash: engineHash } of rows) {
      const again = scoreAttempt({ drill, profile, site: chemicalPark, facts });
      expect(again).toEqual({ score, verdict, ...sheet });
      const result = runIncident({ site: chemicalPark, incident: drill.incident });
      expect(result.hash).toBe(engineHash);
      expect(new ComputedAir(result, drill.incident, profile).exposureAlong(facts.track)).toEqual(facts.exposure);
    }
  });

  test('DR31 DR41 the track of the stored facts is the one of the recording', async () => {
    const [row] = await house.database.query<{ room: string; trainee: string; facts: AttemptFacts }>(
      'select room, trainee, facts from drill_attempts limit 1',
    );
    const chunks = await house.database.query<{ from_tick: number; body: Buffer }>(
      'select from_tick, body from drill_tracks where room = $1 and trainee = $2 order by from_tick',
      [row?.room, row?.trainee],
    );
    const track = chunks.flatMap((chunk) => decodeTrack(chunk.from_tick, chunk.body));
    expect(track.map(({ tick, head }) => [timeOf(tick), ...siteOf(head)])).toEqual(row?.facts.track);
    expect(track.map(({ tick }) => tick)).toEqual(track.map((_sample, index) => index));
    const events = await house.database.query<{ kind: string; body: { action?: string } }>(
      'select kind, body from drill_events where room = $1 and trainee = $2 order by seq',
      [row?.room, row?.trainee],
    );
    const kinds = [...new Set(events.map(({ kind }) => kind))];
    expect(kinds).toEqual(expect.arrayContaining(['joined', 'ready', 'acted', 'metered', 'finished', 'summed']));
    expect(events.filter(({ kind }) => kind === 'acted').map(({ body }) => body.action)).toEqual(['raise-alarm']);
  });

  test('DR42 a trainee reads their own attempts, a trainer all, others none', async () => {
    const all = (await trainer.get('/api/attempts')).body as AttemptRow[];
    expect(new Set(all.map(({ trainee }) => trainee))).toEqual(new Set([first.id, second.id]));
    const own = (await first.get('/api/attempts')).body as AttemptRow[];
    expect(own.map(({ trainee }) => trainee)).toEqual([first.id]);
    expect((await first.get(`/api/attempts?trainee=${second.id}`)).body).toEqual([]);
    const other = all.find(({ trainee }) => trainee === second.id);
    expect(await first.get(`/api/attempts/${other?.id}`)).toMatchObject({
      status: 403,
      body: { error: { code: 'UPW_ATTEMPT_NOT_YOURS' } },
    });
    expect((await trainer.get(`/api/attempts/${other?.id}`)).status).toBe(200);
    expect(await trainer.get('/api/attempts/nothing')).toMatchObject({ status: 404 });
    expect((await (await house.logIn('commander')).get('/api/attempts')).status).toBe(403);
  });

  test('DR30 DR40 what is stored stays as it is', async () => {
    for (const table of ['drill_attempts', 'drill_events', 'drill_tracks']) {
      await expect(house.database.execute(`update ${table} set room = room`)).rejects.toThrow(/never changed/);
      await expect(house.database.execute(`delete from ${table}`)).rejects.toThrow(/never changed/);
    }
  });
});

describe('a drill gone wrong', () => {
  test('DR7 DR22 one runs down the wind through the plume and fails, one stays in it and is overcome', {
    timeout: 120_000,
  }, async () => {
    const code = await openRoom(trainer);
    const [runner, stayer] = await Promise.all([
      Bot.join(house.server, first, code, SPEED),
      Bot.join(house.server, second, code, SPEED),
    ]);
    runner.room.send('ready');
    stayer.room.send('ready');
    await Promise.all([noticeLeak(runner), noticeLeak(stayer)]);
    // The cloud needs half a minute of the drill to get there.
    const running = until(() => runner.room.state.timeS > 45, 'the cloud').then(() => runner.walk(DOWNWIND, 3));
    await stayer.walk([[-236, 163]], 3);
    await until(() => stayer.shown?.status === 'overcome', 'being overcome', 60_000);
    // Whoever is overcome goes nowhere.
    const lies = stayer.shown?.head.x;
    stayer.stand([stayer.place[0] + 1, stayer.place[1]]);
    await until(() => stayer.refused.some((refusal) => refusal.code === 'UPW_DRILL_POSE_FINISHED'), 'the refusal');
    expect(stayer.shown?.head.x).toBe(lies);
    await running;
    await trainer.post(`/api/drill-rooms/${code}/end`);
    await until(() => runner.result !== undefined && stayer.result !== undefined, 'the results');

    const ran = await attemptOf(first);
    expect(ran).toMatchObject({ verdict: 'fail', id: runner.result?.attempt });
    expect(ran.steps.find(({ id }) => id === 'crosswind')?.outcome).toBe('missed');
    expect(ran.faults.find(({ id }) => id === 'enters-zone')?.outcome).toBe('committed');
    const stayed = await attemptOf(second);
    expect(stayed.verdict).toBe('fail');
    expect(stayed.score).toBeLessThanOrEqual(40);
    expect(stayed.faults.find(({ id }) => id === 'deadly-dose')).toMatchObject({
      outcome: 'committed',
      severity: 'fatal',
    });
    expect(stayed.reasons.length).toBeGreaterThan(0);
    await bye(runner, stayer);
  });

  test('DR14 teleporting to the muster point gains nothing', { timeout: 60_000 }, async () => {
    const code = await openRoom(trainer);
    const cheat = await Bot.join(house.server, first, code, SPEED);
    await startBy(trainer, code);
    await noticeLeak(cheat);
    for (let n = 0; n < 100; n += 1) {
      cheat.stand([97, 290]);
      await sleep(40);
    }
    await trainer.post(`/api/drill-rooms/${code}/end`);
    await until(() => cheat.result !== undefined, 'the result');
    const attempt = await attemptOf(first);
    expect(attempt.verdict).toBe('fail');
    expect(attempt.steps.filter(({ outcome }) => outcome === 'done').map(({ id }) => id)).toEqual(['raise-alarm']);
    expect(new Set(attempt.track.map(([, x, y]) => `${x} ${y}`)).size).toBe(1);
    const [summed] = await house.database.query<{ body: { refused: Record<string, number> } }>(
      `select body from drill_events where kind = 'summed' and trainee = $1 order by time desc limit 1`,
      [first.id],
    );
    expect(summed?.body.refused['UPW_DRILL_POSE_TOO_FAR']).toBeGreaterThan(50);
    await bye(cheat);
  });
});
