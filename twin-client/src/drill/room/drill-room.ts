import { ColyseusSDK, type Room } from '@colyseus/sdk';
import {
  type ActedMessage,
  DrillState,
  type MeterMessage,
  type PoseMessage,
  type RefusedMessage,
  type ResultMessage,
} from '@upwind/sim-server/contract';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '../../live/answer.ts';
import type { PoseTuple } from '../pose/pose.ts';
import { drillApi } from './api.ts';
import { type PoseBook, poseBook, tupleOf } from './pose-book.ts';
import { attendeeOf, type Caption, emptyView, phaseOf, type RoomView, sameAttendees } from './room-view.ts';

/** Something all can see on the place, e.g. the vapour at a leak; `ageS` since this page first saw it. */
export interface SeenSign {
  readonly id: string;
  readonly chemical: string;
  readonly at: readonly [number, number, number];
  readonly strength: number;
  readonly ageS: number;
}

/** A joined (or joining) drill room: a store for the page, plain reads for the frame loop, and what can be said. */
export interface DrillRoom {
  readonly store: StoreApi<RoomView>;
  readonly poses: PoseBook;
  signs(nowMs: number): readonly SeenSign[];
  /** Where the room says this trainee is: the start place, or the place after a refused pose. Read once. */
  takeReset(): PoseTuple | undefined;
  send(pose: PoseMessage): void;
  ready(ready: boolean): void;
  act(action: string): void;
  leave(): Promise<void>;
}

const captionMs = 5200;
/** A page that is loaded again within the seat's keeping time takes its seat back with this. */
const tokenKey = (code: string) => `upwind.drill.${code}`;

/** Joins the room of a code: by the kept token of this tab, else with a fresh ticket. Faults land in the store. */
export function joinDrillRoom(code: string): DrillRoom {
  const store = createStore<RoomView>()(() => emptyView);
  const poses = poseBook();
  const signs = new Map<string, { readonly sign: Omit<SeenSign, 'ageS'>; readonly sinceMs: number }>();
  let room: Room<unknown, DrillState> | undefined;
  let reset: PoseTuple | undefined;
  let left = false;
  let captionCount = 0;

  const caption = (kind: Caption['kind'], about?: string) => {
    const id = ++captionCount;
    const said: Caption = { id, kind, ...(about === undefined ? {} : { code: about }) };
    store.setState(({ captions }) => ({ captions: [...captions.slice(-2), said] }));
    setTimeout(
      () => store.setState(({ captions }) => ({ captions: captions.filter((each) => each.id !== id) })),
      captionMs,
    );
  };

  const read = (state: DrillState) => {
    const nowMs = performance.now();
    const before = store.getState();
    const attendees = [...state.trainees].map(([session, trainee]) => {
      poses.note(session, trainee, nowMs);
      return attendeeOf(session, trainee);
    });
    poses.forget(new Set(poses.sessions().filter((session) => !state.trainees.has(session))));
    for (const id of signs.keys()) if (!state.signs.has(id)) signs.delete(id);
    for (const [id, { chemical, x, y, z, strength }] of state.signs) {
      const sinceMs = signs.get(id)?.sinceMs ?? nowMs;
      if (!signs.has(id) && before.phase === 'running') caption('vapour', chemical);
      signs.set(id, { sign: { id, chemical, at: [x, y, z], strength }, sinceMs });
    }
    const phase = phaseOf(state.phase);
    if (before.phase === 'waiting' && phase === 'running' && before.link.kind === 'live') caption('started');
    const own = attendees.find(({ session }) => session === room?.sessionId);
    const ownBefore = before.attendees.find(({ session }) => session === room?.sessionId);
    if (own && ownBefore && own.status !== ownBefore.status) {
      if (own.status === 'mustered') caption('mustered');
      if (own.status === 'overcome') caption('overcome');
    }
    const windSame = before.wind.fromDeg === state.windFromDeg && before.wind.speedMPerS === state.windSpeedMPerS;
    store.setState({
      phase,
      timeS: Math.floor(state.timeS),
      durationS: state.durationS,
      ...(windSame ? {} : { wind: { fromDeg: state.windFromDeg, speedMPerS: state.windSpeedMPerS } }),
      ...(sameAttendees(before.attendees, attendees) ? {} : { attendees }),
    });
  };

  const attach = (joined: Room<unknown, DrillState>) => {
    room = joined;
    joined.reconnection.minUptime = 0;
    joined.reconnection.maxRetries = 40;
    joined.reconnection.maxDelay = 4000;
    keepToken(code, joined.reconnectionToken);
    let first = true;
    joined.onStateChange((state) => {
      read(state);
      if (!first) return;
      first = false;
      const own = state.trainees.get(joined.sessionId);
      if (own) reset = tupleOf(own.head);
    });
    joined.onMessage<MeterMessage>('meter', (meter) => {
      const before = store.getState().meter?.alarm ?? 'none';
      if (meter.alarm === 'high' && before !== 'high') caption('meter-high', meter.chemical);
      else if (meter.alarm === 'low' && before === 'none') caption('meter-low', meter.chemical);
      store.setState({ meter });
    });
    joined.onMessage<ActedMessage>('acted', ({ action }) => {
      store.setState(({ acted }) => ({ acted: [...acted, action] }));
      caption('acted', action);
    });
    joined.onMessage<RefusedMessage>('refused', ({ code: why, head }) => {
      const place = poseFrom(head);
      if (place && why.startsWith('UPW_DRILL_POSE') && why !== 'UPW_DRILL_POSE_TOO_OFTEN') reset = place;
      if (!why.startsWith('UPW_DRILL_POSE')) caption('refused', why);
    });
    joined.onMessage<ResultMessage>('result', (result) => store.setState({ result }));
    joined.onDrop(() => store.setState({ link: { kind: 'reconnecting', sinceMs: Date.now() } }));
    joined.onReconnect(() => {
      keepToken(code, joined.reconnectionToken);
      store.setState({ link: { kind: 'live' } });
    });
    joined.onLeave((closed, reason) => {
      forgetToken(code);
      if (left) return;
      const { phase } = store.getState();
      const why = phase === 'ended' ? 'ended' : reason?.includes('seat') || closed === 4000 ? 'replaced' : 'lost';
      store.setState({ link: { kind: 'gone', why } });
    });
    joined.onError((_status, message) => console.warn(`drill room: ${message ?? 'connection error'}`));
    store.setState({ link: { kind: 'live' }, session: joined.sessionId, roomId: joined.roomId });
  };

  void enter(code).then((entered) => {
    if (!entered.ok) {
      store.setState({ link: { kind: 'refused', fault: entered.fault } });
      return;
    }
    if (left) void entered.room.leave();
    else attach(entered.room);
  });

  const live = () => (store.getState().link.kind === 'live' ? room : undefined);
  return {
    store,
    poses,
    signs: (nowMs) => [...signs.values()].map(({ sign, sinceMs }) => ({ ...sign, ageS: (nowMs - sinceMs) / 1000 })),
    takeReset() {
      const place = reset;
      reset = undefined;
      return place;
    },
    send: (pose) => live()?.send('pose', pose),
    ready: (ready) => live()?.send('ready', ready),
    act: (action) => live()?.send('act', { action }),
    async leave() {
      left = true;
      forgetToken(code);
      await room?.leave(true).catch(() => undefined);
    },
  };
}

type Entered =
  | { readonly ok: true; readonly room: Room<unknown, DrillState> }
  | { readonly ok: false; readonly fault: Fault };

async function enter(code: string): Promise<Entered> {
  const client = new ColyseusSDK(location.origin);
  const token = sessionStorage.getItem(tokenKey(code));
  if (token) {
    try {
      return { ok: true, room: await client.reconnect<DrillState>(token, DrillState) };
    } catch {
      forgetToken(code);
    }
  }
  const ticket = await drillApi.ticket(code);
  if (!ticket.ok) return ticket;
  try {
    const { roomId, ticket: secret } = ticket.value;
    return { ok: true, room: await client.joinById<DrillState>(roomId, { ticket: secret }, DrillState) };
  } catch (error) {
    return { ok: false, fault: faultOf(error, code) };
  }
}

/** What Colyseus throws carries our code in front of the sentence; what the sentence's words need is read from it. */
export function faultOf(error: unknown, room: string): Fault {
  const message = error instanceof Error ? error.message : String(error);
  const [, code, sentence] = /^(UPW_[A-Z_]+): (.*)$/s.exec(message) ?? [];
  const [, seats = ''] = /(\d+) seats/.exec(message) ?? [];
  return {
    code: code ?? 'UPW_UNREACHABLE',
    message: sentence ?? message,
    parameters: { code: room, seats },
    status: code ? 403 : 0,
  };
}

function poseFrom(numbers: readonly number[]): PoseTuple | undefined {
  const [x, y, z, qx, qy, qz, qw] = numbers;
  if (x === undefined || y === undefined || z === undefined) return undefined;
  if (qx === undefined || qy === undefined || qz === undefined || qw === undefined) return undefined;
  return [x, y, z, qx, qy, qz, qw];
}

function keepToken(code: string, token: string): void {
  sessionStorage.setItem(tokenKey(code), token);
}

function forgetToken(code: string): void {
  sessionStorage.removeItem(tokenKey(code));
}
