import { spawn, spawnSync } from 'node:child_process';

/** Debian keeps its settings there. */
const environment = { ...process.env, WM_PROJECT_DIR: '/usr/share/openfoam' };

export function isInstalled(): boolean {
  return spawnSync('potentialFoam', ['-help'], { env: environment, stdio: 'ignore' }).status === 0;
}

/** Runs one of its programs in a case. Resolves to every line it said with the time it came, ms from the start. */
export function runFoam(folder: string, name: string, args: readonly string[]): Promise<FoamRun> {
  const start = performance.now();
  const child = spawn(name, ['-case', folder, ...args], { env: environment });
  const lines: { readonly ms: number; readonly text: string }[] = [];
  let rest = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => {
    const texts = `${rest}${chunk}`.split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) lines.push({ ms: performance.now() - start, text });
  });
  child.stderr.on('data', (chunk) => (complaint += chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const wallMs = performance.now() - start;
      if (code === 0) resolve({ wallMs, lines });
      else reject(new Error(`${name} failed: ${complaint.trim().split('\n').slice(-5).join(' ')}`));
    });
  });
}

export interface FoamRun {
  readonly wallMs: number;
  readonly lines: readonly { readonly ms: number; readonly text: string }[];
}

/** What `potentialFoam` said of its one solve. */
export function readSolve({ wallMs, lines }: FoamRun): FoamSolve {
  const begin = lines.find(({ text }) => text.includes('Calculating potential flow'));
  const end = lines.find(({ text }) => text.includes('Solving for Phi'));
  const told = /Final residual = ([^,]+), No Iterations (\d+)/.exec(end?.text ?? '');
  const first = /Initial residual = ([^,]+)/.exec(end?.text ?? '');
  if (begin === undefined || end === undefined || told === null) {
    throw new Error(`potentialFoam did not tell its residual: ${lines.map(({ text }) => text).join(' ')}`);
  }
  return {
    processMs: wallMs,
    solveMs: end.ms - begin.ms,
    residual: Number(told[1]) / Number(first?.[1] ?? 1),
    iterations: Number(told[2]),
  };
}

export interface FoamSolve {
  readonly processMs: number;
  /** From the announcement of the solve to its residual: assembly of the matrix, agglomeration and the solve. */
  readonly solveMs: number;
  /** Its own norm: sum of magnitudes, final over initial. */
  readonly residual: number;
  readonly iterations: number;
}
