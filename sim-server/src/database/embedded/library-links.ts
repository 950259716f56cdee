import { readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/**
 * Makes the symlinks between versions of the shared libraries (`libpq.so.5` → `libpq.so.5.18`) that an npm package
 * cannot carry. Its postinstall would make them, but install scripts may be switched off. Links that exist are kept.
 */
export function linkLibraries(folder: string): void {
  for (const { source, target } of listedLinks(folder)) {
    // Listed from the package's root, in which the installation is called `native`; a copy of it is not.
    const link = join(folder, relative('native', target));
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function listedLinks(folder: string): readonly { readonly source: string; readonly target: string }[] {
  try {
    return JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8'));
  } catch {
    return []; // Windows has none.
  }
}
