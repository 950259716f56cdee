import type { Attempt, AttemptRow } from '../../contract/index.ts';
import type { Database, Queryable } from '../../database/database.ts';

/** An attempt with what it was judged by: the facts, and the engine that computed the hazard in them. */
export interface JudgedAttempt<Facts> extends Attempt {
  readonly profileVersion: string;
  readonly facts: Facts;
  readonly engineHash: string;
}

/** Which attempts a list holds; all bounds are optional. */
export interface AttemptFilter {
  readonly trainee?: string | undefined;
  readonly drill?: string | undefined;
  readonly room?: string | undefined;
  /** Ended before this time, UTC ms: the page after. */
  readonly before?: number | undefined;
  readonly limit: number;
}

interface StoredRow {
  readonly attempt: string;
  readonly room: string;
  readonly drill: string;
  readonly drill_version: string;
  readonly drill_title: Attempt['drillTitle'];
  readonly profile: string;
  readonly profile_version: string;
  readonly trainee: string;
  readonly trainee_name: string;
  readonly role: string;
  readonly started_time: number;
  readonly ended_time: number;
  readonly score: number;
  readonly verdict: Attempt['verdict'];
}

interface StoredAttempt extends StoredRow {
  readonly sheet: Pick<Attempt, 'reasons' | 'steps' | 'faults'>;
  readonly track: Attempt['track'];
}

const columns = `attempt, room, drill, drill_version, drill_title, profile, profile_version, trainee, trainee_name, role,
  started_time, ended_time, score, verdict`;

/** The rows of `drill_attempts`: written once, never changed. */
export class AttemptStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Stores all attempts of a room together. Of a trainee who already has one in this room nothing is written. */
  async add(attempts: readonly JudgedAttempt<object>[]): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      for (const attempt of attempts) await insert(attempt, transaction);
    });
  }

  /** Newest first. */
  async list(filter: AttemptFilter): Promise<AttemptRow[]> {
    const rows = await this.#database.query<StoredRow>(
      `select ${columns} from drill_attempts
       where ($1::text is null or trainee = $1) and ($2::text is null or drill = $2) and ($3::text is null or room = $3)
         and ($4::bigint is null or ended_time < $4)
       order by ended_time desc, attempt limit $5`,
      [filter.trainee, filter.drill, filter.room, filter.before, filter.limit],
    );
    return rows.map(rowOf);
  }

  async get(attempt: string): Promise<Attempt | undefined> {
    const [row] = await this.#database.query<StoredAttempt>(
      `select ${columns}, sheet, track from drill_attempts where attempt = $1`,
      [attempt],
    );
    return row && { ...rowOf(row), ...row.sheet, track: row.track };
  }
}

async function insert(attempt: JudgedAttempt<object>, transaction: Queryable): Promise<void> {
  const { reasons, steps, faults } = attempt;
  await transaction.execute(
    `insert into drill_attempts (${columns}, sheet, facts, track, engine_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     on conflict (room, trainee) do nothing`,
    [
      attempt.id,
      attempt.room,
      attempt.drill,
      attempt.drillVersion,
      JSON.stringify(attempt.drillTitle),
      attempt.profile,
      attempt.profileVersion,
      attempt.trainee,
      attempt.traineeName,
      attempt.role,
      attempt.startedTime,
      attempt.endedTime,
      attempt.score,
      attempt.verdict,
      JSON.stringify({ reasons, steps, faults }),
      JSON.stringify(attempt.facts),
      JSON.stringify(attempt.track),
      attempt.engineHash,
    ],
  );
}

const rowOf = (row: StoredRow): AttemptRow => ({
  id: row.attempt,
  drill: row.drill,
  drillVersion: row.drill_version,
  drillTitle: row.drill_title,
  profile: row.profile,
  room: row.room,
  trainee: row.trainee,
  traineeName: row.trainee_name,
  role: row.role,
  startedTime: row.started_time,
  endedTime: row.ended_time,
  score: row.score,
  verdict: row.verdict,
});
