import { setTimeout as sleep } from 'node:timers/promises';
import { accountForPostgres } from './account.ts';
import { findBinaries } from './binaries.ts';
import { makeCluster } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { databaseUrl, makeHomeDatabase, role } from './home-database.ts';
import { clearLeftover } from './leftover.ts';
import { keepPassword } from './password.ts';
import { choosePlace } from './place.ts';
import { choosePort } from './port.ts';
import { type Postmaster, type PostmasterOptions, startPostmaster } from './postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** Where it keeps its data, password and port, e.g. `<UPWIND_HOME>/postgres`; made when missing. */
  readonly dir: string;
  /** Port on 127.0.0.1; a free one is chosen and remembered when absent. */
  readonly port?: number;
  /** Every line PostgreSQL logs. */
  readonly onLog?: (line: string) => void;
}

/** A running embedded PostgreSQL. */
export interface EmbeddedPostgres {
  /** For `DATABASE_URL`: the database `upwind` as its owner, who may create databases but is no superuser. */
  readonly url: string;
  readonly pid: number;
  /** Where the data really is; not `dir` when the account PostgreSQL runs as may not enter that. */
  readonly folder: string;
  /** What a person should know about this start, one sentence each. */
  readonly notes: readonly string[];
  /** Resolves with its last lines when it ends, wanted or not. */
  readonly ended: Promise<string>;
  stop(): Promise<void>;
}

const memoryPatienceMs = 10_000;

/**
 * Starts the PostgreSQL that npm installed, with its data in `dir`: made at the first start, recovered after a crash,
 * durable as PostgreSQL ships it. Throws {@link EmbeddedPostgresError} with one sentence.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = accountForPostgres();
  const { binaries, folder, notes } = choosePlace(options.dir, findBinaries(), account);
  const password = keepPassword(folder);
  const data = await makeCluster(folder, binaries, account, password);
  const cleared = await clearLeftover(data);
  const port = await choosePort(folder, options.port);

  const onLog = options.onLog ?? (() => {});
  const postmaster = await patiently(data, { binaries, data, port, account, onLog });
  try {
    await makeHomeDatabase({ port, password });
  } catch (error) {
    await postmaster.stop();
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError('UPW_EMBEDDED_START_FAILED', { folder: data, reason }, error);
  }
  return {
    url: databaseUrl({ port, password }, role),
    pid: postmaster.pid,
    folder,
    notes: cleared === undefined ? notes : [...notes, cleared],
    ended: postmaster.ended,
    stop: postmaster.stop,
  };
}

/** After `kill -9` its sessions need a moment to notice; until then they hold the shared memory and it will not start. */
async function patiently(data: string, options: PostmasterOptions): Promise<Postmaster> {
  for (const giveUp = performance.now() + memoryPatienceMs; ; ) {
    try {
      return await startPostmaster(options);
    } catch (error) {
      const inUse = error instanceof Error && /shared memory block .* still in use/.test(error.message);
      if (!inUse || performance.now() > giveUp) throw error;
      await sleep(200);
      await clearLeftover(data);
    }
  }
}
