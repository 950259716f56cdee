// The only file that the machine's own Node runs: plain JavaScript, built-ins only, from Node 20.19 on. It makes sure
// that the dependencies are those of the lockfile and that the kernels are compiled, and hands over to the pinned
// runtime that came with them.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './launch/install.mjs';
import { ensureKernels } from './launch/kernels.mjs';
import { findRuntime } from './launch/runtime.mjs';
import { hasVersion, Sentence } from './launch/say.mjs';
import { runTarget } from './launch/target.mjs';

/** @type {Readonly<Record<string, { file: string, fromCaller?: boolean }>>} */
const targets = {
  start: { file: 'scripts/start/main.ts' },
  test: { file: 'scripts/test/main.ts' },
  // These take paths of the person who calls them, from wherever npm was called.
  ingest: { file: 'assets/src/cli.ts', fromCaller: true },
  validate: { file: 'sim-engine/validation/cli.ts', fromCaller: true },
  simulate: { file: 'sim-engine/simulate/cli.ts', fromCaller: true },
  bench: { file: 'scripts/bench/main.ts' },
  screenshots: { file: 'scripts/screenshots/main.ts' },
  kernels: { file: 'scripts/kernels/main.ts' },
};

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');
const [name = '', ...args] = process.argv.slice(2);

try {
  const target = Object.hasOwn(targets, name) ? targets[name] : undefined;
  if (target === undefined) {
    throw new Sentence(`There is no target "${name}". Give one of: ${Object.keys(targets).join(', ')}.`);
  }
  if (!hasVersion(process.versions.node, 20, 19)) {
    throw new Sentence(
      `Upwind needs Node 20.19 or newer to begin, and this is ${process.version}. Install a newer Node.`,
    );
  }
  await ensureInstalled(root);
  const cwd = target.fromCaller ? (process.env['INIT_CWD'] ?? process.cwd()) : root;
  const runtime = findRuntime(root);
  await ensureKernels(root, runtime);
  runTarget(runtime, [`${root}/${target.file}`, ...args], cwd, root);
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
