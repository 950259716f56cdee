import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isOwnOrigin } from '../identity/origin.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;
export type UpgradeListener = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface Dispatch {
  readonly api: RequestListener;
  readonly live: UpgradeListener;
  readonly publicOrigin: string | undefined;
}

const mostRoomBytes = 4_096;

/**
 * Takes Colyseus' only listeners off the server and puts one dispatcher in their place: `/matchmake/` and upgrades
 * other than `/live` go to Colyseus, all else to us. It leans on what Colyseus attaches; a test holds it.
 */
export function dispatch(server: Server, { api, live, publicOrigin }: Dispatch): void {
  const rooms = takeOnly<RequestListener>(server, 'request');
  const roomSockets = takeOnly<UpgradeListener>(server, 'upgrade');
  const own = (request: IncomingMessage) => isOwnOrigin(request.headers, publicOrigin);

  server.on('request', (request, response) => {
    if (!pathOf(request).startsWith('/matchmake/')) {
      api(request, response);
    } else if (!own(request)) {
      refuse(response, 403, 'This website may not open rooms here.');
    } else if (!isSmall(request)) {
      refuse(
        response,
        413,
        `A room is asked for in at most ${mostRoomBytes} bytes of known length. Send only the ticket.`,
      );
    } else {
      rooms(request, response);
    }
  });
  server.on('upgrade', (request, socket, head) => {
    if (!own(request)) {
      refuseUpgrade(socket, 403);
    } else if (pathOf(request) === '/live') {
      live(request, socket, head);
    } else {
      roomSockets(request, socket, head);
    }
  });
}

/** Colyseus gathers a body of any length, before it knows who sends it. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= mostRoomBytes;
}

/** An answer in the form of Colyseus' own; the rest of the request is not read. */
function refuse(response: ServerResponse, code: 403 | 413, error: string): void {
  response.writeHead(code, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ code, error }));
}

/** Ends a handshake with a status and nothing else. */
export function refuseUpgrade(socket: Duplex, status: 400 | 401 | 403 | 404 | 503): void {
  const reason = { 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 503: 'Unavailable' };
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${reason[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '/').split('?', 1)[0] ?? '/';

function takeOnly<Listener>(server: Server, event: 'request' | 'upgrade'): Listener {
  const listeners = server.listeners(event);
  const [only] = listeners;
  if (only === undefined || listeners.length > 1) {
    throw new Error(`expected one ${event} listener of Colyseus, found ${listeners.length}`);
  }
  server.removeAllListeners(event);
  return only as Listener;
}
