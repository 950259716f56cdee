import { join, resolve } from 'node:path';
import { root } from '../root.ts';
import { Sentence } from './sentence.ts';

/** What `npm start` was asked to run, from the environment. */
export interface Settings {
  /** Folder of data, logs and the note of what runs. */
  readonly home: string;
  readonly host: string;
  readonly port: number;
  /** Port of the embedded MQTT broker; unused with `mqttUrl`. */
  readonly mqttPort: number;
  /** Demo accounts, demo plant and the demo park's reality mesh. */
  readonly demo: boolean;
  readonly databaseUrl?: string;
  readonly mqttUrl?: string;
  readonly redisUrl?: string;
}

/** Reads and checks the environment. Throws a {@link Sentence}. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const databaseUrl = urlOf(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const mqttUrl = urlOf(environment, 'MQTT_URL', ['mqtt:', 'mqtts:', 'ws:', 'wss:']);
  const redisUrl = urlOf(environment, 'REDIS_URL', ['redis:', 'rediss:']);
  const home = textOf(environment, 'UPWIND_HOME');
  return {
    home: home === undefined ? join(root, '.upwind') : resolve(home),
    host: textOf(environment, 'UPWIND_HOST') ?? '127.0.0.1',
    port: portOf(environment, 'UPWIND_PORT', 8460),
    mqttPort: portOf(environment, 'UPWIND_MQTT_PORT', 18_830),
    demo: switchOf(environment, 'UPWIND_DEMO', true),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(mqttUrl !== undefined && { mqttUrl }),
    ...(redisUrl !== undefined && { redisUrl }),
  };
}

function textOf(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === '' ? undefined : value;
}

function portOf(environment: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = textOf(environment, name);
  const port = value === undefined ? usual : Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Sentence(`${name} is "${value}", which is not a port. Give a number from 1 to 65535.`);
}

function switchOf(environment: NodeJS.ProcessEnv, name: string, usual: boolean): boolean {
  const value = textOf(environment, name);
  if (value === undefined) return usual;
  if (value === '1' || value === '0') return value === '1';
  throw new Sentence(`${name} is "${value}". Give 1 or 0.`);
}

function urlOf(environment: NodeJS.ProcessEnv, name: string, protocols: readonly string[]): string | undefined {
  const value = textOf(environment, name);
  if (value === undefined || protocols.includes(URL.parse(value)?.protocol ?? '')) return value;
  // The value may hold a password: it is not repeated.
  throw new Sentence(`${name} is not an address. Give one such as ${protocols[0]}//host:port, or leave it unset.`);
}
