import { fileURLToPath } from 'node:url';

/** How the server is set up, from the environment; `README.md` has the table. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  /** Folder for what is not in the database: reality meshes. */
  readonly home: string;
  readonly databaseUrl: string;
  /** A broker of the plant's own; without it the server brings one. */
  readonly mqttUrl: string | undefined;
  readonly mqttHost: string;
  readonly mqttPort: number;
  /** Who may publish at the embedded broker; without it, everyone on this machine. */
  readonly mqttAccount: { readonly user: string; readonly password: string } | undefined;
  readonly redisUrl: string | undefined;
  readonly demo: boolean;
  /** Origin that people use when a proxy with TLS stands in front, such as `https://twin.example`. */
  readonly publicOrigin: string | undefined;
  readonly logLevel: string;
}

/** Reads the environment. Throws an `Error` with one clear sentence when a value makes no sense. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const databaseUrl = variables['DATABASE_URL'];
  if (databaseUrl === undefined || databaseUrl === '') {
    throw new Error('DATABASE_URL is not set. Give the address of a PostgreSQL, or run `npm start`, which brings one.');
  }
  return {
    host: text(variables['UPWIND_HOST']) ?? '127.0.0.1',
    port: port('UPWIND_PORT', variables['UPWIND_PORT'], 8460),
    home: text(variables['UPWIND_HOME']) ?? fileURLToPath(new URL('../../.upwind', import.meta.url)),
    databaseUrl,
    mqttUrl: text(variables['MQTT_URL']),
    mqttHost: text(variables['UPWIND_MQTT_HOST']) ?? '127.0.0.1',
    mqttAccount: account(text(variables['UPWIND_MQTT_USER']), text(variables['UPWIND_MQTT_PASSWORD'])),
    mqttPort: port('UPWIND_MQTT_PORT', variables['UPWIND_MQTT_PORT'], 18_830),
    redisUrl: text(variables['REDIS_URL']),
    demo: variables['UPWIND_DEMO'] === '1',
    publicOrigin: origin(text(variables['UPWIND_PUBLIC_URL'])),
    logLevel: text(variables['UPWIND_LOG']) ?? 'info',
  };
}

const text = (value: string | undefined): string | undefined => (value === '' ? undefined : value);

function port(name: string, value: string | undefined, usual: number): number {
  if (value === undefined || value === '') return usual;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 0 && number < 65_536) return number;
  throw new Error(`${name} is "${value}", which is not a port. Give a number from 0 to 65535 (0: any free one).`);
}

function account(user: string | undefined, password: string | undefined): Environment['mqttAccount'] {
  if (user !== undefined && password !== undefined) return { user, password };
  if (user === undefined && password === undefined) return undefined;
  throw new Error('Of UPWIND_MQTT_USER and UPWIND_MQTT_PASSWORD only one is set. Set both, or neither.');
}

function origin(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url !== null && (url.protocol === 'https:' || url.protocol === 'http:')) return url.origin;
  throw new Error(`UPWIND_PUBLIC_URL is "${value}", which is not an address. Give one such as https://twin.example.`);
}
