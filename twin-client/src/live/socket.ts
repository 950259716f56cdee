import type { LiveFrame } from '@upwind/sim-server/contract';

/** How the live stream stands. `since` is when it was lost, by this machine's clock. */
export type Connection =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly since: number }
  | { readonly kind: 'offline'; readonly since: number };

/** After this long without a stream, the page says that it is off-line; it still keeps trying. */
export const offlineAfterMs = 20_000;

/** Wait before the n-th try (from 0): 0.5 s doubling to 10 s, with up to 30 % of chance so that twins do not come at once. */
export function backoffMs(tries: number, chance: number): number {
  return Math.min(10_000, 500 * 2 ** Math.min(tries, 6)) * (1 + 0.3 * chance);
}

/** What a connection needs of the world around it; a test gives its own. */
export interface SocketWorld {
  open(url: string): WebSocket;
  now(): number;
  chance(): number;
  wait(ms: number, then: () => void): () => void;
}

const browserWorld: SocketWorld = {
  open: (url) => new WebSocket(url),
  now: () => Date.now(),
  chance: () => Math.random(),
  wait: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
};

export interface SocketListener {
  onFrame(frame: LiveFrame): void;
  onConnection(connection: Connection): void;
  /** The server ended the session, or will not let this page in: someone should ask who is signed in. */
  onDoubt(): void;
}

/** The server's close code for a session that is over. */
const sessionOver = 4401;

const kinds: ReadonlySet<string> = new Set(['snapshot', 'samples', 'alarm', 'changed']);

/** A frame of the contract, or nothing: a newer server may send kinds this page does not know. */
export function readFrame(text: unknown): LiveFrame | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const frame: unknown = JSON.parse(text);
    const known =
      typeof frame === 'object' &&
      frame !== null &&
      'kind' in frame &&
      typeof frame.kind === 'string' &&
      kinds.has(frame.kind);
    return known ? (frame as LiveFrame) : undefined;
  } catch {
    return undefined;
  }
}

/** Holds one live stream open: reconnects for ever with growing waits, at once when the network returns. */
export class LiveSocket {
  readonly #url: string;
  readonly #listener: SocketListener;
  readonly #world: SocketWorld;
  #socket: WebSocket | undefined;
  #tries = 0;
  #lostAt: number | undefined;
  #closed = false;
  #cancelWait: () => void = () => undefined;
  #cancelOffline: () => void = () => undefined;

  constructor(url: string, listener: SocketListener, world: SocketWorld = browserWorld) {
    this.#url = url;
    this.#listener = listener;
    this.#world = world;
    this.#connect();
  }

  /** Tries now instead of later: the network is back, the page is seen again. */
  hurry(): void {
    if (this.#closed || this.#socket !== undefined) return;
    this.#tries = 0;
    this.#cancelWait();
    this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait();
    this.#cancelOffline();
    this.#socket?.close();
    this.#socket = undefined;
  }

  #connect(): void {
    const socket = this.#world.open(this.#url);
    this.#socket = socket;
    socket.addEventListener('message', (event) => {
      if (this.#socket !== socket) return;
      const frame = readFrame(event.data);
      if (frame === undefined) return;
      if (frame.kind === 'snapshot') this.#alive();
      this.#listener.onFrame(frame);
    });
    socket.addEventListener('close', (event) => this.#lost(socket, event.code));
    socket.addEventListener('error', () => socket.close());
  }

  #alive(): void {
    this.#tries = 0;
    this.#lostAt = undefined;
    this.#cancelOffline();
    this.#listener.onConnection({ kind: 'live' });
  }

  #lost(socket: WebSocket, code: number): void {
    if (this.#closed || this.#socket !== socket) return;
    this.#socket = undefined;
    // A handshake refused for want of a session looks like any other failure to a page.
    if (code === sessionOver || this.#tries === 1) this.#listener.onDoubt();
    if (this.#lostAt === undefined) {
      const since = this.#world.now();
      this.#lostAt = since;
      this.#listener.onConnection({ kind: 'reconnecting', since });
      this.#cancelOffline = this.#world.wait(offlineAfterMs, () =>
        this.#listener.onConnection({ kind: 'offline', since }),
      );
    }
    this.#cancelWait = this.#world.wait(backoffMs(this.#tries, this.#world.chance()), () => this.#connect());
    this.#tries += 1;
  }
}
