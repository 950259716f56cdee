import {
  type ActedMessage,
  type DrillRoomSummary,
  DrillState,
  type MeterMessage,
  type RefusedMessage,
  type ResultMessage,
} from '../../contract/index.ts';
import { ServerError } from '../../errors.ts';
import type { DrillAir } from '../air/air.ts';
import { openAir } from '../air/open-air.ts';
import { settleDrill } from '../attempts/settle-drill.ts';
import type { Ground } from '../movement/judge-pose.ts';
import { solidBodiesOf } from '../movement/solid-bodies.ts';
import type { DrillPorts } from '../ports.ts';
import { Journal } from '../recording/journal.ts';
import { REFUSALS, type RefusalCode } from '../refusals.ts';
import type { TraineeSeat } from '../seats/trainee-seat.ts';
import type { Admission } from '../tickets/tickets.ts';
import { goalOf } from './goal.ts';
import { endsByItself, startsByItself } from './phase.ts';
import { type OpenedRoom, type RoomEnd, RoomStore } from './room-store.ts';
import { Roster } from './roster.ts';
import { RunningDrill } from './running-drill.ts';
import { type RoomPhase, roomSummary } from './summary.ts';
import { showSigns, showWind } from './surroundings.ts';
import { takeMessage } from './take-message.ts';

/** The people connected to the room, as the session speaks to them: one by one, by Colyseus session. */
export interface Audience {
  meter(session: string, message: MeterMessage): void;
  acted(session: string, message: ActedMessage): void;
  refused(session: string, message: RefusedMessage): void;
  result(session: string, message: ResultMessage): void;
  /** Closes the connection of somebody whose seat another connection has taken. */
  close(session: string): void;
  /** What the lobby lists has changed. */
  summarised(summary: DrillRoomSummary): void;
  /** Everything is stored: people may read their result, then the room goes. */
  over(): void;
}

/** A waiting room without anyone is given up after this long. */
const EMPTY_MS = 30 * 60_000;
const ALIVE_MS = 5_000;
/** A trainee is told of refusals at most this often. */
const TELL_MS = 500;

/** One drill room from its opening to its results, whatever carries the connections. */
export class DrillSession {
  readonly state = new DrillState();
  readonly #ports: DrillPorts;
  readonly #opened: OpenedRoom;
  readonly #audience: Audience;
  readonly #ground: Ground;
  readonly #store: RoomStore;
  readonly #journal: Journal;
  readonly #roster: Roster;
  readonly #told = new Map<string, number>();
  #results: ReadonlyMap<string, ResultMessage> = new Map();
  #air: DrillAir | undefined;
  #running: Running | undefined;
  #ending: Promise<void> | undefined;
  #emptySinceMs: number;
  #aliveMs: number;

  constructor(ports: DrillPorts, opened: OpenedRoom, audience: Audience) {
    const { drill } = opened;
    const site = ports.sites.get(drill.site);
    this.#ports = ports;
    this.#opened = opened;
    this.#audience = audience;
    this.#emptySinceMs = ports.elapsedMs();
    this.#aliveMs = ports.elapsedMs();
    this.#ground = { extent: site.extent, solids: solidBodiesOf(site) };
    this.#store = new RoomStore(ports.database);
    this.#roster = new Roster(drill);
    this.#journal = new Journal({ ...ports, room: opened.room });
    this.state.phase = 'waiting' satisfies RoomPhase;
    this.state.drill = drill.id;
    this.state.timeS = 0;
    this.state.durationS = drill.durationS;
    showWind(this.state, drill.incident.weather, 0);
    this.#note('opened', undefined, { by: opened.openedBy, drill: drill.id, version: drill.version });
    openAir(ports.engine, site, drill.incident, opened.profile).then(
      (air) => {
        this.#air = air;
        this.#note('computed', undefined, { engineHash: air.hash });
        this.#startIfReady();
      },
      (error: unknown) => {
        ports.log.error({ err: error, room: opened.room, drill: drill.id }, 'the engine could not run the drill');
        this.#end('interrupted');
      },
    );
  }

  get phase(): RoomPhase {
    return this.state.phase as RoomPhase;
  }

  get summary(): DrillRoomSummary {
    return roomSummary(this.#opened, this.phase, this.#roster);
  }

  /** Whether a trainee may take (or take back) a seat; the refusal otherwise. */
  admits(person: string): ServerError | undefined {
    const { code, drill } = this.#opened;
    if (this.phase === 'ended') return new ServerError('UPW_DRILL_ROOM_ENDED', { parameters: { code } });
    const seat = this.#roster.of(person);
    if (seat?.status === 'left') return new ServerError('UPW_DRILL_ROOM_LEFT', { parameters: { code } });
    if (seat !== undefined || !this.#roster.full) return undefined;
    return new ServerError('UPW_DRILL_ROOM_FULL', { parameters: { code, seats: drill.seats.max } });
  }

  /** Seats a trainee; a person who has a seat takes it over with the new connection. Throws what `admits` says. */
  join(admission: Admission, session: string): void {
    const refusal = this.admits(admission.person);
    if (refusal !== undefined) throw refusal;
    const known = this.#roster.of(admission.person);
    if (known === undefined) {
      const seat = this.#roster.seat(admission, session, this.#ports.elapsedMs());
      this.state.trainees.set(session, seat.shown);
      this.#note('joined', seat, { name: seat.displayName, role: seat.role, late: this.phase === 'running' });
    } else {
      this.state.trainees.delete(known.session);
      this.#audience.close(known.session);
      known.rejoin(session, this.#ports.elapsedMs());
      this.state.trainees.set(session, known.shown);
      this.#note('rejoined', known, { by: 'ticket' });
    }
    this.#audience.summarised(this.summary);
  }

  /** The connection broke; the seat is kept. False when there is no seat to keep. */
  dropped(session: string, code: number): boolean {
    const seat = this.#roster.bySession(session);
    if (seat === undefined) return false;
    seat.shown.connected = false;
    this.#note('dropped', seat, { code });
    return true;
  }

  reconnected(session: string): void {
    const seat = this.#roster.bySession(session);
    if (seat === undefined) return;
    seat.rejoin(session, this.#ports.elapsedMs());
    this.#note('rejoined', seat, { by: 'reconnection' });
    this.#tellResult(seat);
  }

  /** Left for good: before the drill the seat is free again, during it the part of this trainee is over. */
  left(session: string): void {
    const seat = this.#roster.bySession(session);
    if (seat === undefined || this.phase === 'ended') return;
    seat.shown.connected = false;
    if (this.phase === 'waiting') {
      this.#roster.free(seat.person);
      this.state.trainees.delete(session);
    } else if (seat.status === 'active') {
      seat.leave(this.#timeS());
    }
    this.#note('left', seat);
    this.#audience.summarised(this.summary);
    this.#startIfReady();
  }

  /** Takes a message of a client, or refuses it. */
  receive(session: string, type: string, message: unknown): void {
    const seat = this.#roster.bySession(session);
    const { phase } = this;
    const circumstances = { phase, drill: this.#opened.drill, ground: this.#ground, nowMs: this.#ports.elapsedMs() };
    const taken = takeMessage(seat, type, message, circumstances);
    if (taken.kind === 'refused') this.refuse(session, taken.code);
    if (taken.kind === 'readied') {
      this.#note('ready', seat, { ready: taken.ready });
      this.#startIfReady();
    }
    if (taken.kind === 'acted') {
      const acted = { action: taken.action, timeS: this.#timeS() };
      seat?.actions.push(acted);
      this.#note('acted', seat, { action: taken.action });
      this.#audience.acted(session, acted);
    }
  }

  /** Counts a refused message, writes it down and tells who sent it, none of it more often than a person can read. */
  refuse(session: string, code: RefusalCode): void {
    const seat = this.#roster.bySession(session);
    this.#ports.refusals.count(code);
    const count = seat?.refuse(code);
    const key = `${session} ${code}`;
    const nowMs = this.#ports.elapsedMs();
    if (nowMs - (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) < TELL_MS) return;
    this.#told.set(key, nowMs);
    if (seat !== undefined) this.#note('refused', seat, { code, count });
    this.#audience.refused(session, { code, message: REFUSALS[code], head: seat?.head ?? [] });
  }

  /** The trainer starts, with however many trainees are there. */
  startBy(person: string): ServerError | undefined {
    const { code } = this.#opened;
    if (this.phase === 'running') return new ServerError('UPW_DRILL_ROOM_RUNNING', { parameters: { code } });
    if (this.phase === 'ended') return new ServerError('UPW_DRILL_ROOM_ENDED', { parameters: { code } });
    if (this.#roster.taken === 0) return new ServerError('UPW_DRILL_ROOM_EMPTY', { parameters: { code } });
    if (this.#air === undefined) return new ServerError('UPW_DRILL_ROOM_COMPUTING', { parameters: { code } });
    this.#start(this.#air, person);
    return undefined;
  }

  endBy(person: string): ServerError | undefined {
    const { code } = this.#opened;
    if (this.phase === 'ended') return new ServerError('UPW_DRILL_ROOM_ENDED', { parameters: { code } });
    this.#note('stopped', undefined, { by: person });
    this.#end('trainer');
    return undefined;
  }

  /** Moves the room on; called some twenty times a second. */
  step(): void {
    const nowMs = this.#ports.elapsedMs();
    if (nowMs - this.#aliveMs > ALIVE_MS && this.phase !== 'ended') {
      this.#aliveMs = nowMs;
      this.#store.alive(this.#opened.room, this.#ports.now()).catch(() => {});
    }
    if (this.#roster.taken > 0) this.#emptySinceMs = nowMs;
    else if (this.phase === 'waiting' && nowMs - this.#emptySinceMs > EMPTY_MS) this.#end('empty');
    if (this.#running === undefined || this.phase !== 'running') return;
    const { durationS, incident } = this.#opened.drill;
    const timeS = Math.min(this.#timeS(), durationS);
    this.state.timeS = timeS;
    showWind(this.state, incident.weather, timeS);
    showSigns(this.state, this.#running.air.releasesAt(timeS));
    this.#running.drill.advance(this.#roster.seats, timeS);
    const why = endsByItself(this.#roster.seats, timeS, durationS);
    if (why !== undefined) this.#end(why);
  }

  /** The server stops: what was recorded is stored, and nobody is judged on half a drill. */
  async dispose(): Promise<void> {
    await this.#ending;
    if (this.phase !== 'ended') {
      this.state.phase = 'ended' satisfies RoomPhase;
      this.#note('ended', undefined, { why: 'interrupted' satisfies RoomEnd });
      await this.#store.ended(this.#opened.room, 'interrupted', this.#ports.now());
    }
    await this.#journal.close();
  }

  #startIfReady(): void {
    if (this.phase !== 'waiting' || this.#air === undefined) return;
    if (startsByItself(this.#roster.seats, this.#opened.drill.seats.min)) this.#start(this.#air);
  }

  #start(air: DrillAir, by?: string): void {
    const { room, drill } = this.#opened;
    const goal = goalOf(this.#opened, this.#ports.sites.get(drill.site));
    const startedTime = this.#ports.now();
    const running = new RunningDrill(air, goal, this.#listener());
    this.#running = { drill: running, air, startedMs: this.#ports.elapsedMs(), startedTime };
    this.state.phase = 'running' satisfies RoomPhase;
    this.#note('started', undefined, by === undefined ? {} : { by });
    this.#store.started(room, startedTime).catch((error: unknown) => {
      this.#ports.log.warn({ err: error, room }, 'the start of the drill is only in the journal');
    });
    this.#audience.summarised(this.summary);
  }

  #listener(): ConstructorParameters<typeof RunningDrill>[2] {
    return {
      recorded: (seat, sample) => this.#journal.track(seat.person, sample),
      metered: (seat, reading, timeS) => {
        this.#journal.note({ kind: 'metered', timeS, trainee: seat.person, body: reading });
        this.#audience.meter(seat.session, reading);
      },
      finished: (seat, how, timeS, place) => {
        const body = { how, ...(place !== undefined && { place }) };
        this.#journal.note({ kind: 'finished', timeS, trainee: seat.person, body });
        this.#audience.summarised(this.summary);
      },
    };
  }

  #end(why: RoomEnd): void {
    if (this.phase === 'ended') return;
    const running = this.#running;
    const endS = running === undefined ? 0 : Math.min(this.#timeS(), this.#opened.drill.durationS);
    this.state.phase = 'ended' satisfies RoomPhase;
    for (const seat of this.#roster.seats) {
      this.#note('summed', seat, { status: seat.status, refused: Object.fromEntries(seat.refusals) });
    }
    this.#note('ended', undefined, { why });
    this.#audience.summarised(this.summary);
    const { air, startedTime } = running ?? {};
    const ended = { opened: this.#opened, seats: this.#roster.seats, endS, endedTime: this.#ports.now() };
    const course = air === undefined || startedTime === undefined ? undefined : { ...ended, air, startedTime };
    this.#ending = settleDrill(this.#ports, { opened: this.#opened, why, journal: this.#journal, course }).then(
      (results) => {
        this.#results = results;
        for (const seat of this.#roster.seats) this.#tellResult(seat);
        this.#ports.live.publish(this.#opened.drill.site, { kind: 'changed', what: 'drills' });
        this.#audience.over();
      },
    );
  }

  #tellResult(seat: TraineeSeat): void {
    const result = this.#results.get(seat.person);
    if (result !== undefined) this.#audience.result(seat.session, result);
  }

  #timeS(): number {
    return this.#running === undefined ? 0 : (this.#ports.elapsedMs() - this.#running.startedMs) / 1000;
  }

  #note(kind: string, seat?: TraineeSeat, body?: object): void {
    // After the end the journal is closed: who comes and goes then is not part of the drill.
    if (this.#ending !== undefined) return;
    const timeS = this.#running === undefined ? -1 : this.#timeS();
    this.#journal.note({ kind, timeS, ...(seat && { trainee: seat.person }), ...(body && { body }) });
  }
}

interface Running {
  readonly drill: RunningDrill;
  readonly air: DrillAir;
  readonly startedMs: number;
  readonly startedTime: number;
}
