import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const refreshMs = 5_000;
const staleMs = 15_000;

/**
 * Waits until no other launch installs into this folder, then runs `work` as the only one. Who holds the turn touches
 * its file every few seconds; a file untouched for 15 seconds is that of a killed launch.
 * @param {string} root @param {() => Promise<void>} work
 */
export async function inTurn(root, work) {
  const folder = join(root, '.upwind');
  const file = join(folder, 'install.lock');
  mkdirSync(folder, { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) say('Another start is installing the dependencies in this folder; waiting for it …');
    await sleep(500);
  }
  const refresh = setInterval(() => utimesSync(file, new Date(), new Date()), refreshMs);
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    await work();
  } finally {
    clearInterval(refresh);
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function take(file) {
  try {
    closeSync(openSync(file, 'wx'));
    return true;
  } catch {
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (touched !== undefined && Date.now() - touched > staleMs) rmSync(file, { force: true });
    return false;
  }
}
