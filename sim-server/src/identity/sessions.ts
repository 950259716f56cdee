import { createHash, randomBytes } from 'node:crypto';
import type { Person, Role } from '../contract/index.ts';
import type { Database } from '../database/database.ts';
import { ServerError } from '../errors.ts';

/** A session ends after four hours without use and after one shift of twelve hours in any case (ASVS 5.0, 7.3). */
export const idleMs = 4 * 3_600_000;
export const absoluteMs = 12 * 3_600_000;
/** How long a look-up is believed; another server's log-out or disabling is noticed within it (ASVS 5.0, 7.4). */
const freshMs = 3_000;
/** How long a session that was good goes on while the database does not answer: the live twin must not go dark. */
const graceMs = 15 * 60_000;
const touchEveryMs = 60_000;
const mostRemembered = 5_000;

export interface Session {
  /** Hash of the token, in hex: names the session without opening it. */
  readonly id: string;
  readonly person: Person;
  readonly expiresAt: number;
}

/** A session, or all sessions of a person, are over: whoever holds a socket for them closes it. */
export type SessionEnd = { readonly session: string } | { readonly person: string };

interface Remembered {
  readonly session: Session;
  readonly checkedTime: number;
}

interface SessionRow {
  readonly seen_time: number;
  readonly expires_at: number;
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** Opaque sessions in PostgreSQL: revocable at once, on every server. */
export class Sessions {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #remembered = new Map<string, Remembered>();
  readonly #listeners = new Set<(end: SessionEnd) => void>();

  constructor(database: Database, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  /** Opens a session; the token is given once, here. */
  async open(person: Person): Promise<{ readonly token: string; readonly session: Session }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.#now();
    const session: Session = { id: idOf(token), person, expiresAt: now + absoluteMs };
    await this.#database.execute('delete from sessions where expires_at < $1 or seen_time < $2', [now, now - idleMs]);
    await this.#database.execute('insert into sessions values ($1, $2, $3, $3, $4)', [
      Buffer.from(session.id, 'hex'),
      person.id,
      now,
      session.expiresAt,
    ]);
    return { token, session };
  }

  /** The session of a token, or nothing when there is none, it is over or its person is disabled. */
  async find(token: string): Promise<Session | undefined> {
    if (token.length > 128) return undefined;
    return this.check(idOf(token));
  }

  /** Looks the session up again by its id, as open sockets do every few seconds. Counts as use. */
  async check(id: string): Promise<Session | undefined> {
    const now = this.#now();
    const remembered = this.#remembered.get(id);
    if (remembered !== undefined && now < remembered.session.expiresAt && now - remembered.checkedTime < freshMs) {
      return remembered.session;
    }
    try {
      const session = await this.#look(id, now);
      if (session === undefined) this.#remembered.delete(id);
      else this.#remember({ session, checkedTime: now });
      return session;
    } catch (error) {
      const down = error instanceof ServerError && error.code === 'UPW_DATABASE_DOWN';
      const believable =
        remembered !== undefined && now < remembered.session.expiresAt && now - remembered.checkedTime < graceMs;
      if (down && believable) return remembered.session;
      throw error;
    }
  }

  async end(id: string): Promise<void> {
    this.#remembered.delete(id);
    await this.#database.execute('delete from sessions where token_hash = $1', [Buffer.from(id, 'hex')]);
    this.#tell({ session: id });
  }

  /** Ends all sessions of a person, and by the listeners their sockets. */
  async endOf(person: string): Promise<void> {
    for (const [id, { session }] of this.#remembered) {
      if (session.person.id === person) this.#remembered.delete(id);
    }
    await this.#database.execute('delete from sessions where person = $1', [person]);
    this.#tell({ person });
  }

  /** Hears of ended sessions on this server; gives the way to stop hearing. */
  onEnd(listener: (end: SessionEnd) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #look(id: string, now: number): Promise<Session | undefined> {
    const key = Buffer.from(id, 'hex');
    const [row] = await this.#database.query<SessionRow>(
      `select s.seen_time, s.expires_at, p.id, p.name, p.display_name, p.role, p.disabled
       from sessions s join people p on p.id = s.person where s.token_hash = $1`,
      [key],
    );
    if (row === undefined || row.disabled || now >= row.expires_at || now - row.seen_time >= idleMs) return undefined;
    if (now - row.seen_time > touchEveryMs) {
      await this.#database.execute('update sessions set seen_time = $2 where token_hash = $1', [key, now]);
    }
    const { id: person, name, display_name: displayName, role, disabled } = row;
    return { id, person: { id: person, name, displayName, role, disabled }, expiresAt: row.expires_at };
  }

  #remember(remembered: Remembered): void {
    this.#remembered.delete(remembered.session.id);
    this.#remembered.set(remembered.session.id, remembered);
    if (this.#remembered.size > mostRemembered) {
      const [oldest] = this.#remembered.keys();
      if (oldest !== undefined) this.#remembered.delete(oldest);
    }
  }

  #tell(end: SessionEnd): void {
    for (const listener of this.#listeners) listener(end);
  }
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('hex');
