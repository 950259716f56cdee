import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeMachine } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { readPark } from './park/park1km.ts';
import { writeCase, writeTolerance } from './potential-foam/case.ts';
import { type FoamSolve, isInstalled, readSolve, runFoam } from './potential-foam/program.ts';
import type { WindMeasure } from './wind-solve/measure.ts';

const rounds = Number(process.env['UPWIND_BENCH_RUNS'] ?? 5);
/** That of our solve, and the loose one that is common for a first guess. */
const tolerances = [1e-5, 1e-2] as const;

/**
 * Our solve beside OpenFOAM's `potentialFoam` on park1km, one after the other in the same run. Both solve one Poisson equation on
 * the cells between the same boxes; ours has the divergence of a log profile on its right-hand side, theirs an inflow of 3 m/s. The
 * ratios are of solves: theirs with the assembly of its matrix and grids, as it does for every start; ours with
 * divergence, projection and copies, and, named apart, with its set-up too.
 */
export async function run(): Promise<object> {
  if (!isInstalled()) {
    return { bench: 'openfoam', ratioToPotentialFoam: 'not measured: Debian’s package openfoam is not installed here' };
  }
  const folder = mkdtempSync(join(tmpdir(), 'upwind-foam-'));
  try {
    console.error('Meshing the park for OpenFOAM …');
    writeCase(folder, readPark(), tolerances[0]);
    const meshMs = await mesh(folder);
    const theirs: Record<string, FoamSolve[]> = {};
    const ours: Record<string, (WindMeasure & { readonly processMs: number })[]> = {};
    for (let round = 0; round < rounds; round += 1) {
      console.error(`Round ${round + 1} of ${rounds} …`);
      for (const threads of [1, 2]) keep(ours, threads, await ourSolve(threads));
      for (const relTol of tolerances) {
        writeTolerance(folder, relTol);
        const solve = readSolve(await runFoam(folder, 'potentialFoam', ['-noFunctionObjects']));
        keep(theirs, relTol, solve);
      }
    }
    return report(theirs, ours, meshMs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep<T>(kinds: Record<string, T[]>, kind: number, measured: T): void {
  const all = kinds[kind] ?? [];
  all.push(measured);
  kinds[kind] = all;
}

/** Milliseconds of all three steps. */
async function mesh(folder: string): Promise<number> {
  const steps = [
    ['blockMesh', []],
    ['topoSet', []],
    ['subsetMesh', ['air', '-patch', 'solids', '-overwrite']],
  ] as const;
  let ms = 0;
  for (const [name, args] of steps) ms += (await runFoam(folder, name, args)).wallMs;
  return ms;
}

async function ourSolve(threads: number): Promise<WindMeasure & { readonly processMs: number }> {
  const file = fileURLToPath(new URL('./wind-solve/in-node.ts', import.meta.url));
  const start = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, [file, String(threads), '3']);
  return { ...JSON.parse(stdout), processMs: performance.now() - start };
}

function report(
  theirs: Readonly<Record<string, readonly FoamSolve[]>>,
  ours: Readonly<Record<string, readonly WindMeasure[]>>,
  meshMs: number,
): object {
  const [equal = [], loose = []] = tolerances.map((relTol) => theirs[relTol] ?? []);
  const [one = [], two = []] = [ours['1'] ?? [], ours['2'] ?? []];
  const median = (values: readonly number[]): number => spreadOf(values, 3).median;
  const solveOf = (measure: WindMeasure | undefined): number => median(measure?.solvesMs ?? []);
  const ratio = (foam: readonly FoamSolve[], own: readonly WindMeasure[], withSetUp = false): number => {
    const pairs = foam.map(({ solveMs }, n) => solveMs / (solveOf(own[n]) + (withSetUp ? (own[n]?.setUpMs ?? 0) : 0)));
    return Math.round(median(pairs) * 10) / 10;
  };
  const foamOf = (solves: readonly FoamSolve[]) => ({
    residual: solves[0]?.residual,
    iterations: solves[0]?.iterations,
    solveMs: spreadOf(solves.map(({ solveMs }) => solveMs)),
    processMs: spreadOf(solves.map(({ processMs }) => processMs)),
  });
  const ownOf = (measures: readonly WindMeasure[]) => ({
    solveMs: spreadOf(measures.flatMap(({ solvesMs }) => solvesMs)),
    setUpMs: spreadOf(measures.map(({ setUpMs }) => setUpMs)),
  });
  return {
    bench: 'openfoam',
    ratioToPotentialFoam: ratio(equal, two),
    goal: 15,
    residual: { ours: two[0]?.residual, ourNorm: '2-norm', theirs: equal[0]?.residual, theirNorm: '1-norm' },
    threads: { ours: 2, theirs: 1 },
    ratios: {
      equalResidual: { twoThreads: ratio(equal, two), oneThread: ratio(equal, one) },
      equalResidualWithOurSetUp: { twoThreads: ratio(equal, two, true), oneThread: ratio(equal, one, true) },
      theirsOnlyTo1e2: { twoThreads: ratio(loose, two), oneThread: ratio(loose, one) },
    },
    unequal: 'the right-hand sides: a log profile stopped at walls here, a uniform inflow there',
    ours: { '1': ownOf(one), '2': ownOf(two) },
    potentialFoam: { version: 'v1912', to1e5: foamOf(equal), to1e2: foamOf(loose), meshMs: Math.round(meshMs) },
    rounds,
    machine: describeMachine(),
  };
}
