import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Site } from '@upwind/scenes';
import { AlarmDesk } from './alarms/alarm-desk.ts';
import { alarmRoutes } from './alarms/routes.ts';
import type { Database } from './database/database.ts';
import { awaitDatabase, migrate, readMigrations } from './database/migrations.ts';
import { openPostgres } from './database/postgres.ts';
import { type DrillOptions, defineDrillRooms, drillPorts, drillRoutes } from './drills/open-drills.ts';
import type { Environment } from './environment.ts';
import { healthRoutes } from './health/routes.ts';
import { Latest } from './historian/latest.ts';
import { PointNumbers } from './historian/point-numbers.ts';
import { historianRoutes } from './historian/routes.ts';
import { openApplication } from './http/application.ts';
import { ClientFiles } from './http/client-files.ts';
import { clientRoutes } from './http/client-routes.ts';
import { dispatch } from './http/dispatcher.ts';
import { guardAccess, type RouteAccess } from './identity/access.ts';
import { demoAccounts, seedDemoAccounts, seedFirstAdministrator } from './identity/demo-accounts.ts';
import { type Identity, openIdentity } from './identity/identity.ts';
import { identityRoutes } from './identity/routes.ts';
import { EngineThread } from './incidents/engine-thread.ts';
import { incidentRoutes } from './incidents/incident-routes.ts';
import { LiveSockets } from './live/live-sockets.ts';
import { openLocalLiveBus } from './live/local-live-bus.ts';
import { openRedisLiveBus } from './live/redis-live-bus.ts';
import type { Log } from './log.ts';
import type { ServerPorts } from './ports.ts';
import { listenWithRooms, makeRooms, roomsOpen } from './rooms.ts';
import { RealityMeshes } from './sites/reality-meshes.ts';
import { siteRoutes } from './sites/routes.ts';
import { Sites } from './sites/sites.ts';
import { Weather } from './sites/weather.ts';
import { Stopping } from './stopping.ts';
import { openEmbeddedBroker } from './telemetry/embedded-broker.ts';
import { Intake } from './telemetry/intake.ts';
import { openOutsideBroker } from './telemetry/outside-broker.ts';
import { telemetryRoutes } from './telemetry/routes.ts';
import type { SampleBus } from './telemetry/sample-bus.ts';

export interface ServerOptions extends Environment {
  readonly sites: readonly Site[];
  /** Drills other than the house's own, and their clock. */
  readonly drills?: DrillOptions;
  /** Says what a person at the console must know, as one line of JSON on stdout. */
  readonly announce: (event: Readonly<Record<string, unknown>>) => void;
}

export interface RunningServer {
  readonly url: string;
  /** The embedded broker; nothing with a broker of the plant's own. */
  readonly mqttUrl: string | undefined;
  /** Every route with who may call it. */
  readonly routes: readonly RouteAccess[];
  /** Stops in order: no new work, what is under way is finished and stored, then the parts below. */
  stop(): Promise<void>;
}

const databasePatienceMs = 30_000;
const storePatienceMs = 5_000;
const version = (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string })
  .version;

/** Starts the server: one port for the API, the rooms, the live stream and the pages. Throws `ServerError`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = http.createServer();
  const { app, handle } = await openApplication({ server, ...options });
  const stopping = new Stopping();
  try {
    return await compose(options, server, app, handle, stopping);
  } catch (error) {
    await stopping.run(app.log);
    throw error;
  }
}

async function compose(
  options: ServerOptions,
  server: http.Server,
  app: Awaited<ReturnType<typeof openApplication>>['app'],
  handle: Awaited<ReturnType<typeof openApplication>>['handle'],
  stopping: Stopping,
): Promise<RunningServer> {
  const { log } = app;
  const { publicOrigin, redisUrl, host } = options;

  const database = await openDatabase(options, log);
  stopping.add('database', () => database.close());
  const identity = openIdentity({ database, log, demo: options.demo });
  await seedPeople(identity, database, options);

  const live = redisUrl === undefined ? openLocalLiveBus(log) : await openRedisLiveBus({ url: redisUrl, log });
  stopping.add('live bus', () => live.close());
  const sites = new Sites(options.sites);
  const reality = new RealityMeshes({ folder: join(options.home, 'reality'), sites, live, log });
  await reality.start();
  stopping.add('reality meshes', () => reality.stop());

  const numbers = new PointNumbers();
  await numbers.restore(sites, database);
  const latest = new Latest();
  await latest.restore(database);
  live.subscribe((site, event) => {
    if (event.kind === 'samples') for (const sample of event.samples) latest.offer(site, sample);
  });
  const weather = new Weather(sites, latest, live);
  const alarms = new AlarmDesk({ database, audit: identity.audit, live, sites });
  await alarms.restore();
  const intake = new Intake({ database, sites, numbers, latest, alarms, live, log });
  let bus: SampleBus | undefined;

  const ports: ServerPorts = {
    log,
    database,
    identity,
    sites,
    live,
    weather: (site) => weather.of(site, Date.now()),
  };
  const routes = guardAccess(app, { sessions: identity.sessions, publicOrigin, log });
  await healthRoutes(app, { version, database, bus: () => bus, roomsOpen });
  await identityRoutes(app, { identity, publicOrigin });
  await siteRoutes(app, { sites, reality, weather: ports.weather });
  await historianRoutes(app, { database, sites, latest, numbers });
  await alarmRoutes(app, { alarms, sites });
  await telemetryRoutes(app, { intake });
  const engine = new EngineThread(log);
  stopping.add('engine', () => engine.close());
  const drills = drillPorts(ports, engine, options.drills);
  await incidentRoutes(app, { ...ports, engine });
  await drillRoutes(app, drills);
  await clientRoutes(app, new ClientFiles());
  await app.ready();
  stopping.add('application', () => app.close());

  const rooms = makeRooms({ server, log, ...options });
  defineDrillRooms(rooms, drills);
  await listenWithRooms(rooms, { server, log, ...options });
  stopping.add('rooms', () => rooms.gracefullyShutdown(false));
  const sockets = new LiveSockets({ live, sites, sessions: identity.sessions, latest, alarms, log });
  stopping.add('live sockets', () => sockets.close());
  dispatch(server, { api: handle, live: (...upgrade) => sockets.upgrade(...upgrade), publicOrigin });
  const { port } = server.address() as AddressInfo;

  stopping.add('samples under way', () => intake.close(storePatienceMs));
  const opened = await openBus(options, intake, log, port);
  bus = opened.bus;
  stopping.add('sample bus', () => opened.bus.close());
  stopping.add('port', () => void server.close());

  return {
    url: `http://${authority(host, port)}`,
    mqttUrl: opened.url,
    routes,
    stop: () => stopping.run(log),
  };
}

async function openDatabase({ databaseUrl }: Environment, log: Log): Promise<Database> {
  const database = openPostgres({ url: databaseUrl, log });
  try {
    await awaitDatabase(database, addressOf(databaseUrl), databasePatienceMs);
    await migrate(database, await readMigrations(), log);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function seedPeople(identity: Identity, database: Database, { demo, announce }: ServerOptions): Promise<void> {
  if (demo) {
    await seedDemoAccounts(identity.people);
    const accounts = demoAccounts.map(({ name, role, password }) => ({ name, role, password }));
    announce({ event: 'demo-accounts', accounts });
  } else {
    const first = await seedFirstAdministrator(identity.people, database);
    if (first !== undefined) announce({ event: 'first-administrator', ...first });
  }
}

async function openBus(
  { mqttUrl, mqttHost, mqttPort, mqttAccount }: Environment,
  intake: Intake,
  log: Log,
  port: number,
): Promise<{ readonly bus: SampleBus; readonly url: string | undefined }> {
  const receive = intake.receive.bind(intake);
  if (mqttUrl !== undefined) {
    const name = `upwind-${hostname()}-${port}`;
    return { bus: openOutsideBroker({ url: mqttUrl, name, receive, log }), url: undefined };
  }
  const broker = await openEmbeddedBroker({ host: mqttHost, port: mqttPort, account: mqttAccount, receive, log });
  return { bus: broker, url: `mqtt://${authority(mqttHost, broker.port)}` };
}

const authority = (host: string, port: number): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** Host, port and database of an address, without the password. */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'DATABASE_URL' : `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
}
