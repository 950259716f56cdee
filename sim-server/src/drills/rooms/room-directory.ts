import { matchMaker } from '@colyseus/core';
import type { Drill } from '@upwind/scenarios';
import type { DrillRoomSummary, Person } from '../../contract/index.ts';
import { ServerError } from '../../errors.ts';
import type { DrillPorts } from '../ports.ts';
import { DRILL_ROOM, type RoomAnswer, type RoomCommands } from './drill-room.ts';
import { readRoomCode } from './room-code.ts';
import { RoomStore } from './room-store.ts';

/** Rooms that one trainer may have open at once: each holds an engine's result in memory. */
export const MOST_OPEN_ROOMS = 24;

/** A live room, on whichever server of the house. */
interface Listing {
  readonly roomId: string;
  readonly summary: DrillRoomSummary;
}

/** The live rooms of the house, as routes open, find and command them. */
export class RoomDirectory {
  readonly #ports: DrillPorts;
  readonly #store: RoomStore;

  constructor(ports: DrillPorts) {
    this.#ports = ports;
    this.#store = new RoomStore(ports.database);
  }

  /** Throws `UPW_DRILL_UNKNOWN`. */
  drill(id: string): Drill {
    const drill = this.#ports.library.drills.find((known) => known.id === id);
    if (drill === undefined) throw new ServerError('UPW_DRILL_UNKNOWN', { parameters: { drill: id } });
    return drill;
  }

  /** Throws `UPW_DRILL_ROOMS_TOO_MANY`. */
  async open(drill: Drill, by: Person): Promise<DrillRoomSummary> {
    const profile = this.#ports.library.profiles.find((known) => known.id === drill.profile);
    if (profile === undefined) throw new RangeError(`the drill ${drill.id} names the unknown profile ${drill.profile}`);
    const live = (await this.list()).filter(({ summary }) => summary.openedBy === by.id && summary.phase !== 'ended');
    if (live.length >= MOST_OPEN_ROOMS) {
      throw new ServerError('UPW_DRILL_ROOMS_TOO_MANY', { parameters: { rooms: MOST_OPEN_ROOMS } });
    }
    const now = this.#ports.now();
    await this.#store.endSilent(now);
    const { opened, opening } = await this.#store.open(drill, profile, by.id, now);
    const { metadata } = await matchMaker.createRoom(DRILL_ROOM, { opening });
    this.#ports.log.info({ room: opened.room, code: opened.code, drill: drill.id, by: by.name }, 'drill room opened');
    return metadata as DrillRoomSummary;
  }

  /** Newest first. */
  async list(): Promise<Listing[]> {
    const rooms = await matchMaker.query({ name: DRILL_ROOM });
    return rooms
      .map(({ roomId, metadata }) => ({ roomId, summary: metadata as DrillRoomSummary }))
      .sort((a, b) => b.summary.openedTime - a.summary.openedTime);
  }

  /** Throws `UPW_DRILL_ROOM_UNKNOWN`. */
  async find(typed: string): Promise<Listing> {
    const code = readRoomCode(typed);
    const found = (await this.list()).find(({ summary }) => summary.code === code);
    if (found === undefined) throw new ServerError('UPW_DRILL_ROOM_UNKNOWN', { parameters: { code } });
    return found;
  }

  /** Asks the room itself, on this server or another. Throws what the room refuses. */
  async command(room: Listing, command: keyof RoomCommands, person: Person): Promise<void> {
    const answer: RoomAnswer = await matchMaker.remoteRoomCall(room.roomId, command, [person.id]);
    if (answer.kind === 'refused') throw new ServerError(answer.code, { parameters: answer.parameters });
  }
}
