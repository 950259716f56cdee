import { help } from './help.ts';
import { type Product, startProduct } from './product.ts';
import { claimHome, type Running } from './running.ts';
import { Sentence, sentenceOf } from './sentence.ts';
import type { Account } from './server.ts';
import { readSettings } from './settings.ts';

/** An earlier start that was killed may hold its ports for as long as its server takes to end. */
const afterCrashMs = 10_000;
/** Ctrl-C arrives several times: from the terminal, through npm, through the launcher. */
const sameCtrlCMs = 2_000;

const tell = (line: string) => console.log(line);

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) tell(help);
else await main();

async function main(): Promise<void> {
  const interruption = new AbortController();
  listenForStop(interruption);
  try {
    const settings = readSettings(process.env);
    const claim = claimHome(settings.home);
    if (claim.kind === 'taken') return tell(alreadyRunning(claim.by));
    try {
      const portPatienceMs = claim.afterCrash ? afterCrashMs : 0;
      const product = await startProduct({ settings, tell, signal: interruption.signal, portPatienceMs });
      claim.announce(product.url);
      greet(product, settings.home);
      await untilStopped(product, interruption.signal);
    } finally {
      claim.release();
    }
  } catch (error) {
    if (interruption.signal.aborted) return tell('Stopped.');
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

async function untilStopped(product: Product, signal: AbortSignal): Promise<void> {
  const interrupted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
  const failure = await Promise.race([interrupted, product.failed]);
  if (failure === undefined) tell('Stopping …');
  else console.error(failure);
  await product.stop();
  if (failure !== undefined) throw new Sentence('Everything else was stopped too. Data is kept.');
  tell('Stopped.');
}

function greet(product: Product, home: string): void {
  tell(`Upwind is ready at ${product.url}`);
  if (product.accounts.length > 0) tell(logIns(product.accounts));
  tell(`Ctrl-C stops it. Data and logs are in ${home}.`);
  product.reality.then(
    (made) => {
      if (made) tell("The demo park's photographed mesh is in place.");
    },
    (error: unknown) => {
      if (!(error instanceof Sentence)) throw error;
      console.error(error.message);
    },
  );
}

function logIns(accounts: readonly Account[]): string {
  const rows = [{ role: 'log in as', name: 'name', password: 'password' }, ...accounts];
  const width = (column: 'role' | 'name') => Math.max(...rows.map((row) => row[column].length)) + 3;
  return rows
    .map((row) => `  ${row.role.padEnd(width('role'))}${row.name.padEnd(width('name'))}${row.password}`)
    .join('\n');
}

function alreadyRunning({ pid, since, url }: Running): string {
  const where = url === undefined ? 'Upwind is already starting in this folder' : `Upwind is already running at ${url}`;
  const stop = `Stop it with Ctrl-C where it was started, or with: kill ${pid}`;
  return `${where} (process ${pid}, since ${new Date(since).toLocaleString('sv-SE')}).\n${stop}`;
}

/** The first signal stops in order; one that comes later than the same Ctrl-C's echoes ends at once. */
function listenForStop(interruption: AbortController): void {
  let first: number | undefined;
  const onSignal = () => {
    first ??= performance.now();
    if (performance.now() - first > sameCtrlCMs) process.exit(130);
    interruption.abort(new Sentence('Stopped.'));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
}
