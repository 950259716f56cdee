import type { Database } from '../database/database.ts';

const dayMs = 86_400_000;
/** Any constant: servers that share a database make partitions one after the other. */
const lock = 8_460_003;

/** The daily partitions of the samples, made when a sample of that day comes. */
export class Partitions {
  readonly #database: Database;
  readonly #days = new Set<number>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes sure that samples of these times can be stored. */
  async ensure(sourceTimes: readonly number[]): Promise<void> {
    const days = new Set(sourceTimes.map((time) => Math.floor(time / dayMs)));
    for (const day of days) {
      if (this.#days.has(day)) continue;
      await this.#make(day);
      this.#days.add(day);
    }
  }

  /** Attached rather than created in place: so nobody who reads the history has to wait. */
  async #make(day: number): Promise<void> {
    const name = `samples_${new Date(day * dayMs).toISOString().slice(0, 10).replaceAll('-', '')}`;
    await this.#database.transaction(async (transaction) => {
      await transaction.execute('select pg_advisory_xact_lock($1)', [lock]);
      const [there] = await transaction.query('select to_regclass($1) as name where to_regclass($1) is not null', [
        name,
      ]);
      if (there !== undefined) return;
      await transaction.execute(`create table ${name} (like samples including all)`);
      await transaction.execute(
        `alter table samples attach partition ${name} for values from (${day * dayMs}) to (${(day + 1) * dayMs})`,
      );
    });
  }
}
