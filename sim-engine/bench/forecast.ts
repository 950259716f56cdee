import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeMachine } from './figures/machine.ts';
import { spreadOf } from './figures/spread.ts';
import { type ForecastMeasure, members } from './forecast/measure.ts';

const runs = Number(process.env['UPWIND_BENCH_RUNS'] ?? 3);
const goals = { firstPlumeMs: 500, forecastMs: 5000, ensembleMs: 10_000, rssMb: 400 };

/**
 * From the click on a leak among the 500 boxes of park1km: to the first plume (the screening model's half hour, which the
 * page shows first), to the resolved forecast of half an hour, and to that with the band of an ensemble. The engine is
 * warm, as after the page has loaded it. Figures at the top are those of Node with 2 threads.
 */
export async function run(): Promise<object> {
  const one = await inNode(1);
  const two = await inNode(2);
  // Memory is that of a process that computes one forecast and its band, once.
  const once = await inNode(2, 0);
  return {
    bench: 'forecast',
    firstPlumeMs: spreadOf(two.firstPlumeMs).median,
    forecastMs: spreadOf(two.forecastMs).median,
    ensembleMs: spreadOf(two.ensembleMs).median,
    threads: 2,
    members,
    model: two.model,
    rssMb: once.rssMb,
    goals,
    sameBytes: one.hash === two.hash,
    hash: two.hash,
    node: { '1': summary(one), '2': summary(two) },
    machine: describeMachine(),
  };
}

type Measure = ForecastMeasure & { readonly rssMb: number };

async function inNode(threads: number, times = runs): Promise<Measure> {
  const file = fileURLToPath(new URL('./forecast/in-node.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [file, String(threads), String(times)]);
  return JSON.parse(stdout);
}

function summary({ firstPlumeMs, forecastMs, ensembleMs, rssMb }: Measure): object {
  return {
    firstPlumeMs: spreadOf(firstPlumeMs),
    forecastMs: spreadOf(forecastMs),
    ensembleMs: spreadOf(ensembleMs),
    rssAfterRunsMb: rssMb,
  };
}
