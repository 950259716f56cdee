import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../root.ts';
import type { LogFile } from './log-file.ts';

/** A Node process of the product. */
export interface Part {
  /** As people know it: "the server". */
  readonly name: string;
  readonly pid: number | undefined;
  readonly log: LogFile;
  /** Resolves when it has ended: how, in words (`exit code 1`), and whether well. */
  readonly ended: Promise<Ending>;
  /** Asks it to end, and ends it when it has not after the grace. */
  stop(graceMs: number): Promise<void>;
}

export interface Ending {
  readonly well: boolean;
  readonly how: string;
}

export interface PartOptions {
  readonly name: string;
  /** Script and arguments. */
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly log: LogFile;
  /** Gets every line of its standard output, which then does not go to the log. */
  readonly onLine?: (line: string) => void;
}

const leash = new URL('leash.ts', import.meta.url).href;

/**
 * Starts a Node process in a session of its own: Ctrl-C reaches only who started it, who stops the parts in their order.
 * Should that one be killed, the part ends by itself.
 */
export function startPart(options: PartOptions): Part {
  const child = spawn(process.execPath, ['--import', leash, ...options.args], {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const { log } = options;
  if (child.stdout) createInterface({ input: child.stdout }).on('line', options.onLine ?? log.append);
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => log.append(line));

  const ended = new Promise<Ending>((resolve) => {
    child.on('error', (error) => resolve({ well: false, how: error.message }));
    child.on('close', (code, signal) => {
      resolve({ well: code === 0, how: signal === null ? `exit code ${code}` : `signal ${signal}` });
      log.close();
    });
  });
  return {
    name: options.name,
    pid: child.pid,
    log,
    ended,
    async stop(graceMs) {
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended.then(() => true), sleep(graceMs, false, { ref: false })]);
      if (inTime) return;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The last lines of a part's log, indented, with where the rest is; JSON lines as their message. */
export function lastLines(log: LogFile, count = 12): string {
  // The stack of a crash would push out what it says.
  const telling = log.tail.filter((line) => !/^\s+at /.test(line));
  return [...telling.slice(-count).map((line) => `  ${readable(line)}`), `The whole log: ${log.path}`].join('\n');
}

function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { msg, message, err } = JSON.parse(line) as { msg?: string; message?: string; err?: { message?: string } };
    return [msg ?? message ?? line, err?.message].filter((text) => text !== undefined && text !== '').join(': ');
  } catch {
    return line;
  }
}
