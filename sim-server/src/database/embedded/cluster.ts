import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';

/**
 * Makes the data folder `folder/data` with a superuser `postgres` where there is none yet. Log-in is by SCRAM with the
 * given password, over loopback too: other accounts of the machine reach the port as well. Made under another name
 * first, so that an interrupted attempt leaves nothing that looks like data. Throws `UPW_EMBEDDED_INIT_FAILED`.
 */
export async function makeCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string,
): Promise<string> {
  const data = join(folder, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return data;

  const unfinished = join(folder, 'data.unfinished');
  const passwordFile = join(folder, 'password.initdb');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  chmodSync(unfinished, 0o700);
  if (account) {
    chownSync(unfinished, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    const said = await run(program(binaries, 'initdb'), initArguments(unfinished, passwordFile), unfinished, account);
    if (said !== undefined) throw new EmbeddedPostgresError('UPW_EMBEDDED_INIT_FAILED', { folder: data, reason: said });
    renameSync(unfinished, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
  return data;
}

const initArguments = (data: string, passwordFile: string) => [
  ...['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
  // UTF-8 that sorts and folds case the same on every machine, whatever its system's locales.
  ...['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
];

/** Runs a program to its end; what it said last when it failed, nothing when it succeeded. */
function run(
  command: string,
  args: readonly string[],
  home: string,
  account: Account | undefined,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...account,
      cwd: home,
      env: { ...process.env, HOME: home, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : lastLines(said) || `exit code ${code}`));
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' ');
}
