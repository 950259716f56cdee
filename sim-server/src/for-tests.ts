import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Point, Site } from '@upwind/scenes';
import { WebSocket } from 'ws';
import type { LiveFrame } from './contract/index.ts';
import { type FreshDatabase, freshDatabase } from './database/embedded/for-tests.ts';
import type { Environment } from './environment.ts';
import { type RunningServer, type ServerOptions, startServer } from './server.ts';

const point = (id: string, quantity: Point['quantity'], unit: string, rest: Partial<Point> = {}): Point => ({
  id,
  element: 'T-1',
  name: { zh: id, en: id },
  quantity,
  unit,
  range: { low: -100, high: 400 },
  at: [0, 0, 2],
  periodMs: 1_000,
  ...rest,
});

/** A site that is small enough to reason about. */
export const testSite: Site = {
  id: 'test-park',
  kind: 'chemical-park',
  name: { zh: '测试园区', en: 'Test park' },
  origin: { lat: 31.2, lon: 121.5, heightM: 4 },
  extent: { min: [-100, -100], max: [100, 100] },
  roughnessM: 0.3,
  mast: { element: 'WM-1', heightM: 10, windSpeed: 'WS-1', windDirection: 'WD-1' },
  elements: [
    {
      id: 'T-1',
      kind: 'storage-tank',
      name: { zh: '储罐', en: 'Tank' },
      at: [0, 0, 0],
      shape: { kind: 'vertical-cylinder', radiusM: 5, heightM: 10 },
    },
  ],
  points: [
    point('TI-1', 'temperature', '°C', {
      limits: { high: { value: 80, priority: 'high' }, highHigh: { value: 95, priority: 'critical' }, deadBand: 2 },
    }),
    point('LI-1', 'level', 'm', {
      limits: { low: { value: 1, priority: 'medium' }, onDelayMs: 600_000 },
    }),
    point('PI-1', 'pressure', 'MPa'),
    point('WS-1', 'wind-speed', 'm/s'),
    point('WD-1', 'wind-direction', '°'),
  ],
};

/** Someone with the cookie of a session. */
export interface Visitor {
  readonly cookie: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The body of a GET. */
  get<T>(path: string): Promise<T>;
  /** Sends JSON. */
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export interface TestServer {
  readonly running: RunningServer;
  readonly url: string;
  readonly mqttUrl: string;
  readonly home: string;
  readonly database: FreshDatabase;
  /** Every line it announced. */
  readonly announced: Readonly<Record<string, unknown>>[];
  visitor(cookie?: string): Visitor;
  /** By the name of a demo account. */
  logIn(name: string): Promise<Visitor>;
  /** Stops it and starts another one on the same database and home. */
  restart(options?: Partial<ServerOptions>): Promise<TestServer>;
  stop(): Promise<void>;
}

/** Starts a whole server on free ports with a database and a home of its own. */
export async function startForTests(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const database = await freshDatabase();
  const home = await mkdtemp(join(tmpdir(), 'upwind-server-'));
  return startOn(database, home, options);
}

async function startOn(database: FreshDatabase, home: string, options: Partial<ServerOptions>): Promise<TestServer> {
  const environment: Environment = {
    host: '127.0.0.1',
    port: 0,
    home,
    databaseUrl: database.url,
    mqttUrl: undefined,
    mqttHost: '127.0.0.1',
    mqttPort: 0,
    mqttAccount: undefined,
    redisUrl: undefined,
    demo: true,
    publicOrigin: undefined,
    logLevel: 'fatal',
  };
  const announced: Readonly<Record<string, unknown>>[] = [];
  const announce = (event: Readonly<Record<string, unknown>>) => void announced.push(event);
  const running = await startServer({ ...environment, sites: [testSite], announce, ...options });
  const { url } = running;
  const visitor = (cookie = '') => visitorOf(url, cookie);
  return {
    running,
    url,
    mqttUrl: running.mqttUrl ?? '',
    home,
    database,
    announced,
    visitor,
    async logIn(name) {
      const answer = await visitor().send('POST', '/api/session', { name, password: 'upwind-demo' });
      if (!answer.ok) throw new Error(`${name} cannot log in: ${await answer.text()}`);
      return visitor(answer.headers.get('set-cookie')?.split(';')[0] ?? '');
    },
    async restart(changed = {}) {
      await running.stop();
      return startOn(database, home, { ...options, ...changed });
    },
    async stop() {
      await running.stop();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** Someone who calls a server with a cookie, or with none. */
export function visitorOf(url: string, cookie: string): Visitor {
  const go = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { cookie, ...(init.headers as Record<string, string>) } });
  return {
    cookie,
    fetch: go,
    get: async <T>(path: string) => (await (await go(path)).json()) as T,
    send: (method, path, body, headers = {}) =>
      go(path, {
        method,
        ...(body === undefined ? { headers } : { headers: { 'content-type': 'application/json', ...headers } }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

/** A twin's end of the live stream, keeping every frame. */
export interface Twin {
  readonly socket: WebSocket;
  readonly frames: LiveFrame[];
  /** Waits for the first frame for which `find` gives something. */
  until<T>(find: (frame: LiveFrame) => T | undefined, patienceMs?: number): Promise<T>;
  /** The code it was closed with. */
  closed(): Promise<number>;
}

export async function openTwin(server: TestServer, visitor: Visitor, site = testSite.id): Promise<Twin> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live?site=${site}`, {
    headers: { cookie: visitor.cookie },
  });
  const frames: LiveFrame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as LiveFrame));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await once(socket, 'open');
  return {
    socket,
    frames,
    closed: () => closed,
    until: (find, patienceMs = 10_000) =>
      eventually(() => {
        for (const frame of frames) {
          const found = find(frame);
          if (found !== undefined) return found;
        }
        return undefined;
      }, patienceMs),
  };
}

/** Asks again until there is an answer. Throws after `patienceMs`. */
export async function eventually<T>(
  ask: () => T | undefined | Promise<T | undefined>,
  patienceMs = 30_000,
): Promise<T> {
  for (const giveUp = performance.now() + patienceMs; ; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUp) throw new Error(`nothing came within ${patienceMs} ms: ${ask}`);
    await sleep(20);
  }
}
