import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from '../root.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where {@link installChromium} puts the one from npm. */
export const ownFolder = join(root, '.upwind', 'chromium');
export const ownChromium = join(ownFolder, 'run', 'chromium');

/** A Chromium of this machine: `UPWIND_CHROMIUM`, on the path, or the one installed from npm earlier. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = environment['UPWIND_CHROMIUM'];
  if (given !== undefined && given !== '') return given;
  const folders = (environment['PATH'] ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
  return onPath ?? (existsSync(ownChromium) ? ownChromium : undefined);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
