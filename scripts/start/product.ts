import { buildClient, isClientBuilt } from './client-build.ts';
import { openDatabase } from './database.ts';
import { lastLines, type Part } from './part.ts';
import { startPlant } from './plant.ts';
import { expectFree } from './ports.ts';
import { makeDemoReality } from './reality.ts';
import { type Account, startServer } from './server.ts';
import type { Settings } from './settings.ts';
import { openStops } from './stops.ts';

/** The running product. */
export interface Product {
  readonly url: string;
  readonly mqttUrl: string;
  readonly databaseUrl: string;
  readonly accounts: readonly Account[];
  /** Resolves when the demo park's reality mesh is in place, to whether it was made now; at once without demo. */
  readonly reality: Promise<boolean>;
  /** Resolves, with what to tell, when a part without which nothing works has ended by itself. */
  readonly failed: Promise<string>;
  stop(): Promise<void>;
}

export interface ProductOptions {
  readonly settings: Settings;
  /** Says a line of progress. */
  readonly tell: (line: string) => void;
  /** Aborted, the start ends early: everything started so far is stopped, and the start throws. */
  readonly signal: AbortSignal;
  /** How long to wait for ports that an earlier, killed start may still hold. */
  readonly portPatienceMs?: number;
}

const serverGraceMs = 7_000;
const otherGraceMs = 2_000;

/**
 * Starts pages, database, server and demo plant, in the order in which they need each other; stops them in the reverse
 * one. The demo mesh is made when everything else is ready. Throws a `Sentence`, with nothing left running.
 */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { settings, tell, signal } = options;
  const stops = openStops();
  const stopWithin = (graceMs: number) => (part: Part) => stops.add(() => part.stop(graceMs));
  const onAbort = () => void stops.run();
  signal.addEventListener('abort', onAbort);

  try {
    await expectFreePorts(settings, options.portPatienceMs);
    const [, database] = await allEnded([
      prepareClient(settings, tell, stopWithin(otherGraceMs)),
      openDatabase(settings, tell, stops),
    ]);
    signal.throwIfAborted();

    tell('Starting the server …');
    const server = await startServer(settings, database.url, stopWithin(serverGraceMs));
    const mqttUrl = settings.mqttUrl ?? `mqtt://127.0.0.1:${settings.mqttPort}`;
    if (settings.demo) startPlant(settings.home, mqttUrl, tell, stops);
    signal.throwIfAborted();

    const reality = settings.demo
      ? makeDemoReality(settings.home, tell, stopWithin(otherGraceMs))
      : Promise.resolve(false);
    const serverFailed = server.part.ended.then(
      ({ how }) =>
        `The server ended by itself (${how}). Last lines:\n${lastLines(server.part.log)}\nStart again; if it ends again, the log says why.`,
    );
    return {
      url: `http://localhost:${settings.port}`,
      mqttUrl,
      databaseUrl: database.url,
      accounts: server.accounts,
      reality: reality.catch((error: unknown) => {
        if (stops.begun) return false;
        throw error;
      }),
      failed: Promise.race([serverFailed, database.failed]),
      stop: () => stops.run(),
    };
  } catch (error) {
    await stops.run();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

async function expectFreePorts({ host, port, mqttUrl, mqttPort }: Settings, patienceMs = 0): Promise<void> {
  await expectFree('UPWIND_PORT', host, port, patienceMs);
  if (mqttUrl === undefined) await expectFree('UPWIND_MQTT_PORT', host, mqttPort, patienceMs);
}

async function prepareClient(settings: Settings, tell: (line: string) => void, onPart: (part: Part) => void) {
  if (isClientBuilt()) return;
  const began = performance.now();
  tell('Building the pages …');
  await buildClient(settings.home, onPart);
  tell(`Pages built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

/** Like `Promise.all`, but when one fails the others are awaited first, so that what they started is known. */
async function allEnded<T extends readonly unknown[]>(work: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as T;
}
