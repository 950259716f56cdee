import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { chemicalPark } from '@upwind/scenes';
import { Aedes } from 'aedes';
import { afterEach, describe, expect, test } from 'vitest';
import type { SentSample } from './simulated-plant.ts';

const program = fileURLToPath(new URL('plant.ts', import.meta.url));

/** A real broker that notes every sample, and can be cut off as by a pulled cable. */
class Broker {
  port = 0;
  readonly samples = new Map<string, SentSample[]>();
  readonly qualities = new Set<number>();
  readonly users = new Set<string>();
  readonly #sockets = new Set<net.Socket>();
  #aedes: Aedes | undefined;
  #server: net.Server | undefined;

  async open(port = 0, password?: string): Promise<void> {
    const aedes = await Aedes.createBroker({
      authenticate: (_client, user, given, done) => {
        this.users.add(user ?? '');
        done(null, password === undefined || given?.toString() === password);
      },
    });
    aedes.on('publish', (packet) => {
      if (packet.topic.startsWith('$')) return;
      this.qualities.add(packet.qos);
      const content: SentSample | SentSample[] = JSON.parse(packet.payload.toString());
      const known = this.samples.get(packet.topic) ?? [];
      this.samples.set(packet.topic, known.concat(content));
    });
    const server = net.createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      aedes.handle(socket);
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    if (address !== null && typeof address === 'object') this.port = address.port;
    this.#aedes = aedes;
    this.#server = server;
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server?.close(() => resolve());
    for (const socket of this.#sockets) socket.destroy();
    this.#aedes?.close();
    await promise;
  }

  of(point: string): SentSample[] {
    return this.samples.get(`upwind/v1/chemical-park/${point}`) ?? [];
  }
}

let child: ChildProcess | undefined;
let broker: Broker | undefined;

afterEach(async () => {
  child?.kill('SIGKILL');
  await broker?.close();
  child = undefined;
  broker = undefined;
});

function start(port: number, args: string[] = [], environment: Record<string, string> = {}) {
  const { PATH } = process.env;
  const running = spawn(process.execPath, [program, ...args], {
    env: { ...(PATH && { PATH }), MQTT_URL: `mqtt://127.0.0.1:${port}`, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = running;
  let said = '';
  running.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  running.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exit = new Promise<number | null>((resolve) => running.on('exit', resolve));
  return { running, exit, said: () => said };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited 20 s in vain until ${what}`);
}

describe('plant', () => {
  test('publishes every point with QoS 1 as {t, v, q}, and stops cleanly', async () => {
    broker = new Broker();
    await broker.open();
    const { samples, qualities } = broker;
    const plant = start(broker.port);
    await until(() => samples.size >= chemicalPark.points.length, 'every point spoke');
    plant.running.kill('SIGTERM');
    expect(await plant.exit).toBe(0);
    expect([...qualities]).toEqual([1]);
    const topics = chemicalPark.points.map(({ id }) => `upwind/v1/chemical-park/${id}`);
    expect([...samples.keys()].sort()).toEqual(topics.sort());
    for (const sample of broker.of('WS-001')) {
      expect(Object.keys(sample)).toEqual(['t', 'v', 'q']);
      expect(Math.abs(sample.t - Date.now())).toBeLessThan(60_000);
      expect(['good', 'uncertain', 'bad']).toContain(sample.q);
    }
    expect(plant.said()).toMatch(/connected to mqtt:\/\/127\.0\.0\.1/);
    expect(plant.said()).toMatch(/stopped: \d+ samples sent, 0 waiting, 0 thinned/);
  });

  test('keeps every sample of an outage and sends it afterwards, in order', async () => {
    broker = new Broker();
    await broker.open();
    const { port } = broker;
    const plant = start(port, ['--rate', '10hz']);
    const reached = (count: number) => (broker?.of('TI-101A').length ?? 0) >= count;
    await until(() => reached(10), 'a second of samples arrived');
    await broker.close();
    await until(() => plant.said().includes('lost the connection'), 'the plant noticed the outage');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const before = broker.of('TI-101A').length;
    await broker.open(port);
    await until(() => reached(before + 30), 'the outage was filled in');
    plant.running.kill('SIGINT');
    expect(await plant.exit).toBe(0);
    for (const { id } of chemicalPark.points) {
      const times = [...new Set(broker.of(id).map(({ t }) => t))];
      expect(times, `${id} in order`).toEqual([...times].sort((one, other) => one - other));
      const gaps = times.slice(1).filter((t, index) => t - (times[index] ?? t) !== 100);
      expect(gaps, `${id} without gaps`).toEqual([]);
    }
    expect(plant.said()).toMatch(/stopped: \d+ samples sent, 0 waiting, 0 thinned/);
  });

  test('starts before its broker, and uses its account', async () => {
    broker = new Broker();
    await broker.open();
    const { port } = broker;
    await broker.close();
    const plant = start(port, [], { UPWIND_MQTT_USER: 'plant', UPWIND_MQTT_PASSWORD: 'secret' });
    await until(() => plant.said().includes('no broker answers'), 'the plant said that nobody answers');
    await broker.open(port, 'secret');
    const { samples, users } = broker;
    await until(() => samples.size > 0, 'samples arrived');
    expect([...users]).toEqual(['plant']);
  });

  test('says in one sentence what is wrong with its account, and keeps trying', async () => {
    broker = new Broker();
    await broker.open(0, 'secret');
    const plant = start(broker.port, [], { UPWIND_MQTT_USER: 'plant', UPWIND_MQTT_PASSWORD: 'wrong' });
    await until(() => plant.said().includes('refuses the account'), 'the refusal was said');
    expect(plant.said()).toMatch(/set UPWIND_MQTT_USER and UPWIND_MQTT_PASSWORD/);
    expect(plant.said()).not.toContain('wrong');
    plant.running.kill('SIGTERM');
    expect(await plant.exit).toBe(0);
  });

  test('a wrong option ends it with code 2 and a sentence', async () => {
    const plant = start(1, ['--scenario', 'meteor']);
    expect(await plant.exit).toBe(2);
    expect(plant.said()).toMatch(/^UPW_PLANT_SCENARIO --scenario meteor is not known: choose one of/);
  });
});
