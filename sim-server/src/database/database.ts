/** A row as PostgreSQL gives it; `bigint` arrives as number (times in ms and counts stay below 2^53). */
export type Row = Readonly<Record<string, unknown>>;

/** What can be asked within or outside a transaction. Values go by `$1, $2, …`, never into the text. */
export interface Queryable {
  /** Rows of the answer. Throws `UPW_DATABASE_DOWN` when the server does not answer. */
  query<R extends object = Row>(text: string, values?: readonly unknown[]): Promise<readonly R[]>;
  /** How many rows the statement touched. */
  execute(text: string, values?: readonly unknown[]): Promise<number>;
}

/** The one database of the house: PostgreSQL ≥ 15, wherever it runs. */
export interface Database extends Queryable {
  /** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
  transaction<T>(work: (transaction: Queryable) => Promise<T>): Promise<T>;
  /** Whether the newest contact succeeded; asks when there was none within the last two seconds. */
  answers(): Promise<boolean>;
  close(): Promise<void>;
}
