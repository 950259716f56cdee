import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import mqtt from 'mqtt';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../database/embedded/index.ts';
import { eventually } from '../for-tests.ts';
import { silentLog } from '../log.ts';
import { findProgram, type Started, startMosquitto } from '../programs.for-tests.ts';
import { openOutsideBroker } from './outside-broker.ts';
import { sampleBusContract } from './sample-bus.contract.ts';
import type { BusMessage } from './sample-bus.ts';

const program = findProgram('mosquitto');
const topic = 'upwind/v1/park/TI-1';

describe('with a broker of the plant’s own', () => {
  const port = freePort();
  let mosquitto: Started;
  beforeAll(async () => {
    if (program !== undefined) mosquitto = await startMosquitto(program, await port);
  });
  beforeEach((context) => context.skip(program === undefined, 'mosquitto is not installed'));
  afterAll(() => mosquitto?.stop());

  let name = '';
  const open = async (receive: (message: BusMessage) => Promise<void>, silenceMs?: number) => {
    let subscribed = false;
    const info = () => {
      subscribed = true;
    };
    const log = { ...silentLog, info };
    const bus = openOutsideBroker({ url: mosquitto.url, name, receive, log, ...(silenceMs && { silenceMs }) });
    await eventually(() => (subscribed ? true : undefined));
    return { bus, deviceUrl: mosquitto.url };
  };

  name = `upwind-test-${randomBytes(4).toString('hex')}`;
  sampleBusContract('mosquitto', { acknowledgesDevices: false, open });

  test('subscribes again after the broker was restarted without memory', async () => {
    const got: BusMessage[] = [];
    const { bus } = await open(async (message) => void got.push(message));
    await mosquitto.stop();
    await eventually(() => (bus.connected ? undefined : true));
    mosquitto = await startMosquitto(program ?? '', await port);
    await eventually(() => (bus.connected ? true : undefined));
    const client = await mqtt.connectAsync(mosquitto.url);
    try {
      await eventually(async () => {
        await client.publishAsync(topic, 'again', { qos: 1 });
        return got.length > 0 ? true : undefined;
      });
    } finally {
      await client.endAsync(true);
      await bus.close();
    }
  });

  test('makes its connection anew after a long silence', async () => {
    const got: BusMessage[] = [];
    const warnings: string[] = [];
    const log = { ...silentLog, warn: (_: unknown, message?: string) => void warnings.push(message ?? '') };
    const bus = openOutsideBroker({
      url: mosquitto.url,
      name: `${name}-silent`,
      receive: async (message) => void got.push(message),
      log,
      silenceMs: 400,
    });
    const client = await mqtt.connectAsync(mosquitto.url);
    try {
      await eventually(async () => {
        await client.publishAsync(topic, '1', { qos: 1 });
        await sleep(20);
        return got.length > 0 ? true : undefined;
      });
      await eventually(() => warnings.find((warning) => warning.startsWith('no message came for long')));
      const before = got.length;
      await eventually(async () => {
        await client.publishAsync(topic, '2', { qos: 1 });
        await sleep(20);
        return got.length > before ? true : undefined;
      });
    } finally {
      await client.endAsync(true);
      await bus.close();
      // A session that is remembered goes on getting its share, for when its server comes back.
      const forgetting = await mqtt.connectAsync(mosquitto.url, { clientId: `${name}-silent`, clean: true });
      await forgetting.endAsync();
    }
  });

  test('two servers share the messages', async () => {
    const got = { one: new Set<string>(), two: new Set<string>() };
    const keep = (into: Set<string>) => async (message: BusMessage) => {
      const text = Buffer.from(message.payload).toString();
      if (text.startsWith('shared')) into.add(text);
    };
    const one = await open(keep(got.one));
    name = `${name}-two`;
    const two = await open(keep(got.two));
    const client = await mqtt.connectAsync(mosquitto.url);
    try {
      for (let n = 0; n < 20; n += 1) await client.publishAsync(topic, `shared ${n}`, { qos: 1 });
      await eventually(() => (got.one.size + got.two.size === 20 ? true : undefined));
      expect(new Set([...got.one, ...got.two]).size).toBe(20);
      expect(Math.min(got.one.size, got.two.size)).toBeGreaterThan(0);
    } finally {
      await client.endAsync(true);
      await Promise.all([one.bus.close(), two.bus.close()]);
    }
  });
});
