import { Worker } from 'node:worker_threads';
import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { connectEngine, type Engine, type IncidentResult, portOfWorker } from '../src/index.ts';

/** Runs of a warm thread; their median is told. */
const warmRuns = 5;

/**
 * From the click on a leak to its zones and routes: half an hour of the demo park's chlorine leak in a thread of its
 * own. `coldMs` counts the start of the thread; `firstZonesMs` is the median of warm runs, as after the page has
 * loaded the engine; `firstFrameMs` the time to the first computed frame of such a run.
 */
export async function run(): Promise<object> {
  const incident = chlorineLeak(chemicalPark);
  const before = performance.now();
  const worker = new Worker(new URL('./thread/engine-thread.ts', import.meta.url));
  try {
    const engine = connectEngine(portOfWorker(worker));
    const cold = await engine.run(chemicalPark, incident);
    const coldMs = performance.now() - before;
    const runs: { totalMs: number; firstFrameMs: number }[] = [];
    for (let k = 0; k < warmRuns; k += 1) runs.push(await timed(engine));
    const median = (values: number[]): number => Math.round(values.sort((a, b) => a - b)[warmRuns >> 1] ?? 0);
    return {
      bench: 'zones',
      firstZonesMs: median(runs.map(({ totalMs }) => totalMs)),
      firstFrameMs: median(runs.map(({ firstFrameMs }) => firstFrameMs)),
      coldMs: Math.round(coldMs),
      ...sizeOf(cold),
      node: process.version,
    };
  } finally {
    await worker.terminate();
  }
}

async function timed(engine: Engine): Promise<{ totalMs: number; firstFrameMs: number }> {
  const start = performance.now();
  let firstFrameMs = 0;
  const onProgress = (): void => {
    if (firstFrameMs === 0) firstFrameMs = performance.now() - start;
  };
  await engine.run(chemicalPark, chlorineLeak(chemicalPark), { onProgress });
  return { totalMs: performance.now() - start, firstFrameMs };
}

function sizeOf({ fields, zones, advice, hash }: IncidentResult): object {
  const [field] = fields;
  if (field === undefined) throw new Error('the leak has no field');
  const { nx, ny, cellM } = field.grid;
  const simulatedS = field.timesS[field.timesS.length - 1];
  return {
    simulatedS,
    frames: field.timesS.length,
    cells: nx * ny,
    cellM,
    zones: zones.length,
    groups: advice.length,
    hash,
  };
}
