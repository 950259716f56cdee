import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BenchBrowser, measureInPage } from './chromium/visit-page.ts';
import { describeMachine } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { readPark } from './park/park1km.ts';
import type { WindMeasure } from './wind-solve/measure.ts';

type Measure = WindMeasure & { readonly rssMb?: number };

/** Solves of a process, and processes of each kind, one kind after the other and round again. */
const runs = Number(process.env['UPWIND_BENCH_RUNS'] ?? 9);
const rounds = runs > 1 ? 3 : 1;
const goalMs = 150;

/** Measured on 2 cores of an AMD EPYC (Zen 4), Debian 12, CPU path, the same park and grid. */
const qes = {
  name: 'QES-Winds 2.3.0, SOR, 500 sweeps',
  equalResidual: 'its 500 sweeps leave about 6e-6 on a system of this class; ours leaves what stands at residual',
  solveMs: { '1': 3050, '2': 1660 },
};

/**
 * The wind around the 500 boxes of park1km from a log profile to a relative residual of 1e-5, recomputed from the speeds
 * that come out: 1 and 2 threads, in Node and in Chromium. The figures at the top are those of Node with 2 threads.
 */
export async function run(machine: { readonly openBrowser?: () => Promise<BenchBrowser> } = {}): Promise<object> {
  const kinds: Record<string, Measure[]> = {};
  const keep = (kind: string, measure: Measure): void => {
    kinds[kind] ??= [];
    kinds[kind].push(measure);
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const threads of [1, 2]) keep(`node${threads}`, await inNode(threads));
  }
  const chromium = await inChromium(machine.openBrowser, keep);
  const of = (kind: string) => (kinds[kind] === undefined ? undefined : summary(kinds[kind]));
  const all = Object.values(kinds).flat();
  const two = of('node2');
  const digests = new Set(all.map(({ digest }) => digest));
  return {
    bench: 'wind',
    solveMs: two?.solveMs.median,
    residual: all[0]?.residual,
    iterations: all[0]?.iterations,
    cells: all[0]?.cells,
    threads: 2,
    rssMb: Math.max(...(kinds['node2'] ?? []).map(({ rssMb = 0 }) => rssMb)),
    goalMs,
    sameBytes: digests.size === 1,
    digest: [...digests].join(' '),
    node: { '1': of('node1'), '2': two },
    chromium: chromium ?? { '1': of('chromium1'), '2': of('chromium2') },
    ratioToQes: two === undefined ? undefined : Math.round((qes.solveMs['2'] / two.solveMs.median) * 10) / 10,
    qes,
    machine: describeMachine(),
  };
}

async function inNode(threads: number): Promise<Measure> {
  const file = fileURLToPath(new URL('./wind-solve/in-node.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, String(threads), String(runs)]);
  return JSON.parse(stdout);
}

/** Why there are no figures, or nothing. */
async function inChromium(
  openBrowser: (() => Promise<BenchBrowser>) | undefined,
  keep: (kind: string, measure: Measure) => void,
): Promise<string | undefined> {
  if (openBrowser === undefined) return 'not measured: no browser was given';
  try {
    const browser = await openBrowser();
    try {
      const input = { boxes: readPark(), runs };
      const requests = Array.from({ length: rounds }, () => [1, 2].map((threads) => ({ threads, input }))).flat();
      const measured = await measureInPage(browser, requests);
      for (const [n, measure] of measured.entries()) keep(`chromium${requests[n]?.threads}`, measure as Measure);
      return undefined;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return `not measured: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function summary(measures: readonly Measure[]) {
  const [first] = measures;
  return {
    solveMs: spreadOf(measures.flatMap(({ solvesMs }) => solvesMs)),
    setUpMs: spreadOf(measures.map(({ setUpMs }) => setUpMs)),
    warmTurnedBy5DegMs: spreadOf(measures.flatMap(({ warmMs }) => warmMs)),
    warmResidual: first?.warmResidual,
    warmIterations: first?.warmIterations,
  };
}
