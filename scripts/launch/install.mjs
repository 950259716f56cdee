import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inTurn } from './install-turn.mjs';
import { isInstalled, lockedFolders, stampInstalled } from './lockfile.mjs';
import { linkRuntime, pinnedRuntime } from './runtime.mjs';
import { Sentence, say } from './say.mjs';

/** Installs the lockfile's packages where they are missing or others. @param {string} root */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await inTurn(root, async () => {
    if (isInstalled(root)) return;
    const started = Date.now();
    const failure = await cleanInstall(root);
    if (failure !== undefined) {
      throw new Sentence(
        `${failure}\nThe dependencies could not be installed. Check the network and the npm registry, then start again: it begins anew.`,
      );
    }
    const runtime = pinnedRuntime(root);
    // npm leaves out an optional package that failed to arrive, and calls that success.
    if (runtime !== undefined && !existsSync(runtime)) {
      throw new Sentence(`npm left out the Node runtime (${runtime}). Check the network, then start again.`);
    }
    linkRuntime(root);
    stampInstalled(root);
    say(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
  });
}

/**
 * Install scripts stay off: no dependency needs one here, and npm's major versions differ in whether they run.
 * Development and optional packages are needed whatever NODE_ENV and npm's settings say.
 */
const npmArguments = [
  ...['ci', '--ignore-scripts', '--include=dev', '--include=optional'],
  ...['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier', '--loglevel=error'],
];

/** `npm ci`; what it said when it failed. @param {string} root @returns {Promise<string | undefined>} */
function cleanInstall(root) {
  return new Promise((resolve) => {
    const { command, prefix, shell } = findNpm();
    const child = spawn(command, [...prefix, ...npmArguments], { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    const stopProgress = showProgress(root);
    const kill = () => {
      // npm would go on for a while and get in the way of the next start, which begins anew in any case.
      child.kill('SIGKILL');
      process.exit(130);
    };
    process.on('SIGINT', kill).on('SIGTERM', kill);
    /** @param {string | undefined} failure */
    const end = (failure) => {
      stopProgress();
      process.off('SIGINT', kill).off('SIGTERM', kill);
      resolve(failure);
    };
    child.on('error', (error) => end(`npm could not be started: ${error.message}`));
    child.on('close', (code) => end(code === 0 ? undefined : said.trim() || `npm ended with code ${code}`));
  });
}

/** The npm that called us, or the one on the path. */
function findNpm() {
  const caller = process.env['npm_execpath'];
  if (caller !== undefined && basename(caller) === 'npm-cli.js' && existsSync(caller)) {
    return { command: process.execPath, prefix: [caller], shell: false };
  }
  return { command: 'npm', prefix: [], shell: process.platform === 'win32' };
}

/** Says how many packages have arrived: in place on a terminal, a line now and then elsewhere. @param {string} root */
function showProgress(root) {
  const folders = lockedFolders(root);
  const terminal = process.stderr.isTTY;
  say(`Installing ${folders.length} dependencies from the lockfile; only the first start does this.`);
  const tell = () => {
    const arrived = folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).length;
    const line = `  ${arrived} of ${folders.length} packages`;
    process.stderr.write(terminal ? `\r${line}` : `${line}\n`);
  };
  const timer = setInterval(tell, terminal ? 500 : 5_000);
  return () => {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r\u001b[K');
  };
}
