import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { AlarmDesk } from '../alarms/alarm-desk.ts';
import type { Latest } from '../historian/latest.ts';
import { refuseUpgrade } from '../http/dispatcher.ts';
import { sessionToken } from '../identity/cookie.ts';
import type { Session, Sessions } from '../identity/sessions.ts';
import type { Log } from '../log.ts';
import type { Sites } from '../sites/sites.ts';
import type { LiveBus } from './live-bus.ts';
import { type LiveReader, SiteChannel } from './site-channel.ts';

export interface LiveSocketsOptions {
  readonly live: LiveBus;
  readonly sites: Sites;
  readonly sessions: Sessions;
  readonly latest: Latest;
  readonly alarms: AlarmDesk;
  readonly log: Log;
}

/** Samples leave at most ten times a second. */
const flushMs = 100;
/** Twins say nothing: what they send is not read. */
const mostBytesIn = 1_024;
/** A twin that does not answer two pings is gone; at each its session is looked up again. */
const heartbeatMs = 4_000;

/** WebSocket close codes: 1001 going away, 1013 try again later (RFC 6455), 4401 the session is over (ours). */
const closeCode = { goingAway: 1001, policy: 1008, tooSlow: 1013, sessionOver: 4401 } as const;

/** The live stream: `/live?site=<id>` with the session's cookie. */
export class LiveSockets {
  readonly #options: LiveSocketsOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: mostBytesIn, perMessageDeflate: false });
  readonly #channels = new Map<string, SiteChannel>();
  readonly #sockets = new Map<WebSocket, { readonly session: Session; answered: boolean }>();
  readonly #stop: readonly (() => void)[];

  constructor(options: LiveSocketsOptions) {
    this.#options = options;
    const flush = setInterval(() => {
      for (const channel of this.#channels.values()) channel.flush();
    }, flushMs);
    const heartbeat = setInterval(() => this.#beat(), heartbeatMs);
    this.#stop = [
      () => clearInterval(flush),
      () => clearInterval(heartbeat),
      options.live.subscribe((site, event) => this.#channels.get(site)?.take(event)),
      options.sessions.onEnd((end) => {
        for (const [socket, { session }] of this.#sockets) {
          const over = 'session' in end ? session.id === end.session : session.person.id === end.person;
          if (over) socket.close(closeCode.sessionOver, 'the session is over');
        }
      }),
    ];
  }

  /** Takes an upgrade of `/live`; its Origin has been checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const site = new URL(request.url ?? '/', 'http://host').searchParams.get('site') ?? '';
    const token = sessionToken(request.headers.cookie);
    const known = this.#options.sites.has(site);
    if (token === undefined || !known) {
      refuseUpgrade(socket, known ? 401 : 404);
      return;
    }
    const onError = () => socket.destroy();
    socket.on('error', onError);
    this.#options.sessions.find(token).then(
      (session) => {
        if (session === undefined) return refuseUpgrade(socket, 401);
        socket.off('error', onError);
        this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened, site, session));
      },
      () => refuseUpgrade(socket, 503),
    );
  }

  async close(): Promise<void> {
    for (const stop of this.#stop) stop();
    for (const socket of this.#sockets.keys()) socket.close(closeCode.goingAway, 'the server stops');
    const gone = () => this.#sockets.size === 0;
    for (let waited = 0; waited < 1_000 && !gone(); waited += 50) await new Promise((next) => setTimeout(next, 50));
    for (const socket of this.#sockets.keys()) socket.terminate();
    this.#server.close();
  }

  #open(socket: WebSocket, site: string, session: Session): void {
    const state = { session, answered: true };
    this.#sockets.set(socket, state);
    const reader: LiveReader = {
      get waitingBytes() {
        return socket.bufferedAmount;
      },
      send: (text) => socket.send(text),
      drop: () => {
        this.#options.log.warn({ site, person: session.person.name }, 'a twin was too slow and has been closed');
        socket.close(closeCode.tooSlow, 'too slow');
        socket.terminate();
      },
    };
    const channel = this.#channel(site);
    socket.on('pong', () => {
      state.answered = true;
    });
    socket.on('message', () => socket.close(closeCode.policy, 'this socket only speaks'));
    socket.on('error', (error) => this.#options.log.info({ site, reason: error.message }, 'a live socket broke'));
    socket.on('close', () => {
      this.#sockets.delete(socket);
      channel.remove(reader);
      if (channel.empty) this.#channels.delete(site);
    });
    channel.add(reader);
  }

  #channel(site: string): SiteChannel {
    const known = this.#channels.get(site);
    if (known !== undefined) return known;
    const { latest, alarms } = this.#options;
    const channel = new SiteChannel({
      site,
      now: Date.now,
      snapshot: () => ({ latest: [...latest.list(site)], alarms: [...alarms.open(site)] }),
    });
    this.#channels.set(site, channel);
    return channel;
  }

  #beat(): void {
    for (const [socket, state] of this.#sockets) {
      if (!state.answered) {
        socket.terminate();
        continue;
      }
      state.answered = false;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
      this.#options.sessions.check(state.session.id).then(
        (session) => {
          if (session === undefined) socket.close(closeCode.sessionOver, 'the session is over');
        },
        // While the database does not answer, who is in stays in: the live twin goes on.
        () => {},
      );
    }
  }
}
