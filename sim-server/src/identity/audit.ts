import { createHash } from 'node:crypto';
import type { AuditEntry } from '../contract/index.ts';
import type { Database, Queryable } from '../database/database.ts';

/** Any constant: writers of the chain take turns by this advisory lock. */
const lock = 8_460_002;
const beginning = Buffer.alloc(32);
const chunk = 1_000;

/** What is to be written down: who did what to what. `detail` holds no secret. */
export interface AuditEvent {
  readonly actor: string;
  readonly actorName: string;
  /** Noun and verb, such as `person-disabled`, `log-in`, `log-in-refused`, `alarm-acknowledged`. */
  readonly action: string;
  readonly subject: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** The actor of what nobody logged in did. */
export const nobody = { actor: '', actorName: '' } as const;

interface AuditRow {
  readonly seq: number;
  readonly time: number;
  readonly actor: string;
  readonly actor_name: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: string;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
}

/** Where the chain is broken: the first row that does not follow from the row before it. */
export type AuditVerification =
  | { readonly intact: true; readonly rows: number; readonly head: string }
  | { readonly intact: false; readonly rows: number; readonly brokenAt: number };

/** The audit chain: append-only rows, each with the SHA-256 of the row before it and of itself. */
export class Audit {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Appends in the caller's transaction, so that what is done and what is written down stand or fall together. */
  async record(event: AuditEvent, within: Queryable, now = Date.now()): Promise<void> {
    await within.execute('select pg_advisory_xact_lock($1)', [lock]);
    const [newest] = await within.query<AuditRow>('select seq, hash from audit order by seq desc limit 1');
    const row = {
      seq: (newest?.seq ?? 0) + 1,
      time: now,
      actor: event.actor,
      // Half a surrogate pair would be stored as another character than was hashed.
      actor_name: event.actorName.toWellFormed(),
      action: event.action,
      subject: event.subject.toWellFormed(),
      detail: canonical(event.detail ?? {}),
      previous_hash: newest?.hash ?? beginning,
    };
    await within.execute('insert into audit values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      row.seq,
      row.time,
      row.actor,
      row.actor_name,
      row.action,
      row.subject,
      row.detail,
      row.previous_hash,
      hashOf(row),
    ]);
  }

  /** Appends on its own. */
  recordAlone(event: AuditEvent): Promise<void> {
    return this.#database.transaction((transaction) => this.record(event, transaction));
  }

  /** Newest first, `limit` rows older than `before`. */
  async newest(limit: number, before?: number): Promise<readonly AuditEntry[]> {
    const rows = await this.#database.query<AuditRow>(
      'select * from audit where $1::bigint is null or seq < $1 order by seq desc limit $2',
      [before, limit],
    );
    return rows.map((row) => ({
      seq: row.seq,
      time: row.time,
      actor: row.actor,
      actorName: row.actor_name,
      action: row.action,
      subject: row.subject,
      detail: JSON.parse(row.detail) as AuditEntry['detail'],
      hash: row.hash.toString('hex'),
    }));
  }

  /** Reads the whole chain; finds any row edited, removed from the middle or moved. */
  async verify(): Promise<AuditVerification> {
    let previous: Buffer = beginning;
    let rows = 0;
    for (;;) {
      const batch = await this.#database.query<AuditRow>('select * from audit where seq > $1 order by seq limit $2', [
        rows,
        chunk,
      ]);
      for (const row of batch) {
        const follows = row.seq === rows + 1 && row.previous_hash.equals(previous) && row.hash.equals(hashOf(row));
        if (!follows) return { intact: false, rows, brokenAt: row.seq };
        previous = row.hash;
        rows = row.seq;
      }
      if (batch.length < chunk) return { intact: true, rows, head: previous.toString('hex') };
    }
  }
}

/** SHA-256 over the previous hash and the row as a JSON array in fixed order. */
function hashOf(row: Omit<AuditRow, 'hash'>): Buffer {
  const text = JSON.stringify([row.seq, row.time, row.actor, row.actor_name, row.action, row.subject, row.detail]);
  return createHash('sha256').update(row.previous_hash).update(text).digest();
}

const canonical = (detail: NonNullable<AuditEvent['detail']>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1))));
