import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from '../start/server.ts';

/** A running `npm start`, read from its screen as a person reads it. */
export interface NpmStart {
  /** Seconds since it was called. */
  seconds(): number;
  /** When each line appeared, seconds since the call; absent where there was nothing to do. */
  readonly moments: { installed?: number; built?: number; ready?: number };
  /** Resolves to the address it printed. */
  readonly ready: Promise<string>;
  /** The log-in of that name, from the list it prints. */
  account(name: string): Promise<Account>;
  /** Resolves when nothing of a first start goes on in the background any more: the demo mesh is in place. */
  settled(): Promise<void>;
  /** Ctrl-C, and waits for the end. */
  stop(): Promise<void>;
}

/** Calls `npm start` in `folder`, in a process group of its own. */
export function runNpmStart(folder: string, env: NodeJS.ProcessEnv, tell: (line: string) => void): NpmStart {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'close');
  const accounts: Account[] = [];
  const moments: NpmStart['moments'] = {};
  let makesMesh = false;

  const ready = new Promise<string>((resolve, reject) => {
    const read = (line: string) => {
      tell(`  [${seconds().toFixed(1)} s] ${line}`);
      if (line.startsWith('Dependencies installed')) moments.installed = seconds();
      if (line.startsWith('Pages built')) moments.built = seconds();
      if (line.startsWith('Making the demo park')) makesMesh = true;
      if (/^The demo park's .*mesh (is in place|could not be made)/.test(line)) makesMesh = false;
      const url = /^Upwind is ready at (\S+)$/.exec(line)?.[1];
      if (url !== undefined) {
        moments.ready = seconds();
        resolve(url);
      }
      const [, role, name, password] = /^ {2}(\S+) +(\S+) +(\S+)$/.exec(line) ?? [];
      if (role !== undefined && name !== undefined && password !== undefined) accounts.push({ role, name, password });
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    void ended.then(() => reject(new Error('npm start ended before it was ready; what it said is above.')));
  });

  return {
    seconds,
    moments,
    ready,
    async account(name) {
      for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 20) {
        const account = accounts.find((candidate) => candidate.name === name);
        if (account !== undefined) return account;
        await sleep(20);
      }
      throw new Error(`npm start printed no log-in named ${name}.`);
    },
    async settled() {
      while (makesMesh && child.exitCode === null) await sleep(100);
    },
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
  };
}
