import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Sentence } from './sentence.ts';

/**
 * Throws a {@link Sentence} that names the port and the variable when another program has it, after trying for
 * `patienceMs`.
 */
export async function expectFree(variable: string, host: string, port: number, patienceMs = 0): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const code = await tryListen(host, port);
    if (code === undefined) return;
    if (code === 'EADDRINUSE' && waitedMs < patienceMs) {
      await sleep(100);
      continue;
    }
    throw new Sentence(reason(code, variable, host, port));
  }
}

function reason(code: string, variable: string, host: string, port: number): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop it, or set ${variable} to another port.`;
  }
  if (code === 'EACCES') return `Port ${port} needs more rights than you have. Set ${variable} to one above 1023.`;
  return `This machine cannot listen on ${host} (${code}). Set UPWIND_HOST to one of its own addresses.`;
}

function tryListen(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}
