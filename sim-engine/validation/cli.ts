import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildingWake } from './building-wake/building-wake.ts';
import { denseGas } from './dense-gas/dense-gas.ts';
import { openParticles } from './open-particles/open-particles.ts';
import { prairieGrass } from './prairie-grass/prairie-grass.ts';
import { pressurisedJets } from './pressurised-jets/pressurised-jets.ts';
import { ValidationRefusal } from './refusal.ts';
import type { Study } from './study.ts';
import { wind } from './wind/wind.ts';
import { workedExamples } from './worked-examples/worked-examples.ts';

const studies: Readonly<Record<string, Study>> = {
  'building-wake': buildingWake,
  'dense-gas': denseGas,
  'open-particles': openParticles,
  'prairie-grass': prairieGrass,
  'pressurised-jets': pressurisedJets,
  'worked-examples': workedExamples,
  wind,
};
const usage = 'npm run -s validate -- <study> --data <folder> [--plot <folder>]';

/**
 * `validate <study> --data <folder> [--plot [folder]]`: prints one JSON line and, with --plot, writes SVG figures
 * (into the folder given, else the working folder). Exit code 2 and one sentence where it cannot.
 */
function main(words: readonly string[]): void {
  const { positionals, values } = read(words);
  const [name, ...rest] = positionals;
  const known = Object.keys(studies).join(', ');
  if (name === undefined) throw new ValidationRefusal(`No study is named; give one of ${known}: ${usage}.`);
  const study = Object.hasOwn(studies, name) ? studies[name] : undefined;
  if (study === undefined) throw new ValidationRefusal(`There is no study "${name}"; give one of ${known}: ${usage}.`);
  if (rest.length > 0) throw new ValidationRefusal(`"${rest.join(' ')}" is one word too many: ${usage}.`);
  if (values.data === undefined) throw new ValidationRefusal(`The folder of the measurements is missing: ${usage}.`);
  const { result, figures } = study.run(resolve(values.data));
  if (values.plot !== undefined) {
    const folder = resolve(values.plot);
    mkdirSync(folder, { recursive: true });
    for (const { file, svg } of figures) writeFileSync(resolve(folder, file), svg);
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function read(words: readonly string[]) {
  // --plot may stand alone: then the figures go into the working folder.
  const args = words.flatMap((word, k) =>
    word === '--plot' && (words[k + 1] === undefined || words[k + 1]?.startsWith('--')) ? ['--plot', '.'] : [word],
  );
  try {
    return parseArgs({ args, allowPositionals: true, options: { data: { type: 'string' }, plot: { type: 'string' } } });
  } catch (error) {
    throw new ValidationRefusal(`${error instanceof Error ? error.message : String(error)}: ${usage}.`);
  }
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ValidationRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
