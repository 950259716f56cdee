import { lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/** An operating-system account to run PostgreSQL as. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** By convention `nobody`; it needs no entry in /etc/passwd, so no account has to be made. */
const nobody = 65534;

/** PostgreSQL refuses to run as root; otherwise it runs as whoever starts it. */
export function accountForPostgres(uid: number | undefined = process.getuid?.()): Account | undefined {
  return uid === 0 ? { uid: nobody, gid: nobody } : undefined;
}

/** Whether the account may pass through every folder down to `folder` itself. Access lists are not looked at. */
export function mayEnter(account: Account | undefined, folder: string): boolean {
  if (account === undefined) return true;
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/**
 * Makes a folder that others may pass through but only we may change, in a place where anyone may write. Throws
 * `UPW_EMBEDDED_FOLDER_UNSAFE` when somebody else was there first.
 */
export function makeOwnFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError('UPW_EMBEDDED_FOLDER_UNSAFE', { folder });
  }
}
