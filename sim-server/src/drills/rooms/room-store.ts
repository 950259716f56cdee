import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Drill, RuleProfile } from '@upwind/scenarios';
import type { Database } from '../../database/database.ts';
import { sqlState, uniqueViolation } from '../../database/postgres.ts';
import { drawRoomCode } from './room-code.ts';

/** A room as opened: the data it plays, kept with it. */
export interface OpenedRoom {
  readonly room: string;
  readonly code: string;
  readonly drill: Drill;
  readonly profile: RuleProfile;
  readonly openedBy: string;
  readonly openedTime: number;
}

/** Why a room ended. `interrupted`: its server stopped, nobody was scored. */
export type RoomEnd = 'finished' | 'time' | 'trainer' | 'empty' | 'interrupted';

interface RoomRow {
  readonly room: string;
  readonly code: string;
  readonly drill: Drill;
  readonly profile: RuleProfile;
  readonly opened_by: string;
  readonly opened_time: number;
}

/** A room that has not said for this long that it is alive was interrupted. */
const SILENT_MS = 30_000;
const MOST_DRAWS = 20;

/** The rows of `drill_rooms`. */
export class RoomStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Writes the room down and gives the secret by which the server, and nobody else, makes it live. */
  async open(
    drill: Drill,
    profile: RuleProfile,
    openedBy: string,
    now: number,
  ): Promise<{ readonly opened: OpenedRoom; readonly opening: string }> {
    const opening = randomBytes(24).toString('base64url');
    const room = randomUUID();
    for (let draw = 1; ; draw += 1) {
      const code = drawRoomCode();
      try {
        await this.#database.execute(
          `insert into drill_rooms
           (room, code, opening_hash, site, drill, profile, opened_by, opened_time, alive_time)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
          [room, code, hashOf(opening), drill.site, JSON.stringify(drill), JSON.stringify(profile), openedBy, now],
        );
        return { opened: { room, code, drill, profile, openedBy, openedTime: now }, opening };
      } catch (error) {
        if (sqlState(error) !== uniqueViolation || draw === MOST_DRAWS) throw error;
      }
    }
  }

  /** The room of an opening, once. */
  async claim(opening: string): Promise<OpenedRoom | undefined> {
    const [row] = await this.#database.query<RoomRow>(
      'update drill_rooms set claimed = true where opening_hash = $1 and not claimed and ended_time is null returning *',
      [hashOf(opening)],
    );
    if (row === undefined) return undefined;
    const { room, code, drill, profile } = row;
    return { room, code, drill, profile, openedBy: row.opened_by, openedTime: row.opened_time };
  }

  async started(room: string, time: number): Promise<void> {
    await this.#database.execute('update drill_rooms set started_time = $2 where room = $1', [room, time]);
  }

  async alive(room: string, time: number): Promise<void> {
    await this.#database.execute('update drill_rooms set alive_time = $2 where room = $1', [room, time]);
  }

  async ended(room: string, why: RoomEnd, time: number): Promise<void> {
    await this.#database.execute(
      'update drill_rooms set ended_time = $2, ended_why = $3 where room = $1 and ended_time is null',
      [room, time, why],
    );
  }

  /** Ends the rows of rooms whose server is gone, so that their codes are free again. Gives their number. */
  async endSilent(now: number): Promise<number> {
    return this.#database.execute(
      `update drill_rooms set ended_time = $1, ended_why = 'interrupted' where ended_time is null and alive_time < $2`,
      [now, now - SILENT_MS],
    );
  }
}

const hashOf = (opening: string): Buffer => createHash('sha256').update(opening).digest();
