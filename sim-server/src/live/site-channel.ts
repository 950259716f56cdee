import type { LiveFrame, Sample } from '../contract/index.ts';
import type { LiveEvent } from './live-bus.ts';

/** One twin's end of the live stream, as the channel needs it. */
export interface LiveReader {
  /** Bytes that wait to be sent. */
  readonly waitingBytes: number;
  send(text: string): void;
  /** Ends it: too slow for too long. */
  drop(): void;
}

/** Bytes a reader may be behind; then it gets no more until it has read them, and a snapshot in the place of the rest. */
export const mostBehindBytes = 1024 * 1024;
/** How long a reader may stay behind. */
export const mostBehindMs = 10_000;

export interface SiteChannelOptions {
  readonly site: string;
  readonly snapshot: () => Pick<Extract<LiveFrame, { kind: 'snapshot' }>, 'latest' | 'alarms'>;
  readonly now: () => number;
}

/**
 * All readers of one site. Samples are gathered, newest by source time of each point, and leave when `flush` is
 * called, at most ten times a second; alarms and changes leave at once. A slow reader does not hold up the others.
 */
export class SiteChannel {
  readonly #options: SiteChannelOptions;
  readonly #readers = new Map<LiveReader, { behindSince: number | undefined }>();
  readonly #gathered = new Map<string, Sample>();

  constructor(options: SiteChannelOptions) {
    this.#options = options;
  }

  get empty(): boolean {
    return this.#readers.size === 0;
  }

  add(reader: LiveReader): void {
    this.#readers.set(reader, { behindSince: undefined });
    reader.send(this.#snapshot());
  }

  remove(reader: LiveReader): void {
    this.#readers.delete(reader);
  }

  take(event: LiveEvent): void {
    if (event.kind === 'samples') {
      for (const sample of event.samples) {
        const known = this.#gathered.get(sample.point);
        if (known === undefined || known.sourceTime < sample.sourceTime) this.#gathered.set(sample.point, sample);
      }
      return;
    }
    const frame: LiveFrame =
      event.kind === 'alarm'
        ? { kind: 'alarm', serverTime: this.#options.now(), alarm: event.alarm }
        : { kind: 'changed', what: event.what };
    this.#sendAll(JSON.stringify(frame));
  }

  /** Sends what has been gathered, and the snapshot to those who have caught up. */
  flush(): void {
    for (const [reader, state] of this.#readers) {
      if (state.behindSince === undefined) continue;
      if (reader.waitingBytes === 0) {
        state.behindSince = undefined;
        reader.send(this.#snapshot());
      } else if (this.#options.now() - state.behindSince > mostBehindMs) {
        this.#readers.delete(reader);
        reader.drop();
      }
    }
    if (this.#gathered.size === 0) return;
    const samples = [...this.#gathered.values()].map(
      ({ point, sourceTime, value, quality }): [string, number, number, Sample['quality']] => [
        point,
        sourceTime,
        value,
        quality,
      ],
    );
    this.#gathered.clear();
    const frame: LiveFrame = { kind: 'samples', serverTime: this.#options.now(), samples };
    this.#sendAll(JSON.stringify(frame));
  }

  #sendAll(text: string): void {
    for (const [reader, state] of this.#readers) {
      if (state.behindSince !== undefined) continue;
      if (reader.waitingBytes > mostBehindBytes) state.behindSince = this.#options.now();
      else reader.send(text);
    }
  }

  #snapshot(): string {
    const { site, now, snapshot } = this.#options;
    return JSON.stringify({ kind: 'snapshot', site, serverTime: now(), ...snapshot() } satisfies LiveFrame);
  }
}
