import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly child: ChildProcess;
  readonly url: string;
  /** The embedded broker, where it has one. */
  readonly mqttUrl: string;
  /** Settles when it has ended, with its exit code; nothing when a signal ended it. */
  readonly ended: Promise<number | undefined>;
}

/** Starts `main.ts` with these variables on a free port and waits until it is ready. Throws with what it said. */
export async function startProcess(variables: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'], UPWIND_PORT: '0', UPWIND_MQTT_PORT: '0', UPWIND_LOG: 'fatal', ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | undefined>((resolve) => child.once('exit', (code) => resolve(code ?? undefined)));
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { event: string; url?: string; mqtt?: string; code?: string; message?: string };
    if (said.event === 'failed') throw new Error(`${said.code}: ${said.message}`);
    if (said.event === 'ready') return { child, url: said.url ?? '', mqttUrl: said.mqtt ?? '', ended };
  }
  throw new Error('the server ended before it was ready');
}
