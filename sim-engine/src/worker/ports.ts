import type { EnginePort } from './messages.ts';

/** A browser's Worker, a worker's own scope, or a MessagePort of the browser: anything with messages as events. */
export interface EventedEndpoint {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  addEventListener(
    type: string,
    listen: (event: { readonly data?: unknown; readonly message?: unknown }) => void,
  ): void;
  start?(): void;
}

/** Node's Worker, MessagePort or parentPort. */
export interface EmitterEndpoint {
  postMessage(message: unknown, transfer: ArrayBuffer[]): void;
  on(event: string, listen: (value: unknown) => void): unknown;
}

/** Runs a piece of work in a later turn of the event loop. */
export type Later = (work: () => void) => void;

/** Both ends of a channel, as `new MessageChannel()` gives them in browsers and in Node. */
export interface ChannelLike {
  readonly port1: { postMessage(message: unknown): void };
  readonly port2: { onmessage: ((event: never) => void) | null };
}

/**
 * The engine's port over a Worker-like end. For `serveEngine` give `later` (see `laterBy`); for `connectEngine` it is
 * not needed.
 */
export function portOfWorker(endpoint: EventedEndpoint | EmitterEndpoint, later?: Later): EnginePort {
  const scheduling = later === undefined ? {} : { later };
  const send: EnginePort['send'] = (message, transfer) => endpoint.postMessage(message, [...transfer]);
  if ('on' in endpoint) {
    return {
      send,
      onMessage: (listen) => {
        endpoint.on('message', listen);
      },
      onLost: (listen) => {
        endpoint.on('error', (error) => listen(error instanceof Error ? error.message : String(error)));
        endpoint.on('exit', (code) => listen(`it left with code ${String(code)}`));
        endpoint.on('close', () => listen('its port was closed'));
      },
      ...scheduling,
    };
  }
  return {
    send,
    onMessage: (listen) => {
      endpoint.addEventListener('message', (event) => listen(event.data));
      endpoint.start?.();
    },
    onLost: (listen) => {
      endpoint.addEventListener('error', (event) => listen(String(event.message ?? 'it failed to load')));
      endpoint.addEventListener('messageerror', () => listen('a message could not be read'));
    },
    ...scheduling,
  };
}

/**
 * Schedules by a message to oneself: `laterBy(new MessageChannel())`, in a browser, where a timer would be slowed down.
 * In Node such messages overtake those of other ports: give `setImmediate` there.
 */
export function laterBy(channel: ChannelLike): Later {
  const waiting: (() => void)[] = [];
  channel.port2.onmessage = () => waiting.shift()?.();
  return (work) => {
    waiting.push(work);
    channel.port1.postMessage(0);
  };
}
