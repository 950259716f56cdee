import type { Server as HttpServer } from 'node:http';
import { Server as Colyseus, matchMaker } from '@colyseus/core';
import { RedisDriver } from '@colyseus/redis-driver';
import { RedisPresence } from '@colyseus/redis-presence';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { ServerError } from './errors.ts';
import type { Log } from './log.ts';

export interface RoomsOptions {
  readonly log: Log;
  readonly server: HttpServer;
  readonly redisUrl: string | undefined;
  readonly host: string;
  readonly port: number;
}

/** Colyseus on our server, not yet listening; with Redis, rooms are found across servers. */
export function makeRooms({ server, redisUrl, log }: RoomsOptions): Colyseus {
  return new Colyseus({
    transport: new WebSocketTransport({ server }),
    greet: false,
    logger: loggerOf(log),
    // The process stops in our order, not when Colyseus hears a signal.
    gracefullyShutdown: false,
    ...(redisUrl !== undefined && { presence: new RedisPresence(redisUrl), driver: new RedisDriver(redisUrl) }),
  });
}

/** Opens the port. Throws `UPW_PORT_TAKEN`; Colyseus by itself would wait for ever. */
export function listenWithRooms(rooms: Colyseus, { server, host, port }: RoomsOptions): Promise<void> {
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

/** Whether rooms can be opened now. */
export const roomsOpen = (): boolean => matchMaker.state === matchMaker.MatchMakerState.READY;

/** Colyseus speaks in arguments, we in lines. */
function loggerOf(log: Log) {
  const line = (level: 'debug' | 'info' | 'warn' | 'error') => (what: unknown) =>
    log[level]({ part: 'rooms' }, what instanceof Error ? (what.stack ?? what.message) : String(what));
  return { debug: line('debug'), trace: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
