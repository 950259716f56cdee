import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ScenarioError } from '@upwind/scenarios';
import { SceneError } from '@upwind/scenes';
import { connectEngine, EngineError, portOfWorker } from '../src/index.ts';
import { readArguments, usage } from './arguments.ts';
import { incidentOf, siteOf } from './input.ts';
import { SimulateRefusal } from './refusal.ts';
import { reportOf } from './report.ts';

/** Bad input, by the room's promise; 128 + SIGINT, as shells count it. */
const exitBadInput = 2;
const exitInterrupted = 130;

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** `simulate`: computes an incident on a site without a browser and writes the result as JSON. */
async function main(words: readonly string[]): Promise<void> {
  const given = readArguments(words);
  if (given === 'help') {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const site = siteOf(given.site);
  const incident = incidentOf(given.incident, site);
  if (given.out !== '-') checkWritable(given.out);
  const worker = new Worker(new URL('../bench/thread/engine-thread.ts', import.meta.url), {
    workerData: { threads: given.threads },
  });
  try {
    const engine = connectEngine(portOfWorker(worker));
    let told = 0;
    const onProgress = (fraction: number): void => {
      const percent = Math.floor(fraction * 10) * 10;
      if (percent > told) process.stderr.write(`${percent} %\n`);
      told = Math.max(told, percent);
    };
    const result = await engine.run(site, incident, { onProgress, signal: stop.signal });
    const json = `${JSON.stringify(reportOf(result, given.fields))}\n`;
    if (given.out === '-') process.stdout.write(json);
    else write(given.out, json);
  } finally {
    await worker.terminate();
  }
}

function write(file: string, json: string): void {
  try {
    writeFileSync(resolve(file), json);
  } catch (error) {
    throw unwritable(file, error);
  }
}

/** Refuses a file that cannot be written before the work is done for it. */
function checkWritable(file: string): void {
  const path = resolve(file);
  try {
    const known = statSync(path, { throwIfNoEntry: false });
    if (known?.isDirectory()) throw new Error('it is a folder');
    accessSync(known === undefined ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw unwritable(file, error);
  }
}

function unwritable(file: string, error: unknown): SimulateRefusal {
  const reason = error instanceof Error ? error.message : String(error);
  return new SimulateRefusal(`The result cannot be written to "${file}" (${reason}); give another --out.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const coded = error instanceof EngineError || error instanceof ScenarioError || error instanceof SceneError;
  if (!coded && !(error instanceof SimulateRefusal)) throw error;
  process.stderr.write(`${coded ? `${error.code}: ` : ''}${error.message}\n`);
  process.exitCode = coded && error.code === 'UPW_ENGINE_STOPPED' ? exitInterrupted : exitBadInput;
}
