import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSites } from '@upwind/scenes';
import mqtt from 'mqtt';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryAnswer, LiveFrame, Sample } from './contract/index.ts';
import { type FreshDatabase, freshDatabase } from './database/embedded/for-tests.ts';
import { freePort } from './database/embedded/index.ts';
import { eventually, openTwin, startForTests } from './for-tests.ts';
import { startProcess } from './process.for-tests.ts';
import { findProgram, startMosquitto, startRedis } from './programs.for-tests.ts';

let database: FreshDatabase;
let home: string;
beforeAll(async () => {
  database = await freshDatabase();
  home = await mkdtemp(join(tmpdir(), 'upwind-process-'));
});
afterAll(async () => {
  await database.drop();
  await rm(home, { recursive: true, force: true });
});

const own = () => ({ DATABASE_URL: database.url, UPWIND_HOME: home, UPWIND_DEMO: '1' });

async function taken(work: (port: number) => Promise<void>): Promise<void> {
  const other = net.createServer();
  const port = await freePort();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  await work(port);
  await new Promise((resolve) => other.close(resolve));
}

describe('the server as a process', () => {
  test('starts, serves, and ends in order when asked, with twins and devices still connected', async () => {
    const server = await startProcess(own());
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
    const device = await mqtt.connectAsync(server.mqttUrl, { reconnectPeriod: 0 });
    const idle = net.connect(Number(new URL(server.url).port), '127.0.0.1');
    idle.on('error', () => {});
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    idle.destroy();
    await device.endAsync(true);
  });

  test('a port that is taken is named, with what to set', async () => {
    await taken(async (port) => {
      await expect(startProcess({ ...own(), UPWIND_PORT: String(port) })).rejects.toThrow(
        `UPW_PORT_TAKEN: Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set UPWIND_PORT to another port.`,
      );
      await expect(startProcess({ ...own(), UPWIND_MQTT_PORT: String(port) })).rejects.toThrow(
        `UPW_PORT_TAKEN: Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set UPWIND_MQTT_PORT to another port.`,
      );
    });
  });

  test('a setting that makes no sense is named', async () => {
    await expect(startProcess({ ...own(), DATABASE_URL: '' })).rejects.toThrow(/DATABASE_URL is not set/);
    await expect(startProcess({ ...own(), UPWIND_MQTT_HOST: '0.0.0.0' })).rejects.toThrow(
      /UPW_BROKER_OPEN: .*without a password/,
    );
  });
});

const sampleIn = (point: string, value: number) => (frame: LiveFrame) =>
  frame.kind === 'samples' ? frame.samples.find(([id, , v]) => id === point && v === value) : undefined;

describe('with the parts of a plant', () => {
  test('samples come from a broker of the plant’s own, before and after a restart of the server', async (context) => {
    const program = findProgram('mosquitto');
    if (program === undefined) return context.skip('mosquitto is not installed');
    const broker = await startMosquitto(program, await freePort());
    const port = await freePort();
    const plant = await mqtt.connectAsync(broker.url);
    let server = await startForTests({ mqttUrl: broker.url, port });
    try {
      let manager = await server.logIn('manager');
      const twin = await openTwin(server, manager);
      const topic = 'upwind/v1/test-park/PI-1';
      const t = Date.now() - 10_000;
      await eventually(async () => {
        await plant.publishAsync(topic, JSON.stringify({ t, v: 1.5 }), { qos: 1 });
        return twin.frames.some((frame) => sampleIn('PI-1', 1.5)(frame)) ? true : undefined;
      });
      twin.socket.terminate();
      const history = () => manager.get<HistoryAnswer>('/api/sites/test-park/points/PI-1/history');
      await eventually(async () => ((await history()).total === 1 ? true : undefined));

      await server.running.stop();
      for (let n = 1; n <= 50; n += 1) await plant.publishAsync(topic, JSON.stringify({ t: t + n, v: 2 }), { qos: 1 });
      server = await server.restart({ mqttUrl: broker.url, port });
      manager = await server.logIn('manager');
      await eventually(async () => ((await history()).total === 51 ? true : undefined));
    } finally {
      await plant.endAsync(true);
      await server.stop();
      await broker.stop();
    }
  });

  test('two servers on one Redis and one database are one house', async (context) => {
    const program = findProgram('redis-server');
    if (program === undefined) return context.skip('redis-server is not installed');
    const redis = await startRedis(program, await freePort());
    const [park] = demoSites;
    const point = park?.points.find(({ limits }) => limits?.high !== undefined && limits.onDelayMs === undefined);
    const here = await startForTests({ redisUrl: redis.url, sites: demoSites });
    const there = await startProcess({ ...own(), DATABASE_URL: here.database.url, REDIS_URL: redis.url });
    const device = await mqtt.connectAsync(there.mqttUrl);
    try {
      const manager = await here.logIn('manager');
      const twin = await openTwin(here, manager, park?.id);
      const anyPoint = park?.points[0];
      const t = Date.now();
      const value = anyPoint?.range.low ?? 0;
      await device.publishAsync(`upwind/v1/${park?.id}/${anyPoint?.id}`, JSON.stringify({ t, v: value }), { qos: 1 });
      await twin.until(sampleIn(anyPoint?.id ?? '', value));
      const latest = await manager.get<Sample[]>(`/api/sites/${park?.id}/latest`);
      expect(latest.find((sample) => sample.point === anyPoint?.id)).toMatchObject({ sourceTime: t, value });

      if (point !== undefined) {
        const high = point.limits?.high?.value ?? 0;
        await device.publishAsync(`upwind/v1/${park?.id}/${point.id}`, JSON.stringify({ t, v: high }), { qos: 1 });
        const { id } = await twin.until((frame) => (frame.kind === 'alarm' ? frame.alarm : undefined));
        const answer = await manager.send(
          'POST',
          `/api/sites/${park?.id}/alarms/${encodeURIComponent(id)}/acknowledge`,
          {},
        );
        expect(((await answer.json()) as { state: string }).state).toBe('active-acked');
      }
      // A log-out on one server ends the session on the other.
      const elsewhere = () => fetch(`${there.url}/api/session`, { headers: { cookie: manager.cookie } });
      expect((await elsewhere()).status).toBe(200);
      await manager.send('DELETE', '/api/session');
      await eventually(async () => ((await elsewhere()).status === 401 ? true : undefined));
      twin.socket.terminate();
    } finally {
      await device.endAsync(true);
      there.child.kill('SIGTERM');
      expect(await there.ended).toBe(0);
      await here.stop();
      await redis.stop();
    }
  });
});
