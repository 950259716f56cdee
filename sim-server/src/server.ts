import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server as Colyseus } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Site } from '@upwind/scenes';
import { awaitDatabase, migrate, readMigrations } from './database/migrations.ts';
import { openPostgres } from './database/postgres.ts';
import type { Environment } from './environment.ts';
import { ServerError } from './errors.ts';
import { openApplication } from './http/application.ts';
import { dispatch, refuseUpgrade } from './http/dispatcher.ts';
import { guardAccess, type RouteAccess } from './identity/access.ts';
import { demoAccounts, seedDemoAccounts, seedFirstAdministrator } from './identity/demo-accounts.ts';
import { openIdentity } from './identity/identity.ts';
import { identityRoutes } from './identity/routes.ts';
import { openLocalLiveBus } from './live/local-live-bus.ts';
import type { ServerPorts } from './ports.ts';
import { Sites } from './sites/sites.ts';

export interface ServerOptions extends Environment {
  readonly sites: readonly Site[];
  /** Says what a person at the console must know, as one line of JSON on stdout. */
  readonly announce: (event: Readonly<Record<string, unknown>>) => void;
}

export interface RunningServer {
  readonly url: string;
  /** Every route with who may call it. */
  readonly routes: readonly RouteAccess[];
  /** Stops in order: no new work, what is under way is finished and stored, then the parts below. */
  stop(): Promise<void>;
}

const databasePatienceMs = 30_000;

/** Starts the server: one port for the API, the rooms, the live stream and the pages. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = http.createServer();
  const { app, handle } = await openApplication({ server, ...options });
  const log = app.log;

  const database = openPostgres({ url: options.databaseUrl, log });
  await awaitDatabase(database, addressOf(options.databaseUrl), databasePatienceMs);
  await migrate(database, await readMigrations(), log);

  const identity = openIdentity({ database, log, demo: options.demo });
  if (options.demo) {
    await seedDemoAccounts(identity.people);
    const accounts = demoAccounts.map(({ name, role, password }) => ({ name, role, password }));
    options.announce({ event: 'demo-accounts', accounts });
  } else {
    const first = await seedFirstAdministrator(identity.people, database);
    if (first !== undefined) options.announce({ event: 'first-administrator', ...first });
  }

  const live = openLocalLiveBus();
  const ports: ServerPorts = {
    log,
    database,
    identity,
    sites: new Sites(options.sites),
    live,
    weather: () => undefined,
  };

  const routes = guardAccess(app, { sessions: identity.sessions, publicOrigin: options.publicOrigin, log });
  await identityRoutes(app, { ...ports, publicOrigin: options.publicOrigin });
  // Drills and incidents: `await drillRoutes(app, ports)`, `await incidentRoutes(app, ports)`.
  await app.ready();

  const rooms = new Colyseus({
    transport: new WebSocketTransport({ server }),
    greet: false,
    gracefullyShutdown: false,
  });
  // Rooms: `defineDrillRooms(rooms, ports)`.
  await listen(server, rooms, options);
  dispatch(server, {
    api: handle,
    live: (_request, socket) => refuseUpgrade(socket, 404),
    publicOrigin: options.publicOrigin,
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    routes,
    async stop() {
      await rooms.gracefullyShutdown(false);
      await app.close();
      await live.close();
      await database.close();
    },
  };
}

/** Opens the port; Colyseus would otherwise wait for ever when it is taken. */
function listen(server: http.Server, rooms: Colyseus, { host, port }: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      const parameters = { host, port, variable: 'UPWIND_PORT' };
      reject(error.code === 'EADDRINUSE' ? new ServerError('UPW_PORT_TAKEN', { parameters, cause: error }) : error);
    };
    server.once('error', onError);
    rooms.listen(port, host).then(() => {
      server.off('error', onError);
      resolve();
    }, reject);
  });
}

/** Host, port and database of an address, without the password. */
function addressOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed === null ? 'DATABASE_URL' : `${parsed.hostname}:${parsed.port || '5432'}${parsed.pathname}`;
}
