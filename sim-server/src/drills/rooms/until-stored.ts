import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../../errors.ts';
import type { Log } from '../../log.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Does what must end in the database, again and again while the database is down; any other failure is thrown. */
export async function untilStored(log: Log, work: () => Promise<void>): Promise<void> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== 'UPW_DATABASE_DOWN') throw error;
      log.warn({ waitMs }, 'the results of a drill wait for the database');
      await sleep(waitMs);
    }
  }
}
