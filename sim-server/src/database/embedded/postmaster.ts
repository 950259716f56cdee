import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { EmbeddedPostgresError } from './errors.ts';

/** A running PostgreSQL. */
export interface Postmaster {
  readonly pid: number;
  /** Resolves when it ends, wanted or not, with its last lines. */
  readonly ended: Promise<string>;
  /** Fast shutdown; harder when it does not end within ten seconds. */
  stop(): Promise<void>;
}

export interface PostmasterOptions {
  readonly binaries: Binaries;
  readonly data: string;
  readonly port: number;
  readonly account: Account | undefined;
  readonly onLog: (line: string) => void;
}

const patienceMs = 60_000;
const stopPatienceMs = 10_000;
const keptLines = 12;

/**
 * Starts PostgreSQL on 127.0.0.1 and waits until it takes connections, through recovery if it needs one. It runs in a
 * session of its own: Ctrl-C in the terminal reaches who started it, who stops it after everyone who still writes.
 * Throws `UPW_EMBEDDED_START_FAILED` with what it said last.
 */
export async function startPostmaster(options: PostmasterOptions): Promise<Postmaster> {
  const { binaries, data, account } = options;
  const child = spawn(program(binaries, 'postgres'), postgresArguments(data, options.port), {
    ...account,
    cwd: data,
    env: { ...process.env, HOME: data, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  });

  const last: string[] = [];
  const ready = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      options.onLog(line);
      last.push(line);
      if (last.length > keptLines) last.shift();
      if (line.includes('ready to accept connections')) resolve(true);
    });
  });
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(last.join('\n')));
  });

  const outcome = await Promise.race([ready, ended, sleep(patienceMs, 'it took longer than a minute', { ref: false })]);
  const { pid } = child;
  if (outcome !== true || pid === undefined) {
    child.kill('SIGQUIT');
    throw new EmbeddedPostgresError('UPW_EMBEDDED_START_FAILED', { folder: data, reason: reasonOf(String(outcome)) });
  }
  // Should this process end without stopping it, it ends at once and recovers at the next start.
  const endAtOnce = () => child.kill('SIGQUIT');
  process.on('exit', endAtOnce);
  void ended.then(() => process.off('exit', endAtOnce));
  return { pid, ended, stop: () => stopChild(child, binaries, data) };
}

const postgresArguments = (data: string, port: number) => [
  ...['-D', data, '-p', String(port)],
  ...setting('listen_addresses', '127.0.0.1'),
  // The path of a Unix socket may have 107 bytes at most; TCP has no such limit.
  ...setting('unix_socket_directories', ''),
  ...setting('timezone', 'UTC'),
  ...setting('log_timezone', 'UTC'),
  ...setting('lc_messages', 'C'),
];

function setting(name: string, value: string): string[] {
  return ['-c', `${name}=${value}`];
}

async function stopChild(child: ChildProcess, binaries: Binaries, data: string): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (process.platform === 'win32') {
    spawnSync(program(binaries, 'pg_ctl'), ['stop', '-m', 'fast', '-D', data]);
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    child.kill(signal);
    const inTime = await Promise.race([exit.then(() => true), sleep(stopPatienceMs, false, { ref: false })]);
    if (inTime) return;
  }
}

/** The lines that say why, without their time stamps. */
function reasonOf(said: string): string {
  const telling = said.split('\n').filter((line) => /FATAL|ERROR|HINT|could not/.test(line));
  return (telling.length > 0 ? telling : said.split('\n').slice(-3))
    .map((line) => line.replace(/^[\d-]+ [\d:.]+ UTC \[\d+\] /, ''))
    .join(' ');
}
