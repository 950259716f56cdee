import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the target in the foreground, passes signals on to it and ends as it ends.
 * @param {string} runtime @param {readonly string[]} args @param {string} cwd @param {string} root
 */
export function runTarget(runtime, args, cwd, root) {
  const path = [dirname(runtime), join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  const child = spawn(runtime, args, { cwd, stdio: 'inherit', env: { ...process.env, PATH: path } });
  // Ctrl-C reaches the whole process group: the target may get it twice, and this process must outlive it.
  for (const signal of passedOn) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${runtime} could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + constants.signals[signal];
  });
}
