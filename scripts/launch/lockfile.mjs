import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedRuntime } from './runtime.mjs';

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: unknown, cpu?: unknown }} Package */
/** @typedef {Readonly<Record<string, Package>>} Packages */

/** @param {string} file @returns {Packages} */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Folders, from the root, of the packages that are installed on every platform. @param {string} root */
export function lockedFolders(root) {
  return lockedPackages(root).map(([folder]) => folder);
}

/** @param {string} root */
function lockedPackages(root) {
  const all = Object.entries(readPackages(join(root, 'package-lock.json')));
  return all.filter(([folder, entry]) => folder.includes('node_modules/') && !entry.link && !entry.optional);
}

/**
 * Whether node_modules holds what package-lock.json says. A stamp written after a whole installation answers at once;
 * without it npm's own record of what it installed is compared, so that a hand-made `npm install` counts too. npm
 * removes both before it installs, so an interrupted installation has neither.
 * @param {string} root
 */
export function isInstalled(root) {
  const runtime = pinnedRuntime(root);
  if (runtime !== undefined && !existsSync(runtime)) return false;
  const stamp = stampFile(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash(root)) return true;

  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = readPackages(record);
  if (!lockedPackages(root).every(([folder, entry]) => installed[folder]?.version === entry.version)) return false;
  stampInstalled(root);
  return true;
}

/** @param {string} root */
export function stampInstalled(root) {
  writeFileSync(stampFile(root), lockHash(root));
}

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.upwind-lock-hash');

/** @param {string} root */
function lockHash(root) {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}
