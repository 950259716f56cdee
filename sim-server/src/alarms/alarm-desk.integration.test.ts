import mqtt, { type MqttClient } from 'mqtt';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alarm, AuditAnswer, ErrorAnswer, LiveFrame } from '../contract/index.ts';
import { eventually, openTwin, startForTests, type TestServer, testSite, type Visitor } from '../for-tests.ts';

let server: TestServer;
let manager: Visitor;
let device: MqttClient;
/** Source time of the newest sample; only ever grows, so that no sample is late. */
let time = Date.now() - 3_600_000;

const open = () => manager.get<Alarm[]>(`/api/sites/${testSite.id}/alarms`);
const all = () => manager.get<Alarm[]>(`/api/sites/${testSite.id}/alarms?state=all`);
const acknowledge = (by: Visitor, id: string, comment?: string) =>
  by.send('POST', `/api/sites/${testSite.id}/alarms/${encodeURIComponent(id)}/acknowledge`, {
    ...(comment && { comment }),
  });

async function say(point: string, value: number, afterMs = 1_000, quality = 'good'): Promise<number> {
  time += afterMs;
  await device.publishAsync(`upwind/v1/${testSite.id}/${point}`, JSON.stringify({ t: time, v: value, q: quality }), {
    qos: 1,
  });
  return time;
}
const alarmOf = (id: string, state: Alarm['state']) => (frame: LiveFrame) =>
  frame.kind === 'alarm' && frame.alarm.id === id && frame.alarm.state === state ? frame.alarm : undefined;
const idOf = (limit: Alarm['limit'], at: number, point = 'TI-1') => `${testSite.id}:${point}:${limit}:${at}`;

async function restart(options: Parameters<TestServer['restart']>[0] = {}) {
  await device.endAsync(true);
  server = await server.restart(options);
  manager = await server.logIn('manager');
  device = await mqtt.connectAsync(server.mqttUrl);
}

beforeAll(async () => {
  server = await startForTests();
  manager = await server.logIn('manager');
  device = await mqtt.connectAsync(server.mqttUrl);
});
afterAll(async () => {
  await device.endAsync(true);
  await server.stop();
});

describe('the alarms of a site', () => {
  test('AL8 AL11 an alarm is shown when it is raised, and lives through its states', async () => {
    const twin = await openTwin(server, manager);
    await say('TI-1', 20);
    const raisedAt = await say('TI-1', 85);
    const id = idOf('high', raisedAt);
    const raised = await twin.until(alarmOf(id, 'active-unacked'));
    expect(raised).toMatchObject({
      site: testSite.id,
      point: 'TI-1',
      element: 'T-1',
      limit: 'high',
      limitValue: 80,
      priority: 'high',
      raisedValue: 85,
      raisedSourceTime: raisedAt,
    });
    expect(await open()).toEqual([raised]);
    const clearedAt = await say('TI-1', 70);
    await twin.until(alarmOf(id, 'rtn-unacked'));
    const answer = (await (await acknowledge(manager, id, 'pump was late')).json()) as Alarm;
    expect(answer).toMatchObject({
      state: 'normal',
      clearedSourceTime: clearedAt,
      acknowledgedBy: '王磊 Wang Lei',
      comment: 'pump was late',
    });
    await twin.until(alarmOf(id, 'normal'));
    expect(await open()).toEqual([]);
    expect((await all())[0]).toEqual(answer);
    twin.socket.terminate();
  });

  test('AL2 high and highHigh are alarms of their own', async () => {
    const at = await say('TI-1', 96);
    expect((await open()).map(({ id }) => id).sort()).toEqual([idOf('high', at), idOf('highHigh', at)].sort());
    await say('TI-1', 90);
    const states = Object.fromEntries((await open()).map(({ limit, state }) => [limit, state]));
    expect(states).toEqual({ high: 'active-unacked', highHigh: 'rtn-unacked' });
  });

  test('AL9 the first acknowledgement counts, twice or at the same time; it is in the audit chain', async () => {
    const commander = await server.logIn('commander');
    const [alarm] = (await open()).filter(({ limit }) => limit === 'high');
    const id = alarm?.id ?? '';
    const answers = await Promise.all([acknowledge(manager, id, 'mine'), acknowledge(commander, id, 'no, mine')]);
    const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as Alarm[];
    expect(new Set(bodies.map(({ acknowledgedBy }) => acknowledgedBy)).size).toBe(1);
    expect(bodies[0]?.state).toBe('active-acked');
    const again = (await (await acknowledge(commander, id, 'late')).json()) as Alarm;
    expect(again).toEqual(bodies[0]);
    const { entries } = await (await server.logIn('admin')).get<AuditAnswer>('/api/audit');
    expect(entries.filter(({ action, subject }) => action === 'alarm-acknowledged' && subject === id)).toHaveLength(1);
  });

  test('AL9 who has not the role is refused, and an alarm that is not there is said not to be', async () => {
    const [alarm] = await open();
    for (const name of ['trainee1', 'trainer']) {
      const refused = await acknowledge(await server.logIn(name), alarm?.id ?? '');
      expect(refused.status).toBe(403);
      expect(((await refused.json()) as ErrorAnswer).error.code).toBe('UPW_ROLE_REFUSED');
    }
    const unknown = await acknowledge(manager, `${testSite.id}:TI-1:high:1`);
    expect(((await unknown.json()) as ErrorAnswer).error.code).toBe('UPW_ALARM_UNKNOWN');
  });

  test('AL6 a bad sample neither raises nor clears', async () => {
    await say('TI-1', 20, 1_000, 'bad');
    expect((await open()).find(({ limit }) => limit === 'high')?.state).toBe('active-acked');
    await say('TI-1', 300, 1_000, 'bad');
    expect((await open()).filter(({ limit, state }) => limit === 'highHigh' && state.startsWith('active'))).toEqual([]);
  });

  test('AL1 AL10 a new activation takes the place of one that nobody acknowledged', async () => {
    const old = (await open()).find(({ limit }) => limit === 'highHigh')?.id;
    const at = await say('TI-1', 99);
    const now = (await open()).filter(({ limit }) => limit === 'highHigh');
    expect(now.map(({ id }) => id)).toEqual([idOf('highHigh', at)]);
    expect((await all()).find(({ id }) => id === old)?.state).toBe('normal');
  });

  test('AL12 a restart in the middle of a delay forgets nothing: it fires once, at its source time', async () => {
    const minute = 60_000;
    await say('LI-1', 5);
    await say('LI-1', 0.5);
    await say('LI-1', 0.5, 7 * minute);
    const before = await open();
    await restart();
    expect(await open()).toEqual(before);
    await say('LI-1', 0.5, 3 * minute - 1);
    expect((await open()).filter(({ point }) => point === 'LI-1')).toEqual([]);
    const at = await say('LI-1', 0.5, 1);
    await say('LI-1', 0.5, minute);
    expect((await open()).filter(({ point }) => point === 'LI-1').map(({ id }) => id)).toEqual([
      idOf('low', at, 'LI-1'),
    ]);
  });

  test('AL14 an alarm of a limit that is gone is withdrawn at the next start', async () => {
    expect((await open()).some(({ point }) => point === 'LI-1')).toBe(true);
    const points = testSite.points.map((point) => (point.id === 'LI-1' ? withoutLimits(point) : point));
    await restart({ sites: [{ ...testSite, points }] });
    expect((await open()).some(({ point }) => point === 'LI-1')).toBe(false);
    expect((await all()).find(({ point }) => point === 'LI-1')?.state).toBe('normal');
  });

  test('AL11 the database refuses to change or remove a transition', async () => {
    const client = new pg.Client({ connectionString: server.database.url });
    await client.connect();
    try {
      await expect(client.query('update alarm_transitions set value = 0')).rejects.toThrow(/never changed or removed/);
      await expect(client.query('delete from alarm_transitions')).rejects.toThrow(/never changed or removed/);
      const { rows } = await client.query('select alarm, kind, actor_name from alarm_transitions order by seq limit 3');
      expect(rows.map(({ kind }) => kind)).toEqual(['raised', 'cleared', 'acknowledged']);
    } finally {
      await client.end();
    }
  });

  test('AL11 many points that cross at once are all there', async () => {
    const points = Array.from({ length: 200 }, (_, n) => {
      const [first] = testSite.points;
      return { ...(first ?? testSite.points[0]), id: `S-${n}` } as (typeof testSite.points)[number];
    });
    await restart({ sites: [{ ...testSite, points }] });
    const twin = await openTwin(server, manager);
    const at = time + 1_000;
    await Promise.all(
      points.map(({ id }) =>
        device.publishAsync(`upwind/v1/${testSite.id}/${id}`, JSON.stringify({ t: at, v: 85 }), { qos: 1 }),
      ),
    );
    const raised = (await open()).filter(({ raisedSourceTime }) => raisedSourceTime === at);
    expect(raised).toHaveLength(200);
    await eventually(() =>
      twin.frames.filter((frame) => frame.kind === 'alarm' && frame.alarm.raisedSourceTime === at).length === 200
        ? true
        : undefined,
    );
    twin.socket.terminate();
  });
});

const withoutLimits = ({ limits: _, ...point }: (typeof testSite.points)[number]) => point;
