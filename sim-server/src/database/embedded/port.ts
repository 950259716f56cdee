import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.ts';

/**
 * The port PostgreSQL shall open on 127.0.0.1: the asked one, or the one remembered in `folder`, or any free one, which
 * is then remembered. Throws `UPW_EMBEDDED_PORT_TAKEN` when a port was asked for and is taken.
 */
export async function choosePort(folder: string, asked: number | undefined): Promise<number> {
  if (asked !== undefined) {
    if (await isFree(asked)) return asked;
    throw new EmbeddedPostgresError('UPW_EMBEDDED_PORT_TAKEN', { port: asked });
  }
  const file = join(folder, 'port');
  const remembered = readPort(file);
  if (remembered !== undefined && (await isFree(remembered))) return remembered;
  const port = await freePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

/** Any free port of 127.0.0.1. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().on('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function readPort(file: string): number | undefined {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
  } catch {
    return undefined;
  }
}
