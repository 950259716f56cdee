import type { Alarm, LiveFrame } from '@upwind/sim-server/contract';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NewestSamples } from './newest.ts';
import { checkSession } from './request.ts';
import { type Connection, LiveSocket } from './socket.ts';
import { ServerClock } from './staleness.ts';

/** What changes seldom: the connection, the alarms that are not yet history, and what else should be fetched again. */
export interface SiteLiveState {
  readonly connection: Connection;
  readonly alarms: ReadonlyMap<string, Alarm>;
  /** Counts up each time the server says that these changed. */
  readonly changes: { readonly reality: number; readonly incidents: number; readonly drills: number };
}

/** One site as it is now. Samples, which come ten times a second, go past React's state: see `NewestSamples`. */
export class SiteLive {
  readonly newest = new NewestSamples();
  readonly clock = new ServerClock();
  readonly store: StoreApi<SiteLiveState> = createStore<SiteLiveState>(() => ({
    connection: { kind: 'connecting' },
    alarms: new Map(),
    changes: { reality: 0, incidents: 0, drills: 0 },
  }));
  #socket: LiveSocket | undefined;

  /** The server's time now, UTC ms. */
  now(): number {
    return this.clock.now(Date.now());
  }

  open(url: string): void {
    this.#socket ??= new LiveSocket(url, {
      onFrame: (frame) => this.take(frame),
      onConnection: (connection) => this.store.setState({ connection }),
      onDoubt: () => void checkSession(),
    });
  }

  hurry(): void {
    this.#socket?.hurry();
  }

  close(): void {
    this.#socket?.close();
    this.#socket = undefined;
  }

  /** Takes one frame of the stream. */
  take(frame: LiveFrame): void {
    if (frame.kind === 'changed') {
      this.store.setState(({ changes }) => ({ changes: { ...changes, [frame.what]: changes[frame.what] + 1 } }));
      return;
    }
    this.clock.hear(frame.serverTime, Date.now());
    if (frame.kind === 'snapshot') {
      for (const { point, sourceTime, value, quality } of frame.latest)
        this.newest.offer(point, sourceTime, value, quality);
      this.newest.tell();
      const current = frame.alarms.filter((alarm) => alarm.state !== 'normal');
      this.store.setState({ alarms: new Map(current.map((alarm) => [alarm.id, alarm])) });
    } else if (frame.kind === 'samples') {
      for (const [point, sourceTime, value, quality] of frame.samples)
        this.newest.offer(point, sourceTime, value, quality);
      this.newest.tell();
    } else this.takeAlarm(frame.alarm);
  }

  /** Also called with the answer of an acknowledgement, so that it shows before the stream says so. */
  takeAlarm(alarm: Alarm): void {
    this.store.setState(({ alarms }) => {
      const next = new Map(alarms);
      if (alarm.state === 'normal') next.delete(alarm.id);
      else next.set(alarm.id, alarm);
      return { alarms: next };
    });
  }
}

const open = new Map<string, { readonly live: SiteLive; users: number }>();

/** Shares one stream per site among all who use it; returns the site's live state and the way to let go of it. */
export function acquireSiteLive(site: string): { readonly live: SiteLive; release(): void } {
  let entry = open.get(site);
  if (entry === undefined) {
    const live = new SiteLive();
    const { protocol, host } = window.location;
    live.open(`${protocol === 'https:' ? 'wss' : 'ws'}://${host}/live?site=${encodeURIComponent(site)}`);
    entry = { live, users: 0 };
    open.set(site, entry);
  }
  const held = entry;
  held.users += 1;
  return {
    live: held.live,
    release() {
      held.users -= 1;
      if (held.users > 0) return;
      held.live.close();
      open.delete(site);
    },
  };
}

/** When the network returns, every stream tries at once. */
export function hurryAll(): void {
  for (const { live } of open.values()) live.hurry();
}
