import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLog } from './log-file.ts';
import { lastLines, type Part, startPart } from './part.ts';
import { Sentence } from './sentence.ts';
import type { Settings } from './settings.ts';

/** A log-in to show to whoever started the product. */
export interface Account {
  readonly name: string;
  readonly password: string;
  readonly role: string;
}

export interface RunningServer {
  readonly part: Part;
  readonly accounts: readonly Account[];
}

const readyPatienceMs = 120_000;

/**
 * Starts the server and waits until `GET /api/health` says ok. The server tells accounts and failures as lines of JSON
 * on its standard output. Throws a {@link Sentence} when it ends before.
 */
export async function startServer(
  settings: Settings,
  databaseUrl: string,
  onPart: (part: Part) => void,
): Promise<RunningServer> {
  const accounts: Account[] = [];
  let refusal: string | undefined;
  const log = openLog(join(settings.home, 'logs', 'server.log'));
  const part = startPart({
    name: 'the server',
    args: ['sim-server/src/main.ts'],
    env: serverEnvironment(settings, databaseUrl),
    log,
    onLine(line) {
      // Events may hold a password, which belongs on the screen and not in a log.
      const said = eventOf(line);
      if (said === undefined) log.append(line);
      if (said?.event === 'demo-accounts') accounts.push(...(said.accounts ?? []));
      if (said?.event === 'first-administrator' && said.name !== undefined && said.password !== undefined) {
        accounts.push({ name: said.name, password: said.password, role: 'administrator' });
      }
      if (said?.event === 'failed') refusal = said.message;
    },
  });
  onPart(part);

  let ended = false;
  void part.ended.then(() => {
    ended = true;
  });
  const giveUp = performance.now() + readyPatienceMs;
  while (!(await isHealthy(localUrl(settings)))) {
    if (ended) throw new Sentence(refusal ?? `The server did not start. Last lines:\n${lastLines(log)}`);
    if (performance.now() > giveUp) {
      throw new Sentence(`The server did not become ready within two minutes. Last lines:\n${lastLines(log)}`);
    }
    await sleep(50);
  }
  return { part, accounts };
}

/** The address to ask from this machine, whatever the server listens on. */
function localUrl({ host, port }: Settings): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

function serverEnvironment(settings: Settings, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: process.env['NODE_ENV'] ?? 'production',
    UPWIND_HOST: settings.host,
    UPWIND_PORT: String(settings.port),
    UPWIND_HOME: settings.home,
    UPWIND_MQTT_PORT: String(settings.mqttPort),
    UPWIND_DEMO: settings.demo ? '1' : '0',
    DATABASE_URL: databaseUrl,
    MQTT_URL: settings.mqttUrl,
    REDIS_URL: settings.redisUrl,
  };
}

interface Said {
  readonly event: string;
  readonly accounts?: readonly Account[];
  readonly name?: string;
  readonly password?: string;
  readonly message?: string;
}

function eventOf(line: string): Said | undefined {
  try {
    const said: unknown = JSON.parse(line);
    return typeof said === 'object' && said !== null && 'event' in said ? (said as Said) : undefined;
  } catch {
    return undefined;
  }
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/api/health`, {
      headers: { connection: 'close' },
      signal: AbortSignal.timeout(2_000),
    });
    const { status } = (await answer.json()) as { status?: string };
    return answer.ok && status === 'ok';
  } catch {
    return false;
  }
}
