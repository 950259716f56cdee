import mqtt, { type MqttClient } from 'mqtt';
import type { Log } from '../log.ts';
import { puback } from './puback.ts';
import type { BusReceiver, SampleBus } from './sample-bus.ts';
import { topicFilter } from './topic.ts';

export interface OutsideBrokerOptions {
  /** `mqtt://user:password@host:port`, or `mqtts://…`. */
  readonly url: string;
  /** Names this server's session on the broker; the same after a restart, another one on every server. */
  readonly name: string;
  readonly receive: BusReceiver;
  readonly log: Log;
  /** After so long without a message, where there were some, the connection is made anew. */
  readonly silenceMs?: number;
}

const sessionExpiryS = 86_400;
const sharedFilter = `$share/upwind/${topicFilter}`;

/**
 * Samples from a broker of the plant's own (Mosquitto, EMQX, …), MQTT 5. mqtt.js handles one message at a time and
 * acknowledges it before it takes the next; so that many are committed together, a QoS 1 message is taken over as it
 * is received, mqtt.js goes on with it as QoS 0, and its PUBACK is written here, after the commit. The session
 * outlives the connection: what was not acknowledged comes again. All servers of a house share one subscription.
 */
export function openOutsideBroker(options: OutsideBrokerOptions): SampleBus {
  const { url, name, receive, log, silenceMs = 60_000 } = options;
  const client = mqtt.connect(url, {
    protocolVersion: 5,
    clientId: name,
    clean: false,
    properties: { sessionExpiryInterval: sessionExpiryS },
    keepalive: 15,
    reconnectPeriod: 1_000,
    connectTimeout: 5_000,
    resubscribe: false,
  });
  let closing = false;
  let newest = 0;

  client.on('packetreceive', (packet) => {
    if (packet.cmd !== 'publish' || closing) return;
    newest = performance.now();
    const { topic, payload, qos, messageId } = packet;
    const acknowledged = qos > 0;
    const stored = receive({
      topic,
      payload: typeof payload === 'string' ? Buffer.from(payload) : payload,
      acknowledged,
    });
    if (!acknowledged || messageId === undefined) return;
    packet.qos = 0;
    const { stream } = client;
    // A message identifier is good for its connection only: after a reconnection the broker sends again.
    stored.then(() => {
      if (client.stream === stream && stream.writable) stream.write(puback(messageId));
    });
  });
  subscribeAtEveryConnection(client, log);
  client.on('error', (error) => log.warn({ reason: reasonOf(error) }, 'MQTT broker'));
  client.on('offline', () => log.warn({}, 'the MQTT broker does not answer'));

  const watchdog = setInterval(() => {
    if (newest === 0 || performance.now() - newest < silenceMs) return;
    newest = 0;
    log.warn({ silenceMs }, 'no message came for long: the connection to the MQTT broker is made anew');
    client.reconnect();
  }, silenceMs / 4);

  return {
    get connected() {
      return client.connected;
    },
    async close() {
      closing = true;
      clearInterval(watchdog);
      await client.endAsync(true);
    },
  };
}

/** Whether the broker remembers the session or not: it may have been restarted, or have dropped the subscription. */
function subscribeAtEveryConnection(client: MqttClient, log: Log): void {
  client.on('connect', () => {
    client.subscribeAsync(sharedFilter, { qos: 1 }).then(
      () => log.info({ filter: sharedFilter }, 'subscribed at the MQTT broker'),
      (error: unknown) => log.error({ reason: reasonOf(error) }, 'the MQTT broker refused the subscription'),
    );
  });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
