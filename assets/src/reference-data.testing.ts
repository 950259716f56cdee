import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Skip = (reason: string) => never;

const projectRoot = resolve(import.meta.dirname, '../..');

/**
 * A folder of the reference data, which is never part of the project: in `UPWIND_DATA`, else in `../shared/data` beside
 * it. Where it is absent the test is skipped with the reason, except with CI=true, where absence fails.
 */
export function referenceData(skip: Skip, ...parts: readonly string[]): string {
  const given = process.env['UPWIND_DATA'];
  const root = given === undefined || given === '' ? join(projectRoot, '../shared/data') : resolve(given);
  const path = join(root, ...parts);
  if (existsSync(path)) return path;
  const reason = `no reference data at ${path} (set UPWIND_DATA)`;
  if (process.env['CI'] === 'true') throw new Error(reason);
  return skip(reason);
}

/** Runs a program of the machine that serves as an oracle; where it is not installed the test is skipped. */
export function oracle(
  skip: Skip,
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly cwd?: string } = {},
): { status: number; stdout: string; stderr: string } {
  const run = spawnSync(program, args, { ...options, encoding: 'utf8', maxBuffer: 256 * 2 ** 20 });
  if (run.error !== undefined && 'code' in run.error && run.error.code === 'ENOENT') {
    return skip(`${program} is not installed`);
  }
  if (run.error !== undefined) throw run.error;
  return { status: run.status ?? -1, stdout: run.stdout, stderr: run.stderr };
}

/** Numbers in [0, 1) from a seed, the same on every machine (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
