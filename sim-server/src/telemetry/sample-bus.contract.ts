import { setTimeout as sleep } from 'node:timers/promises';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { describe, expect, test } from 'vitest';
import { eventually } from '../for-tests.ts';
import type { BusMessage, BusReceiver, SampleBus } from './sample-bus.ts';

/** A bus under test: how it is opened and where devices publish. */
export interface BusUnderTest {
  open(receive: BusReceiver): Promise<{ readonly bus: SampleBus; readonly deviceUrl: string }>;
  /**
   * Whether a device's acknowledgement is the bus's own. A broker of the plant's acknowledges to the device by itself
   * and keeps the message until the bus has acknowledged it.
   */
  readonly acknowledgesDevices: boolean;
}

const textOf = ({ payload }: BusMessage) => Buffer.from(payload).toString();
const topic = 'upwind/v1/park/TI-1';

/** What every `SampleBus` promises. */
export function sampleBusContract(name: string, underTest: BusUnderTest): void {
  const device = (url: string, options: IClientOptions = {}): Promise<MqttClient> =>
    mqtt.connectAsync(url, { reconnectPeriod: 200, ...options });

  describe(`${name} as a sample bus`, () => {
    test('gives every message with its topic and bytes, at QoS 0, 1 and 2, in the order it was sent', async () => {
      const got: BusMessage[] = [];
      const { bus, deviceUrl } = await underTest.open(async (message) => void got.push(message));
      const client = await device(deviceUrl);
      try {
        expect(bus.connected).toBe(true);
        for (let n = 0; n < 30; n += 1) await client.publishAsync(topic, `${n}`, { qos: n % 2 === 0 ? 1 : 2 });
        client.publish(topic, 'at most once', { qos: 0 });
        await eventually(() => (got.length >= 31 ? true : undefined));
        expect(got.map(textOf)).toEqual([...Array.from({ length: 30 }, (_, n) => `${n}`), 'at most once']);
        expect(new Set(got.map((message) => message.topic))).toEqual(new Set([topic]));
        expect(got.map(({ acknowledged }) => acknowledged)).toEqual([...Array(30).fill(true), false]);
      } finally {
        await client.endAsync(true);
        await bus.close();
      }
    });

    test('many messages may be under way at once, so that they are committed together', async () => {
      const waiting: (() => void)[] = [];
      const { bus, deviceUrl } = await underTest.open(() => new Promise((resolve) => waiting.push(resolve)));
      const client = await device(deviceUrl);
      try {
        const sent = Array.from({ length: 15 }, (_, n) => client.publishAsync(topic, `${n}`, { qos: 1 }));
        await eventually(() => (waiting.length === 15 ? true : undefined));
        for (const settle of waiting) settle();
        await Promise.all(sent);
      } finally {
        await client.endAsync(true);
        await bus.close();
      }
    });

    if (underTest.acknowledgesDevices) {
      test('a device hears the acknowledgement after the receiver has settled, not before', async () => {
        let settle: (() => void) | undefined;
        const { bus, deviceUrl } = await underTest.open(
          () =>
            new Promise((resolve) => {
              settle = resolve;
            }),
        );
        const client = await device(deviceUrl);
        try {
          for (const qos of [1, 2] as const) {
            settle = undefined;
            let acknowledged = false;
            const sent = client.publishAsync(topic, '1', { qos }).then(() => {
              acknowledged = true;
            });
            const done = await eventually(() => settle);
            await sleep(200);
            expect(acknowledged).toBe(false);
            done();
            await sent;
          }
        } finally {
          await client.endAsync(true);
          await bus.close();
        }
      });
    }

    test('a message that was not acknowledged comes again after a reconnection', async () => {
      const first: BusMessage[] = [];
      const before = await underTest.open((message) => {
        first.push(message);
        return new Promise(() => {});
      });
      const client = await device(before.deviceUrl, { clientId: 'a-device', clean: false });
      const sent = client.publishAsync(topic, 'keep me', { qos: 1 });
      await eventually(() => (first.length > 0 ? true : undefined));
      await before.bus.close();

      const second: BusMessage[] = [];
      const after = await underTest.open(async (message) => void second.push(message));
      try {
        await eventually(() => (second.some((message) => textOf(message) === 'keep me') ? true : undefined));
        await sent;
      } finally {
        await client.endAsync(true);
        await after.bus.close();
      }
    });
  });
}
