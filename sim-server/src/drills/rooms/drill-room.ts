import {
  type AuthContext,
  type Client,
  CloseCode,
  type Deferred,
  ErrorCode,
  Room,
  ServerError as RoomError,
} from '@colyseus/core';
import type {
  ActedMessage,
  DrillRoomSummary,
  DrillState,
  MeterMessage,
  RefusedMessage,
  ResultMessage,
} from '../../contract/index.ts';
import { ServerError } from '../../errors.ts';
import type { SessionEnd } from '../../identity/sessions.ts';
import type { DrillPorts } from '../ports.ts';
import type { Admission, TicketUse } from '../tickets/tickets.ts';
import { Tickets } from '../tickets/tickets.ts';
import { type Audience, DrillSession } from './drill-session.ts';
import { RoomStore } from './room-store.ts';

/** The name of the room on the wire. */
export const DRILL_ROOM = 'drill';
/** A seat is kept this long for a connection that broke, s. */
const RECONNECT_S = 90;
/** A connection that fails this often by its own messages is not let in again by its old seat. */
const MOST_ERRORS = 5;
/** Poses at 30 a second, and as many of everything else: more is a flood and closes the connection. */
const MOST_MESSAGES_PER_S = 60;
const STEP_MS = 50;
/** After the end people may read their result this long before the room goes, ms. */
const LINGER_MS = 60_000;

/** An admission with the log-in it was used in: the seat ends with either. */
type Seated = Admission & { readonly login: string };

type DrillClient = Client<{
  auth: Seated;
  userData: { errors: number };
  messages: { meter: MeterMessage; acted: ActedMessage; refused: RefusedMessage; result: ResultMessage };
}>;

/** How a route of any server of the house speaks to a room: plain data in, plain data out. */
export interface RoomCommands {
  admits(person: string): RoomAnswer;
  startBy(person: string): RoomAnswer;
  endBy(person: string): RoomAnswer;
}
export type RoomAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: ServerError['code']; readonly parameters: ServerError['parameters'] };

/** What Colyseus needs to know of the class. */
type DrillRoomClass = new () => Room<{ state: DrillState; metadata: DrillRoomSummary; client: DrillClient }> &
  RoomCommands;

/** The Colyseus room of these drills. Every room of a process shares the ports. */
export function drillRoomOf(ports: DrillPorts): DrillRoomClass {
  const tickets = new Tickets(ports.database, ports.now);

  return class DrillRoom
    extends Room<{ state: DrillState; metadata: DrillRoomSummary; client: DrillClient }>
    implements RoomCommands
  {
    #session: DrillSession | undefined;
    #stopHearing = () => {};
    /** Connections that broke and may come back. */
    readonly #awaited = new Map<string, { readonly seated: Seated | undefined; readonly waiting: Deferred<Client> }>();
    override autoDispose = false;
    override maxMessagesPerSecond = MOST_MESSAGES_PER_S;

    override messages = {
      '*': (client: DrillClient, type: string | number, message: unknown) => {
        this.#session?.receive(client.sessionId, String(type), message);
      },
    };

    /** The only way in: a ticket of this room, used by the person it was issued to, who is logged in. */
    static override async onAuth(_token: string, options: unknown, context: AuthContext): Promise<Seated> {
      const ticket = ticketOf(options);
      const room = roomAskedFor(context);
      const login = await ports.visitor(context.headers.get('cookie') ?? undefined);
      const use: TicketUse =
        ticket === undefined || room === undefined
          ? { kind: 'refused', why: 'unknown' }
          : login === undefined
            ? { kind: 'refused', why: 'other-person' }
            : await tickets.use(ticket, room, login.person.id);
      if (use.kind === 'admitted') return { ...use.admission, login: login?.id ?? '' };
      ports.log.warn({ why: use.why, room, person: login?.person.name, ip: context.ip }, 'a room ticket was refused');
      ports.refusals.count(`ticket-${use.why}`);
      throw new RoomError(ErrorCode.AUTH_FAILED, `UPW_DRILL_TICKET_REFUSED: ${TICKET_SENTENCES[use.why]}`);
    }

    override async onCreate(options: unknown): Promise<void> {
      const opening = openingOf(options);
      const opened = opening === undefined ? undefined : await new RoomStore(ports.database).claim(opening);
      if (opened === undefined) {
        throw new RoomError(ErrorCode.MATCHMAKE_UNHANDLED, 'Drill rooms are opened by a trainer, not by joining.');
      }
      this.roomId = opened.room;
      this.#session = new DrillSession(ports, opened, this.#audience());
      this.state = this.#session.state;
      this.metadata = this.#session.summary;
      await this.setPrivate(true, false);
      this.setTimestep(() => this.#session?.step(), STEP_MS);
      this.#stopHearing = ports.onSessionEnd((end) => this.#expel(end));
    }

    override onJoin(client: DrillClient): void {
      const { auth } = client;
      if (auth === undefined || auth.room !== this.roomId) {
        throw new RoomError(ErrorCode.AUTH_FAILED, 'This ticket is for another room.');
      }
      client.userData = { errors: 0 };
      if (auth.seat === 'observer') return;
      try {
        this.#session?.join(auth, client.sessionId);
      } catch (error) {
        if (error instanceof ServerError) throw new RoomError(ErrorCode.AUTH_FAILED, `${error.code}: ${error.message}`);
        throw error;
      }
    }

    override onDrop(client: DrillClient, code?: number): void {
      if (code === CloseCode.WITH_ERROR) {
        // Colyseus closes a connection that floods or sends what cannot be decoded.
        this.#session?.refuse(client.sessionId, 'UPW_DRILL_MESSAGE_FLOOD');
        if (client.userData !== undefined) client.userData.errors += 1;
      }
      const kept = client.auth?.seat === 'observer' || this.#session?.dropped(client.sessionId, code ?? 0) === true;
      if (!kept || (client.userData?.errors ?? 0) > MOST_ERRORS) return;
      const waiting = this.allowReconnection(client, RECONNECT_S);
      this.#awaited.set(client.sessionId, { seated: client.auth, waiting });
      // Rejected when the time is over, or when the person came in again by a ticket: `onLeave` then follows.
      waiting.catch(() => {}).finally(() => this.#awaited.delete(client.sessionId));
    }

    override onReconnect(client: DrillClient): void {
      this.#session?.reconnected(client.sessionId);
    }

    override onLeave(client: DrillClient): void {
      this.#session?.left(client.sessionId);
    }

    override async onDispose(): Promise<void> {
      this.#stopHearing();
      await this.#session?.dispose();
    }

    override onUncaughtException(error: Error, method: string): void {
      ports.log.error({ err: error, room: this.roomId, method }, 'a drill room failed');
    }

    admits(person: string): RoomAnswer {
      return answerOf(this.#session?.admits(person));
    }

    startBy(person: string): RoomAnswer {
      return answerOf(this.#session?.startBy(person));
    }

    endBy(person: string): RoomAnswer {
      return answerOf(this.#session?.endBy(person));
    }

    /** Whoever may no longer be here leaves, connected or not. */
    #expel(end: SessionEnd): void {
      const over = (seated: Seated | undefined): boolean =>
        'session' in end ? seated?.login === end.session : seated?.person === end.person;
      for (const client of [...this.clients]) {
        if (over(client.auth)) client.leave(CloseCode.CONSENTED, 'You are logged out.');
      }
      for (const { seated, waiting } of [...this.#awaited.values()]) if (over(seated)) waiting.reject();
    }

    #audience(): Audience {
      const client = (session: string) => this.clients.get(session);
      return {
        meter: (session, message) => client(session)?.send('meter', message),
        acted: (session, message) => client(session)?.send('acted', message),
        refused: (session, message) => client(session)?.send('refused', message),
        result: (session, message) => client(session)?.send('result', message),
        close: (session) =>
          client(session)?.leave(CloseCode.CONSENTED, 'Your seat was taken by your other connection.'),
        summarised: (summary) => void this.setMetadata(summary).catch(() => {}),
        over: () => void this.clock.setTimeout(() => void this.disconnect(), LINGER_MS),
      };
    }
  };
}

const TICKET_SENTENCES = {
  unknown: 'This is not a room ticket: ask for one in the lobby.',
  used: 'This room ticket was already used: ask for a new one.',
  expired: 'This room ticket is older than 60 s: ask for a new one.',
  'other-room': 'This ticket is for another room: ask for one of this room.',
  'other-person': 'This ticket was issued to another person: log in and ask for your own.',
} as const;

function answerOf(refusal: ServerError | undefined): RoomAnswer {
  return refusal === undefined
    ? { kind: 'done' }
    : { kind: 'refused', code: refusal.code, parameters: refusal.parameters };
}

function ticketOf(options: unknown): string | undefined {
  return textOf(options, 'ticket');
}

function openingOf(options: unknown): string | undefined {
  return textOf(options, 'opening');
}

function textOf(options: unknown, key: string): string | undefined {
  if (typeof options !== 'object' || options === null) return undefined;
  const value: unknown = Reflect.get(options, key);
  return typeof value === 'string' && value.length <= 64 ? value : undefined;
}

/** Colyseus gives `onAuth` the request, not the room: `/matchmake/joinById/<room>`. */
function roomAskedFor(context: AuthContext): string | undefined {
  const url: unknown = context.req?.url;
  return typeof url === 'string' ? /\/matchmake\/joinById\/([^/?]+)/.exec(url)?.[1] : undefined;
}
