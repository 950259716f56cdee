import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { openLog } from './log-file.ts';
import { lastLines, type Part, startPart } from './part.ts';
import { Sentence } from './sentence.ts';

/** Everything the pages are made from: the client and the rooms below it that it may import. */
const sources = ['twin-client', 'scenes', 'scenarios', 'sim-engine', 'sim-server/src/contract', 'package-lock.json'];
const notSources = /(^|[\\/])(node_modules|dist|README\.md|validation|bench|.*\.test\.tsx?)$/;

const dist = join(root, 'twin-client', 'dist');
const stamp = (folder: string) => join(folder, 'sources.sha256');

/** Whether the built pages are those of today's sources. */
export function isClientBuilt(hash = hashSources()): boolean {
  return existsSync(stamp(dist)) && readFileSync(stamp(dist), 'utf8') === hash;
}

/**
 * Builds the pages into `twin-client/dist` when their sources changed. The old ones stay until the new ones are whole.
 * `onPart` gets the running build, to stop it. Throws a {@link Sentence} with what the build said.
 */
export async function buildClient(home: string, onPart: (part: Part) => void): Promise<void> {
  const hash = hashSources();
  if (isClientBuilt(hash)) return;
  const unfinished = join(root, 'node_modules', `.upwind-client-${process.pid}`);
  const log = openLog(join(home, 'logs', 'client-build.log'));
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const build = startPart({
    name: 'the build of the pages',
    args: [vite, 'build', join(root, 'twin-client'), '--outDir', unfinished, '--emptyOutDir', '--logLevel', 'warn'],
    env: { NODE_ENV: 'production' },
    log,
  });
  onPart(build);
  try {
    const { well, how } = await build.ended;
    if (!well) throw new Sentence(`The pages could not be built (${how}). Last lines:\n${lastLines(log)}`);
    writeFileSync(stamp(unfinished), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(unfinished, dist);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/** One hash over path and content of every source. */
export function hashSources(from: string = root): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesBelow(from, source)) {
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(from, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

function filesBelow(from: string, path: string): string[] {
  if (notSources.test(path)) return [];
  if (!statSync(join(from, path)).isDirectory()) return [path];
  const names = readdirSync(join(from, path)).sort();
  return names.flatMap((name) => filesBelow(from, `${path}/${name}`));
}
