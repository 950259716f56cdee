import mqtt, { type MqttClient } from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Alarm, HistoryAnswer, IntakeAnswer, LiveFrame, Sample } from '../contract/index.ts';
import { eventually, openTwin, startForTests, type TestServer, testSite, type Visitor } from '../for-tests.ts';
import { findProgram, mosquittoPub } from '../programs.for-tests.ts';

let server: TestServer;
let manager: Visitor;
let device: MqttClient;

beforeAll(async () => {
  server = await startForTests();
  manager = await server.logIn('manager');
  device = await mqtt.connectAsync(server.mqttUrl);
});
afterAll(async () => {
  await device.endAsync(true);
  await server.stop();
});

const topic = (point: string) => `upwind/v1/${testSite.id}/${point}`;
const publish = (point: string, payload: unknown, qos: 0 | 1 | 2 = 1) =>
  device.publishAsync(topic(point), typeof payload === 'string' ? payload : JSON.stringify(payload), { qos });
const history = (point: string, from = Date.now() - 86_400_000 * 30, query = '') =>
  manager.get<HistoryAnswer>(
    `/api/sites/${testSite.id}/points/${point}/history?from=${from}&to=${Date.now() + 600_000}${query}`,
  );
const latest = async (point: string) =>
  (await manager.get<Sample[]>(`/api/sites/${testSite.id}/latest`)).find((sample) => sample.point === point);
const intake = () => manager.get<IntakeAnswer>('/api/intake');
const sampleOf = (point: string, value: number) => (frame: LiveFrame) =>
  frame.kind === 'samples' ? frame.samples.find(([id, , v]) => id === point && v === value) : undefined;

describe('samples on their way', () => {
  test('what a client that no one here wrote publishes shows up in the twin and in the history', async (context) => {
    const program = findProgram('mosquitto_pub');
    if (program === undefined) return context.skip('mosquitto_pub is not installed');
    const twin = await openTwin(server, manager);
    const before = Date.now();
    await mosquittoPub(program, server.mqttUrl, ['-q', '1', '-t', topic('PI-1'), '-m', '3.25']);
    const [, sourceTime, , quality] = await twin.until(sampleOf('PI-1', 3.25));
    expect(sourceTime).toBeGreaterThanOrEqual(before);
    expect(quality).toBe('good');
    const stored = await history('PI-1', before);
    expect(stored.samples).toEqual([{ sourceTime, value: 3.25, quality: 'good' }]);
    twin.socket.terminate();
  });

  test('an acknowledged sample is in the database, at every QoS', async () => {
    const t = Date.now() - 60_000;
    await publish('PI-1', [{ t, v: 1 }], 1);
    expect((await history('PI-1', t)).samples[0]).toEqual({ sourceTime: t, value: 1, quality: 'good' });
    await publish('PI-1', { t: t + 1, v: 2, q: 'uncertain' }, 2);
    expect((await history('PI-1', t + 1)).samples[0]).toEqual({ sourceTime: t + 1, value: 2, quality: 'uncertain' });
    await publish('PI-1', { t: t + 2, v: 3, q: 'bad' }, 0);
    const found = await eventually(async () => (await history('PI-1', t + 2)).samples.find(({ value }) => value === 3));
    expect(found).toEqual({ sourceTime: t + 2, value: 3, quality: 'bad' });
  });

  test('a snapshot comes first, then only what changed', async () => {
    const t = Date.now();
    await publish('TI-1', { t, v: 20 });
    const twin = await openTwin(server, manager);
    const snapshot = await twin.until((frame) => (frame.kind === 'snapshot' ? frame : undefined));
    expect(twin.frames[0]).toBe(snapshot);
    expect(snapshot.site).toBe(testSite.id);
    expect(snapshot.latest.find(({ point }) => point === 'TI-1')).toMatchObject({ sourceTime: t, value: 20 });
    await publish('TI-1', { t: t + 1, v: 21 });
    expect(await twin.until(sampleOf('TI-1', 21))).toEqual(['TI-1', t + 1, 21, 'good']);
    twin.socket.terminate();
  });

  test('each kind of refusal is counted with its newest sentence, and costs nobody else anything', async () => {
    const before = await intake();
    const count = (answer: IntakeAnswer, code: string) => answer.refused.find((each) => each.code === code)?.count ?? 0;
    const t = Date.now();
    await publish('NIX', '1');
    await device.publishAsync('upwind/v1/nowhere/TI-1', '1', { qos: 1 });
    await device.publishAsync('something/else', '1', { qos: 1 });
    await publish('PI-1', 'not json');
    await publish('PI-1', [
      { t, v: 5 },
      { t: t + 1, v: 1e308 },
      { t: 0, v: 1 },
      { t: t + 2, v: 6 },
    ]);
    const after = await intake();
    for (const code of [
      'UPW_TELEMETRY_POINT_UNKNOWN',
      'UPW_TELEMETRY_SITE_UNKNOWN',
      'UPW_TELEMETRY_TOPIC',
      'UPW_TELEMETRY_PAYLOAD',
      'UPW_TELEMETRY_RANGE',
      'UPW_TELEMETRY_PAST',
    ]) {
      expect(count(after, code) - count(before, code), code).toBe(1);
    }
    expect(after.stored - before.stored).toBe(2);
    expect(after.received - before.received).toBe(8);
    expect(after.refused.find(({ code }) => code === 'UPW_TELEMETRY_RANGE')?.lastMessage).toBe(
      `A sample on ${topic('PI-1')} has the value 1e+308, outside the range -100 to 400 MPa of the point. Check the instrument or the range.`,
    );
    expect((await history('PI-1', t)).samples.map(({ value }) => value)).toEqual([5, 6]);
  });

  test('a sample sent three times is stored once and raises once', async () => {
    const before = await intake();
    const t = Date.now();
    for (let i = 0; i < 3; i += 1) await publish('TI-1', { t, v: 85 });
    const after = await intake();
    expect(after.stored - before.stored).toBe(1);
    expect(after.duplicates - before.duplicates).toBe(2);
    const alarms = await manager.get<Alarm[]>(`/api/sites/${testSite.id}/alarms?state=all`);
    expect(alarms.filter(({ raisedSourceTime }) => raisedSourceTime === t)).toHaveLength(1);
  });

  test('samples out of order make the same history; the newest by source time is the latest; late ones raise nothing', async () => {
    const t = Date.now();
    await publish('TI-1', { t: t - 1_000, v: 30 });
    const late = Array.from({ length: 60 }, (_, n) => ({ t: t - 3_600_000 * 24 * 7 + n * 1_000, v: 90 }));
    const recent = Array.from({ length: 60 }, (_, n) => ({ t: t - 60_000 + n * 1_000, v: 40 + n / 10 }));
    const shuffled = [...late, ...recent].map((sample, n) => ({ sample, key: (n * 7919) % 120 }));
    shuffled.sort((a, b) => a.key - b.key);
    await Promise.all(shuffled.map(({ sample }) => publish('TI-1', sample)));
    await publish('TI-1', { t, v: 33 });
    expect(await latest('TI-1')).toMatchObject({ sourceTime: t, value: 33 });
    const stored = await history('TI-1', t - 3_600_000 * 24 * 7);
    const times = stored.samples.map(({ sourceTime }) => sourceTime);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(stored.samples.filter(({ value }) => value === 90)).toHaveLength(60);
    expect(
      (await manager.get<Alarm[]>(`/api/sites/${testSite.id}/alarms`)).filter(({ value }) => value === 90),
    ).toEqual([]);
  });

  test('the history is thinned so that no peak is lost', async () => {
    const t = Date.now() - 20 * 86_400_000;
    const samples = Array.from({ length: 5_000 }, (_, n) => ({ t: t + n * 1_000, v: Math.sin(n / 50) * 10 }));
    const spike = { t: t + 2_500_500, v: 399 };
    const dip = { t: t + 700_500, v: -99 };
    const broken = { t: t + 1_234_500, v: -9_999, q: 'bad' };
    await publish('LI-1', samples);
    await publish('LI-1', [spike, dip, broken]);
    const whole = await history('LI-1', t, '&limit=20000');
    expect(whole.samples).toHaveLength(5_003);
    const thinned = await history('LI-1', t, '&limit=300');
    expect(thinned.total).toBe(5_003);
    expect(thinned.samples.length).toBeLessThanOrEqual(300);
    expect(thinned.samples.map(({ value }) => value)).toEqual(expect.arrayContaining([399, -99, -9_999]));
    const times = thinned.samples.map(({ sourceTime }) => sourceTime);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('a question for the history that makes no sense is refused', async () => {
    const ask = (query: string) => manager.fetch(`/api/sites/${testSite.id}/points/TI-1/history?${query}`);
    expect((await ask('from=5&to=4')).status).toBe(400);
    expect((await ask('from=yesterday')).status).toBe(400);
    expect((await ask('from=1&to=2&limit=1')).status).toBe(400);
    expect((await manager.fetch(`/api/sites/${testSite.id}/points/NIX/history`)).status).toBe(404);
    expect((await manager.fetch('/api/sites/nowhere/points/TI-1/history')).status).toBe(404);
  });

  test('after a restart the newest values are known at once', async () => {
    const t = Date.now();
    await publish('PI-1', { t, v: 7.5 });
    await device.endAsync(true);
    server = await server.restart();
    manager = await server.logIn('manager');
    device = await mqtt.connectAsync(server.mqttUrl);
    expect(await latest('PI-1')).toMatchObject({ sourceTime: t, value: 7.5, quality: 'good' });
  });
});

describe('the weather', () => {
  test('is what the mast says, ready for an incident', async () => {
    const refused = await manager.fetch(`/api/sites/${testSite.id}/weather`);
    expect(refused.status).toBe(404);
    const t = Date.now();
    await publish('WS-1', { t, v: 4 });
    await publish('WD-1', { t, v: 225 });
    expect(await manager.get(`/api/sites/${testSite.id}/weather`)).toEqual({
      weather: {
        timeS: 0,
        windSpeedMPerS: 4,
        windFromDeg: expect.closeTo(225, 9),
        windHeightM: 10,
        temperatureK: 288.15,
      },
      sourceTime: t,
      stale: false,
    });
  });
});
