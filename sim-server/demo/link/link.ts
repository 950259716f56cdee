import mqtt, { type MqttClient } from 'mqtt';

export interface LinkOptions {
  url: string;
  account: { user: string; password: string } | undefined;
  clientId: string;
  /** Where the link says that it came up or went down, in one line. */
  say: (line: string) => void;
  /** Called when messages can be sent again. */
  ready: () => void;
}

const firstWaitMs = 500;
const longestWaitMs = 10_000;

/**
 * A connection to an MQTT broker that mends itself. Each connection is a fresh client with nothing in store: what was
 * not acknowledged comes back to the caller by a rejected promise, so that the outbox alone knows what still has to go.
 */
export class Link {
  readonly #options: LinkOptions;
  #client: MqttClient | undefined;
  #up = false;
  #closed = false;
  #waitMs = firstWaitMs;
  #timer: NodeJS.Timeout | undefined;
  #trouble = '';
  readonly #unacknowledged = new Set<(error: Error) => void>();

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#connect();
  }

  get up(): boolean {
    return this.#up;
  }

  /** Sends with QoS 1; settles when the broker acknowledged it, or the connection went before it did. */
  publish(topic: string, payload: string): Promise<void> {
    const client = this.#client;
    if (client === undefined || !this.#up) return Promise.reject(new Error('not connected'));
    return new Promise((resolve, reject) => {
      this.#unacknowledged.add(reject);
      client.publish(topic, payload, { qos: 1 }, (error) => {
        this.#unacknowledged.delete(reject);
        if (error) reject(error);
        else resolve();
      });
    });
  }

  /** Says goodbye to the broker; what is still unacknowledged is rejected. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    if (client !== undefined) await client.endAsync(!this.#up).catch(() => undefined);
    this.#down();
  }

  #connect(): void {
    const { url, account, clientId } = this.#options;
    const client = mqtt.connect(url, {
      clientId,
      ...(account && { username: account.user, password: account.password }),
      clean: true,
      keepalive: 15,
      connectTimeout: 8000,
      reconnectPeriod: 0,
    });
    this.#client = client;
    client.on('connect', () => this.#cameUp());
    client.on('error', (error) => {
      this.#tell(troubleWith(url, error));
    });
    client.on('close', () => {
      if (client !== this.#client) return;
      this.#client = undefined;
      client.end(true);
      this.#down();
      this.#again();
    });
  }

  #cameUp(): void {
    this.#up = true;
    this.#waitMs = firstWaitMs;
    this.#trouble = '';
    this.#options.say(`connected to ${shown(this.#options.url)}`);
    this.#options.ready();
  }

  #down(): void {
    if (this.#up && !this.#closed) this.#tell(`lost the connection to ${shown(this.#options.url)}, keeping samples`);
    this.#up = false;
    const waiting = [...this.#unacknowledged];
    this.#unacknowledged.clear();
    for (const reject of waiting) reject(new Error('the connection went before the acknowledgement'));
  }

  #again(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => this.#connect(), this.#waitMs);
    this.#waitMs = Math.min(longestWaitMs, this.#waitMs * 2);
  }

  /** The same trouble is told once, not at every attempt. */
  #tell(trouble: string): void {
    if (trouble === this.#trouble || this.#closed) return;
    this.#trouble = trouble;
    this.#options.say(trouble);
  }
}

function troubleWith(url: string, error: Error & { code?: unknown }): string {
  if (error.code === 4 || error.code === 5) {
    return `the broker at ${shown(url)} refuses the account: set UPWIND_MQTT_USER and UPWIND_MQTT_PASSWORD`;
  }
  if (error.code === 'ECONNREFUSED')
    return `no broker answers at ${shown(url)}: start it or set MQTT_URL; trying again`;
  return `cannot reach ${shown(url)} (${error.message || String(error.code)}); trying again`;
}

/** The address without what an address may hide. */
function shown(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? url : `${parsed.protocol}//${parsed.host}`;
}
