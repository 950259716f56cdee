import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../database/database.ts';
import type { TicketRefusal } from '../refusals.ts';

/** A ticket is for walking from the lobby into the room, not for keeping. */
export const TICKET_LIFE_MS = 60_000;
/** Used and expired tickets are kept this long, so that a refusal can say why. */
const KEPT_MS = 3_600_000;

/** Who may enter which room, and as what. An observer (a trainer) takes no trainee's seat. */
export interface Admission {
  readonly room: string;
  readonly person: string;
  readonly displayName: string;
  readonly seat: 'trainee' | 'observer';
}

export type TicketUse =
  | { readonly kind: 'admitted'; readonly admission: Admission }
  | { readonly kind: 'refused'; readonly why: TicketRefusal };

interface TicketRow {
  readonly room: string;
  readonly person: string;
  readonly display_name: string;
  readonly seat: Admission['seat'];
  readonly expires_at: number;
  readonly used_time: number | null;
}

/** Single-use room tickets in PostgreSQL, so that any server of the house may check what another has issued. */
export class Tickets {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** The ticket is given once, here; only its hash is kept. */
  async issue(admission: Admission): Promise<{ readonly ticket: string; readonly expiresAt: number }> {
    const ticket = randomBytes(24).toString('base64url');
    const now = this.#now();
    const expiresAt = now + TICKET_LIFE_MS;
    await this.#database.execute('delete from drill_tickets where expires_at < $1', [now - KEPT_MS]);
    await this.#database.execute('insert into drill_tickets values ($1, $2, $3, $4, $5, $6, $7)', [
      hashOf(ticket),
      admission.room,
      admission.person,
      admission.displayName,
      admission.seat,
      now,
      expiresAt,
    ]);
    return { ticket, expiresAt };
  }

  /**
   * Uses a ticket up for the room and the logged-in person it was issued to. One statement decides, so that of two
   * uses at the same moment one is refused; a refused use does not use the ticket up.
   */
  async use(ticket: string, room: string, person: string): Promise<TicketUse> {
    const hash = hashOf(ticket);
    const now = this.#now();
    const [used] = await this.#database.query<TicketRow>(
      `update drill_tickets set used_time = $4
       where ticket_hash = $1 and room = $2 and person = $3 and used_time is null and expires_at > $4 returning *`,
      [hash, room, person, now],
    );
    if (used !== undefined) {
      const { display_name: displayName, seat } = used;
      return { kind: 'admitted', admission: { room, person, displayName, seat } };
    }
    const [known] = await this.#database.query<TicketRow>('select * from drill_tickets where ticket_hash = $1', [hash]);
    if (known === undefined) return { kind: 'refused', why: 'unknown' };
    if (known.room !== room) return { kind: 'refused', why: 'other-room' };
    if (known.person !== person) return { kind: 'refused', why: 'other-person' };
    return { kind: 'refused', why: known.used_time === null ? 'expired' : 'used' };
  }
}

const hashOf = (ticket: string): Buffer => createHash('sha256').update(ticket).digest();
