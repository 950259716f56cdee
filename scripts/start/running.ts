import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Sentence } from './sentence.ts';

/** A note in `UPWIND_HOME` of the start that uses it. */
export interface Running {
  readonly pid: number;
  /** What tells this process from a later one with the same number; absent where the system does not say. */
  readonly born?: string;
  /** UTC, ms. */
  readonly since: number;
  /** Absent while it is still starting. */
  readonly url?: string;
}

export interface Claim {
  readonly kind: 'claimed';
  /** Whether an earlier start left its note behind, so that its parts may still be ending. */
  readonly afterCrash: boolean;
  announce(url: string): void;
  release(): void;
}

/** Takes the home for this process, or tells who has it. Throws a {@link Sentence} where it cannot be written. */
export function claimHome(home: string): Claim | { readonly kind: 'taken'; readonly by: Running } {
  makeFolder(home);
  const file = join(home, 'running.json');
  const born = bornOf(process.pid);
  const self: Running = { pid: process.pid, since: Date.now(), ...(born !== undefined && { born }) };

  let afterCrash = false;
  while (!create(file, self)) {
    const by = read(file);
    if (by !== undefined && isAlive(by)) return { kind: 'taken', by };
    afterCrash = true;
    rmSync(file, { force: true });
  }
  return {
    kind: 'claimed',
    afterCrash,
    announce(url) {
      writeFileSync(`${file}.new`, JSON.stringify({ ...self, url }));
      renameSync(`${file}.new`, file);
    },
    release: () => rmSync(file, { force: true }),
  };
}

function create(file: string, running: Running): boolean {
  try {
    writeFileSync(file, JSON.stringify(running), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw unwritable(dirname(file), error);
  }
}

function makeFolder(home: string): void {
  try {
    mkdirSync(home, { recursive: true });
  } catch (error) {
    throw unwritable(home, error);
  }
}

function unwritable(home: string, error: unknown): Sentence {
  const { code, message } = error as NodeJS.ErrnoException;
  return new Sentence(
    `Data and logs cannot be written to ${home} (${code ?? message}). Set UPWIND_HOME to a folder that you may write.`,
  );
}

function read(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isAlive(running: Running): boolean {
  if (running.pid === process.pid) return false;
  if (running.born !== undefined) return bornOf(running.pid) === running.born;
  try {
    process.kill(running.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Start of a process in clock ticks since boot, with the boot's id (proc(5), /proc/pid/stat field 22). */
function bornOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}
