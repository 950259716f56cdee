import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Sentence, say } from './say.mjs';

/** A memory that threads share must be declared so when a module is compiled: hence two modules of the same kernels. */
const builds = {
  plain: ['solo.ts'],
  shared: ['threaded.ts', '--enable', 'threads', '--sharedMemory', '--maximumMemory', '65536'],
};
const flags = [
  ...['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--initialMemory', '1'],
  // The first bytes are the crew's; constants of the compiler's own come after them.
  ...['--memoryBase', '8192', '--use', 'abort='],
];

/** @param {string} root */
const assemblyFolder = (root) => join(root, 'sim-engine', 'kernels', 'assembly');
/** @param {string} root */
const generatedFolder = (root) => join(root, 'sim-engine', 'kernels', 'generated');

/**
 * Makes `sim-engine/kernels/generated/kernels.ts` out of `sim-engine/kernels/assembly` where it is missing or made from
 * other sources: one module of TypeScript that carries the compiled kernels, so that Node, the test runner and a
 * browser's Worker import it alike and nothing is fetched. `runtime` is the Node that runs the compiler.
 * @param {string} root @param {string} [runtime] @returns {Promise<void>}
 */
export async function ensureKernels(root, runtime = process.execPath) {
  const target = join(generatedFolder(root), 'kernels.ts');
  const hash = hashSources(root);
  if (existsSync(target) && readFileSync(target, 'utf8').includes(`'${hash}'`)) return;
  say('Compiling the kernels …');
  mkdirSync(generatedFolder(root), { recursive: true });
  const folder = mkdtempSync(join(generatedFolder(root), '.making-'));
  try {
    const [plain, shared] = await Promise.all([
      compile(root, runtime, folder, builds.plain),
      compile(root, runtime, folder, builds.shared),
    ]);
    const made = join(folder, 'kernels.ts');
    writeFileSync(made, moduleText(root, hash, plain, shared));
    renameSync(made, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One hash over the kernels' sources, the compiler's version and how it is called. @param {string} root */
function hashSources(root) {
  const hash = createHash('sha256').update(JSON.stringify([flags, builds]));
  hash.update(readFileSync(new URL(import.meta.url)));
  hash.update(readFileSync(join(root, 'node_modules', 'assemblyscript', 'package.json')));
  for (const [file, text] of sources(root)) hash.update(`${file}\0${text}\0`);
  return hash.digest('hex');
}

/** @param {string} root @returns {[string, string][]} */
function sources(root) {
  const folder = assemblyFolder(root);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
}

/** @param {string} root @param {string} runtime @param {string} folder @param {string[]} build @returns {Promise<Buffer>} */
function compile(root, runtime, folder, [entry = '', ...own]) {
  const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
  const out = join(folder, `${entry}.wasm`);
  const args = [compiler, entry, '--baseDir', assemblyFolder(root), '--outFile', out, ...flags, ...own];
  return new Promise((resolve, reject) => {
    const child = spawn(runtime, args, { cwd: assemblyFolder(root), stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('error', (error) => reject(new Sentence(`The kernels' compiler could not be started: ${error.message}`)));
    child.on('close', (code) => {
      if (code === 0) resolve(readFileSync(out));
      else reject(new Sentence(`The kernels could not be compiled:\n${said.trim()}`));
    });
  });
}

/** @param {string} root @param {string} hash @param {Buffer} plain @param {Buffer} shared */
function moduleText(root, hash, plain, shared) {
  const all = signatures(root);
  /** @param {Buffer} bytes */
  const methods = (bytes) =>
    WebAssembly.Module.exports(new WebAssembly.Module(new Uint8Array(bytes)))
      .filter(({ kind }) => kind === 'function')
      .map(({ name }) => {
        const signature = all.get(name);
        if (signature === undefined) throw new Sentence(`The kernel "${name}" has no signature on its first line.`);
        return `  ${name}${signature};`;
      });
  const kernels = methods(plain);
  return [
    '// Made by scripts/launch/kernels.mjs out of ../assembly; changes here are lost.',
    `export const sourcesHash = '${hash}';`,
    '/** The compiled kernels over a memory of one thread, base64. */',
    `export const plainModule =\n  '${plain.toString('base64')}';`,
    '/** The same over a memory that threads share. */',
    `export const sharedModule =\n  '${shared.toString('base64')}';`,
    'export interface Kernels {',
    ...kernels,
    '}',
    '/** What only the shared module has. */',
    'export interface Concert {',
    ...methods(shared).filter((line) => !kernels.includes(line)),
    '}',
    '',
  ].join('\n');
}

/** Parameters and result of every exported function, as TypeScript, by name. @param {string} root */
function signatures(root) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [, text] of sources(root)) {
    for (const match of text.matchAll(/^export function (\w+)\(([^)]*)\): (\w+) \{/gm)) {
      const [, name = '', parameters = '', result = ''] = match;
      const names = [...parameters.matchAll(/(\w+)\s*:/g)].map(([, parameter = '']) => `${parameter}: number`);
      found.set(name, `(${names.join(', ')}): ${result === 'void' ? 'void' : 'number'}`);
    }
  }
  return found;
}
