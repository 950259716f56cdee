import { followClock, wholeStep } from './clock.ts';
import { PlantError } from './errors.ts';
import { Link } from './link/link.ts';
import { Publisher } from './link/publisher.ts';
import { type Options, readOptions } from './options.ts';
import { Schedule } from './schedule.ts';
import { SimulatedPlant } from './simulated-plant.ts';

/** How long a stop waits for the last acknowledgements. */
const farewellMs = 2000;
const reportMs = 60_000;

async function run(options: Options, stop: AbortSignal): Promise<void> {
  const { site, seed, scenario, periodMs } = options;
  const plant = new SimulatedPlant(site, seed, wholeStep(Date.now()), scenario?.make);
  const schedule = new Schedule(site.points, periodMs);
  const link = new Link({
    url: options.mqttUrl,
    account: options.account,
    clientId: `upwind-plant-${site.id}-${process.pid}`,
    say,
    ready: () => publisher.flush(),
  });
  const publisher = new Publisher(link, site.id);
  say(`${site.name.en}: ${site.points.length} points, seed ${seed}${scenario ? `, scenario ${scenario.name}` : ''}`);
  const report = setInterval(() => say(counts(publisher, plant, link)), reportMs);

  const step = (byMs: number) => {
    plant.advance(byMs);
    for (const point of schedule.due(plant.timeMs)) publisher.put(point.id, plant.sample(point));
  };
  await followClock(
    () => plant.timeMs,
    step,
    () => publisher.flush(),
    stop,
  );

  clearInterval(report);
  await publisher.drained(farewellMs);
  const last = counts(publisher, plant, link);
  await link.close();
  say(`stopped: ${last}`);
}

function counts(publisher: Publisher, plant: SimulatedPlant, link: Link): string {
  const { sent, waiting, thinned } = publisher;
  const state = link.up ? 'connected' : 'not connected';
  return `${sent} samples sent, ${waiting} waiting, ${thinned} thinned, ${plant.upsets} upsets so far, ${state}`;
}

function say(line: string): void {
  process.stdout.write(`${new Date().toISOString()} plant: ${line}\n`);
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
try {
  await run(readOptions(process.argv.slice(2), process.env), stop.signal);
} catch (error) {
  if (!(error instanceof PlantError)) throw error;
  process.stderr.write(`${error.code} ${error.message}\n`);
  process.exitCode = 2;
}
