import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import mqtt from 'mqtt';
import { describe, expect, test } from 'vitest';
import { freePort } from '../database/embedded/index.ts';
import { eventually } from '../for-tests.ts';
import { silentLog } from '../log.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';
import { sampleBusContract } from './sample-bus.contract.ts';
import type { BusMessage } from './sample-bus.ts';

const port = await freePort();
const options = { host: '127.0.0.1', port, account: undefined, log: silentLog };
const url = `mqtt://127.0.0.1:${port}`;

sampleBusContract('the embedded broker', {
  acknowledgesDevices: true,
  open: async (receive) => ({ bus: await openEmbeddedBroker({ ...options, receive }), deviceUrl: url }),
});

describe('the embedded broker', () => {
  test('goes on reading from a device whose messages are not stored yet', async () => {
    const got: BusMessage[] = [];
    const bus = await openEmbeddedBroker({
      ...options,
      receive: (message) => {
        got.push(message);
        return new Promise(() => {});
      },
    });
    const client = await mqtt.connectAsync(url);
    try {
      for (let n = 0; n < 5; n += 1) {
        for (let i = 0; i < 1_000; i += 1) client.publish('upwind/v1/park/TI-1', `${n * 1_000 + i}`, { qos: 1 });
        await eventually(() => (got.length === (n + 1) * 1_000 ? true : undefined));
      }
    } finally {
      await client.endAsync(true);
      await bus.close();
    }
  });

  test('other subscribers hear what is published, and nothing is retained', async () => {
    const bus = await openEmbeddedBroker({ ...options, receive: async () => {} });
    const [publisher, subscriber] = await Promise.all([mqtt.connectAsync(url), mqtt.connectAsync(url)]);
    const late = await mqtt.connectAsync(url);
    try {
      const heard: string[] = [];
      subscriber.on('message', (_topic, payload) => heard.push(String(payload)));
      await subscriber.subscribeAsync('upwind/#', { qos: 1 });
      await publisher.publishAsync('upwind/v1/park/TI-1', '21', { qos: 1, retain: true });
      await eventually(() => (heard.length === 1 ? true : undefined));
      const lateHeard: string[] = [];
      late.on('message', (_topic, payload) => lateHeard.push(String(payload)));
      await late.subscribeAsync('upwind/#');
      await sleep(100);
      expect(lateHeard).toEqual([]);
    } finally {
      await Promise.all([publisher, subscriber, late].map((client) => client.endAsync(true)));
      await bus.close();
    }
  });

  test('a message that is somewhat too long reaches the intake, which refuses it; a longer packet ends its connection', async () => {
    const got: number[] = [];
    const receive = async ({ payload }: BusMessage) => void got.push(payload.byteLength);
    const bus = await openEmbeddedBroker({ ...options, receive });
    const [long, tooLong] = await Promise.all([mqtt.connectAsync(url), mqtt.connectAsync(url, { reconnectPeriod: 0 })]);
    try {
      await long.publishAsync('upwind/v1/park/TI-1', Buffer.alloc(900_000), { qos: 1 });
      const closed = new Promise((resolve) => tooLong.once('close', () => resolve('closed')));
      tooLong.publish('upwind/v1/park/TI-1', Buffer.alloc(1_100_000), { qos: 1 });
      expect(await closed).toBe('closed');
      await long.publishAsync('upwind/v1/park/TI-1', '1', { qos: 1 });
      expect(got).toEqual([900_000, 1]);
    } finally {
      await Promise.all([long, tooLong].map((client) => client.endAsync(true)));
      await bus.close();
    }
  });

  test('who claims a huge packet before saying who they are is disconnected at once', async () => {
    const bus = await openEmbeddedBroker({ ...options, receive: async () => {} });
    try {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('error', () => {});
      socket.write(Buffer.of(0x10, 0xff, 0xff, 0xff, 0x7f));
      await once(socket, 'close');
    } finally {
      await bus.close();
    }
  });

  test('with an account only those who have it may publish', async () => {
    const account = { user: 'plant', password: 'right' };
    const bus = await openEmbeddedBroker({ ...options, account, receive: async () => {} });
    try {
      const connect = (username?: string, password?: string) =>
        mqtt.connectAsync(
          url,
          { reconnectPeriod: 0, ...(username && { username }), ...(password && { password }) },
          false,
        );
      await expect(connect()).rejects.toThrow(/Bad username or password/i);
      await expect(connect('plant', 'wrong')).rejects.toThrow(/Bad username or password/i);
      const client = await connect('plant', 'right');
      await client.publishAsync('upwind/v1/park/TI-1', '1', { qos: 1 });
      await client.endAsync(true);
    } finally {
      await bus.close();
    }
  });

  test('does not open itself to other machines without an account', async () => {
    await expect(openEmbeddedBroker({ ...options, host: '0.0.0.0', receive: async () => {} })).rejects.toMatchObject({
      code: 'UPW_BROKER_OPEN',
    });
  });

  test('says which port is taken', async () => {
    const bus = await openEmbeddedBroker({ ...options, receive: async () => {} });
    try {
      await expect(openEmbeddedBroker({ ...options, receive: async () => {} })).rejects.toThrow(
        `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set UPWIND_MQTT_PORT to another port.`,
      );
    } finally {
      await bus.close();
    }
  });
});
