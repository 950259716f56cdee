import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../chromium/launch.ts';
import { root } from '../root.ts';
import { measureStartup } from './startup.ts';

/**
 * A bench prints what its `run` resolves to, as one line of JSON. Progress goes to standard error. It is given what this
 * machine has: a way to a browser, which fails with a sentence where there is none.
 */
interface Bench {
  run(machine: { readonly openBrowser: typeof launchChromium }): Promise<object>;
}

const engineFolder = join(root, 'sim-engine', 'bench');
const [name = ''] = process.argv.slice(2);
const engineNames = existsSync(engineFolder)
  ? readdirSync(engineFolder).flatMap((file) =>
      /\.test\.ts$|^cli\.ts$/.test(file) ? [] : (/^(.+)\.ts$/.exec(file)?.[1] ?? []),
    )
  : [];

const bench = await find();
if (bench === undefined) {
  const known = ['startup', ...engineNames].join(', ');
  console.error(`${name === '' ? 'Which bench?' : `There is no bench "${name}".`} Give one of: ${known}.`);
  process.exitCode = 2;
} else {
  console.log(JSON.stringify(await bench.run({ openBrowser: launchChromium })));
}

async function find(): Promise<Bench | undefined> {
  if (name === 'startup') return { run: () => measureStartup((line) => console.error(line)) };
  if (!engineNames.includes(name)) return undefined;
  return import(pathToFileURL(join(engineFolder, `${name}.ts`)).href);
}
