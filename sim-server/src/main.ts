import { demoSites } from '@upwind/scenes';
import { readEnvironment } from './environment.ts';
import { ServerError } from './errors.ts';
import { startServer } from './server.ts';

const announce = (event: Readonly<Record<string, unknown>>) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** How long an orderly stop may take before the process ends anyway. */
const stopPatienceMs = 15_000;

try {
  const running = await startServer({ ...readEnvironment(process.env), sites: demoSites, announce });
  announce({ event: 'ready', url: running.url, ...(running.mqttUrl !== undefined && { mqtt: running.mqttUrl }) });
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), stopPatienceMs).unref();
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  const code = error instanceof ServerError ? error.code : 'UPW_INTERNAL';
  const message = error instanceof Error ? error.message : String(error);
  announce({ event: 'failed', code, message });
  process.exit(1);
}
