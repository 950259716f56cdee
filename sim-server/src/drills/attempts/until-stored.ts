import { setTimeout as sleep } from 'node:timers/promises';
import { ServerError } from '../../errors.ts';
import type { Log } from '../../log.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
/** A failure that is not the database's absence is hardly cured by waiting. */
const MOST_OTHER_FAILURES = 5;

/** Does what must end in the database, again and again while the database is away; other failures end it after some. */
export async function untilStored(log: Log, work: () => Promise<void>): Promise<void> {
  let others = 0;
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ServerError) || error.code !== 'UPW_DATABASE_DOWN') others += 1;
      if (others === MOST_OTHER_FAILURES) throw error;
      log.warn({ err: error, waitMs }, 'the results of a drill wait for the database');
      await sleep(waitMs);
    }
  }
}
