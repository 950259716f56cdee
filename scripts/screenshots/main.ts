import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { provideChromium } from '../chromium/install.ts';
import { root } from '../root.ts';
import { parts } from '../test/parts.ts';
import { reportFolder } from '../test/report.ts';
import { runPart } from '../test/run-part.ts';

/**
 * Renews the pictures that the READMEs show: runs the end-to-end tests, which do what the pictures tell of, and takes
 * those of their screenshots that bear the same names.
 */
const shown = [
  ...new Set(
    ['README.md', 'README.zh-CN.md'].flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\]\((docs\/screenshots\/[\w-]+\.png)\)/g)].flatMap(
        (match) => match[1] ?? [],
      ),
    ),
  ),
];

const chromium = await provideChromium((line) => console.log(line));
const e2e = parts.find(({ name }) => name === 'e2e');
if (chromium === undefined || e2e === undefined) {
  console.error('Pictures need a Chromium. Install one, or set UPWIND_CHROMIUM to its path.');
  process.exitCode = 1;
} else {
  const outcomes = await runPart(e2e, { UPWIND_CHROMIUM: chromium, UPWIND_PICTURES: 'high' });
  const failed = outcomes.filter(({ state }) => state === 'failed');
  for (const { title } of failed) console.error(`Failed, its pictures are not to be trusted: ${title}`);
  for (const path of shown) take(path);
  if (failed.length > 0) process.exitCode = 1;
}

function take(path: string): void {
  const taken = join(reportFolder, basename(path));
  if (!existsSync(taken)) {
    console.error(`No end-to-end test takes a picture named ${basename(path, '.png')}; ${path} stays as it is.`);
    process.exitCode = 1;
    return;
  }
  mkdirSync(dirname(join(root, path)), { recursive: true });
  copyFileSync(taken, join(root, path));
  console.log(`${path} renewed`);
}
