import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BenchBrowser, measureInPage } from './chromium/visit-page.ts';
import { describeMachine } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { readPark } from './park/park1km.ts';
import type { PlumeMeasure } from './plume-moves/measure.ts';

type Measure = PlumeMeasure & { readonly rssMb?: number };

const runs = Number(process.env['UPWIND_BENCH_RUNS'] ?? 5);
const simulatedS = 600;
const goalMs = 2000;

/** Measured on 2 cores of an AMD EPYC (Zen 4), Debian 12, CPU path, the same park, grid, source and length of step. */
const qes = {
  name: 'QES-Plume 2.3.0, 1.002e5 particles released, advection only',
  samePhysics:
    'full anisotropic stress tensor, generalised Langevin equation, implicit, steps of 1 s with Courant number 0.5, reflecting walls, no concentrations; ours interpolates wind linearly between faces and evaluates at mid-step, and caps a step at 0.3 of the Lagrangian time besides',
  wallMs: { '1': 21_400, '2': 14_300 },
  particleSeconds: 21.7e6,
};

/**
 * Ten minutes of a continuous source among the 500 boxes of park1km, 1.002e5 particles released: 1 and 2 threads, in
 * Node and in Chromium. The figures at the top are those of Node with 2 threads.
 */
export async function run(machine: { readonly openBrowser?: () => Promise<BenchBrowser> } = {}): Promise<object> {
  const kinds: Record<string, Measure> = {};
  for (const threads of [1, 2]) kinds[`node${threads}`] = await inNode(threads);
  const chromium = await inChromium(machine.openBrowser, kinds);
  const of = (kind: string) => (kinds[kind] === undefined ? undefined : summary(kinds[kind]));
  const two = of('node2');
  const digests = new Set(Object.values(kinds).map(({ digest }) => digest));
  return {
    bench: 'plume',
    wallMs: two?.wallMs.median,
    particleStepsPerS: two?.particleStepsPerS,
    realTimeFactor: two?.realTimeFactor,
    threads: 2,
    released: kinds['node2']?.released,
    activeAtEnd: kinds['node2']?.activeAtEnd,
    particleSeconds: kinds['node2']?.particleSeconds,
    substepsOfActive: kinds['node2']?.substeps,
    rssMb: kinds['node2']?.rssMb,
    goalMs,
    sameBytes: digests.size === 1,
    digest: [...digests].join(' '),
    node: { '1': of('node1'), '2': two },
    chromium: chromium ?? { '1': of('chromium1'), '2': of('chromium2') },
    ratioToQes: two === undefined ? undefined : Math.round((qes.wallMs['2'] / two.wallMs.median) * 10) / 10,
    qes,
    machine: describeMachine(),
  };
}

async function inNode(threads: number): Promise<Measure> {
  const file = fileURLToPath(new URL('./plume-moves/in-node.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, String(threads), String(runs)]);
  return JSON.parse(stdout);
}

/** Why there are no figures, or nothing. */
async function inChromium(
  openBrowser: (() => Promise<BenchBrowser>) | undefined,
  kinds: Record<string, Measure>,
): Promise<string | undefined> {
  if (openBrowser === undefined) return 'not measured: no browser was given';
  try {
    const browser = await openBrowser();
    try {
      const input = { bench: 'plume', boxes: readPark(), runs };
      const requests = [1, 2].map((threads) => ({ threads, input }));
      const measured = await measureInPage(browser, requests);
      for (const [n, measure] of measured.entries()) kinds[`chromium${requests[n]?.threads}`] = measure as Measure;
      return undefined;
    } finally {
      await browser.close();
    }
  } catch (error) {
    return `not measured: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function summary({ wallsMs, turbulenceMs, particleSeconds }: Measure) {
  const wallMs = spreadOf(wallsMs, 0);
  return {
    wallMs,
    /** Particles times simulated seconds, over the wall time: the unit in which QES's 1.52 M/s stand. */
    particleStepsPerS: Math.round((1000 * particleSeconds) / wallMs.median),
    realTimeFactor: Math.round((1000 * simulatedS) / wallMs.median),
    turbulenceMs: Math.round(turbulenceMs),
  };
}
