import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { openLog } from './log-file.ts';
import { lastLines, type Part, startPart } from './part.ts';
import { Sentence } from './sentence.ts';

const site = 'chemical-park';
const nice = 10;

/**
 * Makes the demo park's reality mesh where there is none: a photogrammetry-like delivery, then the same ingest that real
 * deliveries go through. In processes of low priority; `onPart` gets each, to stop it. Resolves to whether there was
 * anything to do. Throws a {@link Sentence}.
 */
export async function makeDemoReality(
  home: string,
  tell: (line: string) => void,
  onPart: (part: Part) => void,
): Promise<boolean> {
  const tileset = join(home, 'reality', site);
  if (existsSync(join(tileset, 'tileset.json'))) return false;
  tell("Making the demo park's photographed mesh in the background; it appears in the twin when it is whole.");

  const delivery = join(home, 'demo', 'delivery');
  if (!existsSync(delivery)) {
    const unfinished = `${delivery}.unfinished`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(join(home, 'demo'), { recursive: true });
    await runToEnd(home, 'demo-delivery', ['assets/src/demo/cli.ts', '--site', site, '--out', unfinished], onPart);
    renameSync(unfinished, delivery);
  }
  // Only a first start needs the site, and reading it takes longer than a second start's other work.
  const { chemicalPark } = await import('@upwind/scenes');
  const naming = ['--name', `${chemicalPark.name.zh} ${chemicalPark.name.en}`];
  await runToEnd(home, 'demo-ingest', ['assets/src/cli.ts', delivery, '--out', tileset, ...naming, '--json'], onPart);
  return true;
}

async function runToEnd(home: string, name: string, args: string[], onPart: (part: Part) => void): Promise<void> {
  const log = openLog(join(home, 'logs', `${name}.log`));
  const part = startPart({ name, args, log });
  if (part.pid !== undefined) setPriority(part.pid, nice);
  onPart(part);
  const { well, how } = await part.ended;
  if (!well) throw new Sentence(`The demo park's mesh could not be made (${name}: ${how}).\n${lastLines(log)}`);
}
