import { spawnSync } from 'node:child_process';
import mqtt from 'mqtt';

/**
 * Publishes one message as a device of another maker would: by Debian's `mosquitto_pub` where it is installed, else by a
 * plain MQTT client. Resolves when the broker has acknowledged it; throws when it has not.
 */
export async function publish(mqttUrl: string, topic: string, payload: string): Promise<'mosquitto_pub' | 'client'> {
  const { hostname, port } = new URL(mqttUrl);
  const run = spawnSync('mosquitto_pub', ['-h', hostname, '-p', port, '-q', '1', '-t', topic, '-m', payload], {
    encoding: 'utf8',
    timeout: 15_000,
  });
  if (run.error === undefined) {
    if (run.status !== 0) throw new Error(`mosquitto_pub ended with ${run.status}: ${run.stderr}`);
    return 'mosquitto_pub';
  }
  const client = await mqtt.connectAsync(mqttUrl);
  try {
    await client.publishAsync(topic, payload, { qos: 1 });
  } finally {
    await client.endAsync();
  }
  return 'client';
}
