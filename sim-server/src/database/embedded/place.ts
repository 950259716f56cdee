import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Account, makeOwnFolder, mayEnter } from './account.ts';
import type { Binaries } from './binaries.ts';
import { linkLibraries } from './library-links.ts';

/** Where PostgreSQL runs from and where it keeps its files. */
export interface Place {
  readonly binaries: Binaries;
  /** Holds `data`, and beside it the password and the port. */
  readonly folder: string;
  /** What a person should know about the choice, one sentence each. */
  readonly notes: readonly string[];
}

/** Only root needs another shelf. The second is for systems whose first is read-only; it may be swept after weeks. */
const shelves = ['/var/lib', '/var/tmp'];

/**
 * The asked folder and npm's binaries, unless the account may not enter them: root's own folders (`/root` is 0700) are
 * closed to `nobody`. Then the data, or a copy of the binaries, goes to `/var/lib/upwind-<hash of the closed path>`.
 */
export function choosePlace(asked: string, binaries: Binaries, account: Account | undefined): Place {
  const notes: string[] = [];

  mkdirSync(asked, { recursive: true });
  let folder = resolve(asked);
  // The folder itself is ours: only its ancestors can be closed.
  chmodSync(folder, 0o711);
  if (!mayEnter(account, folder)) {
    folder = join(makeOpenFolder(folder), 'postgres');
    makeOwnFolder(folder);
    notes.push(`PostgreSQL may not run as root and no other account may enter ${asked}: the database is in ${folder}.`);
  }

  let used = binaries;
  if (!mayEnter(account, join(binaries.folder, 'bin'))) {
    used = { ...binaries, folder: join(makeOpenFolder(binaries.folder), `postgresql-${binaries.version}`) };
    if (!existsSync(used.folder)) copyBinaries(binaries.folder, used.folder);
    notes.push(`PostgreSQL runs from a copy of its binaries in ${used.folder}.`);
  }
  linkLibraries(used.folder);
  return { binaries: used, folder, notes };
}

/** The same folder for the same closed path, on the first shelf that takes it. */
function makeOpenFolder(closed: string): string {
  const name = `upwind-${createHash('sha256').update(closed).digest('hex').slice(0, 12)}`;
  const shelf = shelves.find((candidate) => {
    try {
      mkdirSync(join(candidate, name), { recursive: true, mode: 0o711 });
      return true;
    } catch {
      return false;
    }
  });
  const folder = join(shelf ?? '/var/tmp', name);
  makeOwnFolder(folder);
  return folder;
}

/** Under another name first, so that an interrupted copy is never taken for a whole one. */
function copyBinaries(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  // A strict umask at installation closes more than the folders above.
  chmodSync(unfinished, 0o755);
  for (const entry of readdirSync(unfinished, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || (statSync(path).mode & 0o100) !== 0;
    chmodSync(path, executable ? 0o755 : 0o644);
  }
  rmSync(to, { recursive: true, force: true });
  renameSync(unfinished, to);
}
