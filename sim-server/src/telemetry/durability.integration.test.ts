import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoSites } from '@upwind/scenes';
import mqtt, { type MqttClient } from 'mqtt';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import type { HealthAnswer, IntakeAnswer } from '../contract/index.ts';
import { freshDatabase } from '../database/embedded/for-tests.ts';
import { freePort, startEmbeddedPostgres } from '../database/embedded/index.ts';
import { eventually, openTwin, startForTests, testSite } from '../for-tests.ts';
import { startProcess } from '../process.for-tests.ts';

/** What a publisher sent and what was acknowledged to it: read afterwards, against the database. */
class Ledger {
  readonly acknowledged = new Set<number>();
  sent = 0;

  publish(device: MqttClient, topic: string, t: number, v: number): void {
    this.sent += 1;
    device.publish(topic, JSON.stringify({ t, v }), { qos: 1 }, (error) => {
      if (error === undefined || error === null) this.acknowledged.add(t);
    });
  }
}

async function storedTimes(databaseUrl: string): Promise<readonly number[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ source_time: string }>('select source_time from samples');
    return rows.map((row) => Number(row.source_time));
  } finally {
    await client.end();
  }
}

describe('what was acknowledged is stored', () => {
  test('though the server is killed (kill -9) in the middle of it, three times', async () => {
    const database = await freshDatabase();
    const home = await mkdtemp(join(tmpdir(), 'upwind-killed-'));
    const mqttPort = await freePort();
    const [site] = demoSites;
    const points = site?.points.slice(0, 20) ?? [];
    const ledger = new Ledger();
    const start = Date.now() - 3_600_000;
    let time = start;
    try {
      for (const killAfter of [150, 300, 450]) {
        const server = await startProcess({
          DATABASE_URL: database.url,
          UPWIND_HOME: home,
          UPWIND_MQTT_PORT: String(mqttPort),
        });
        const devices = await Promise.all(
          points.map(() => mqtt.connectAsync(server.mqttUrl, { reconnectPeriod: 0 }, false)),
        );
        for (const device of devices) device.on('error', () => {});
        const before = ledger.acknowledged.size;
        const publishing = setInterval(() => {
          points.forEach((point, n) => {
            const device = devices[n];
            if (device?.connected !== true || site === undefined) return;
            time += 1;
            ledger.publish(device, `upwind/v1/${site.id}/${point.id}`, time, point.range.low);
          });
        }, 5);
        await eventually(() => (ledger.acknowledged.size - before >= killAfter ? true : undefined));
        server.child.kill('SIGKILL');
        await server.ended;
        clearInterval(publishing);
        await Promise.all(devices.map((device) => device.endAsync(true)));
      }
      const stored = await storedTimes(database.url);
      expect(ledger.acknowledged.size).toBeGreaterThan(900);
      expect(ledger.acknowledged.size).toBeLessThan(ledger.sent);
      expect(new Set(stored).size).toBe(stored.length);
      const there = new Set(stored);
      expect([...ledger.acknowledged].filter((t) => !there.has(t))).toEqual([]);
    } finally {
      await database.drop();
      await rm(home, { recursive: true, force: true });
    }
  });

  test('though PostgreSQL goes away and comes back; meanwhile the twin goes on and health says so', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'upwind-outage-'));
    const port = await freePort();
    let postgres = await startEmbeddedPostgres({ dir, port });
    const server = await startForTests({ databaseUrl: postgres.url });
    const device = await mqtt.connectAsync(server.mqttUrl);
    const ledger = new Ledger();
    const topic = `upwind/v1/${testSite.id}/PI-1`;
    const start = Date.now() - 60_000;
    let time = start;
    const publishing = setInterval(() => {
      for (let n = 1; n <= 5; n += 1) ledger.publish(device, topic, time + n, 5);
      time += 5;
    }, 10);
    try {
      const manager = await server.logIn('manager');
      const twin = await openTwin(server, manager);
      const health = async () => (await (await fetch(`${server.url}/api/health`)).json()) as HealthAnswer;
      const newestShown = () =>
        Math.max(
          0,
          ...twin.frames.flatMap((frame) => (frame.kind === 'samples' ? frame.samples.map(([, t]) => t) : [])),
        );

      for (let round = 0; round < 2; round += 1) {
        await eventually(async () => ((await health()).status === 'ok' ? true : undefined));
        await eventually(() => (ledger.acknowledged.size > (round + 1) * 100 ? true : undefined));
        await postgres.stop();
        await eventually(async () => {
          const { status, parts } = await health();
          return status === 'degraded' && parts.database === 'down' ? true : undefined;
        });
        const acknowledgedThen = ledger.acknowledged.size;
        const shownThen = newestShown();
        await eventually(() => (newestShown() > shownThen + 200 ? true : undefined));
        expect(ledger.acknowledged.size).toBe(acknowledgedThen);
        expect((await manager.get<IntakeAnswer>('/api/intake')).received).toBeGreaterThan(0);
        const refused = await server.visitor().send('POST', '/api/session', { name: 'manager', password: 'x' });
        expect(refused.status).toBe(503);
        expect(((await refused.json()) as { error: { code: string } }).error.code).toBe('UPW_DATABASE_DOWN');
        postgres = await startEmbeddedPostgres({ dir, port });
        await eventually(() => (ledger.acknowledged.size > acknowledgedThen + 200 ? true : undefined));
      }
      clearInterval(publishing);
      await eventually(() => (ledger.acknowledged.size === ledger.sent ? true : undefined));
      const stored = await storedTimes(postgres.url);
      expect(stored).toHaveLength(ledger.sent);
      expect(new Set(stored)).toEqual(ledger.acknowledged);
      twin.socket.terminate();
    } finally {
      clearInterval(publishing);
      await device.endAsync(true);
      await server.stop();
      await postgres.stop();
      await rm(dir, { recursive: true, force: true });
      await rm(postgres.folder, { recursive: true, force: true });
    }
  });
});
