import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../root.ts';
import type { Outcome } from './outcome.ts';
import type { Part } from './parts.ts';

/** Runs a part to its end, with its output on the screen, and gives what it said. Never throws. */
export async function runPart(part: Part, env: NodeJS.ProcessEnv = {}): Promise<readonly Outcome[]> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'upwind-outcomes-'));
  const file = join(folder, 'outcomes.json');
  try {
    const code = await run(part.command, { ...env, UPWIND_TEST_OUTCOMES: file });
    if (part.kind === 'check') return [checkOutcome(part, code, performance.now() - began)];
    const outcomes: Outcome[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
    if (code === 0 || outcomes.some(({ state }) => state === 'failed')) return outcomes;
    return [...outcomes, unexplained(part, code, outcomes.length, performance.now() - began)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function checkOutcome(part: Part, code: number | string, durationMs: number): Outcome {
  const outcome = { part: part.name, file: commandOf(part), title: part.name, durationMs };
  if (code === 0) return { ...outcome, state: 'passed' };
  return { ...outcome, state: 'failed', error: `${commandOf(part)} found faults, listed above` };
}

/** A runner that failed without a failed test: it crashed, found no test, or its set-up failed. */
function unexplained(part: Part, code: number | string, count: number, durationMs: number): Outcome {
  const error =
    count === 0 ? 'No test ran; the reason is above.' : 'The runner failed although no test did; see above.';
  return {
    part: part.name,
    file: '',
    title: 'the run itself',
    state: 'failed',
    durationMs,
    error: `${error} (${code})`,
  };
}

function commandOf({ command }: Part): string {
  return command.map((word) => word.split(/[\\/]/).at(-1)).join(' ');
}

function run(command: readonly string[], env: NodeJS.ProcessEnv): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
    const passOn = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGTERM', passOn);
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      process.off('SIGTERM', passOn);
      resolve(code ?? signal ?? 'ended');
    });
  });
}
