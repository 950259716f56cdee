import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends a PostgreSQL that still runs on this data folder because whoever started it was killed, and removes a stale
 * `postmaster.pid` whose number now belongs to another program. Returns what it did, if anything.
 */
export async function clearLeftover(data: string, patienceMs = 10_000): Promise<string | undefined> {
  const file = join(data, 'postmaster.pid');
  const pid = readPid(file);
  if (pid === undefined || process.platform === 'win32') return undefined;

  if (!runsOn(pid, data)) {
    // PostgreSQL checks only whether the number is alive, and refuses to start when another program has it now.
    rmSync(file, { force: true });
    return 'PostgreSQL was not stopped properly last time; it recovers now.';
  }
  // Fast: roll back what is open and end cleanly. Immediate: end now, and recover at the next start.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 50) {
      if (!runsOn(pid, data)) return 'A PostgreSQL left over from an earlier run was stopped.';
      await sleep(50);
    }
  }
  return undefined; // It holds on; PostgreSQL itself will say so.
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Whether that process is a PostgreSQL on this data folder. Where /proc does not tell, an alive process counts as one. */
function runsOn(pid: number, data: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return command.includes(data);
  } catch (error) {
    if (process.platform === 'linux') return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
