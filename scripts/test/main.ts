import { rmSync } from 'node:fs';
import { provideChromium } from '../chromium/install.ts';
import { countLine, type Outcome } from './outcome.ts';
import { type Part, parts } from './parts.ts';
import { reportFolder, writeReport } from './report.ts';
import { runPart } from './run-part.ts';

const tell = (line: string) => console.log(line);
const names = process.argv.slice(2);
const unknown = names.find((name) => !parts.some((part) => part.name === name));

if (unknown !== undefined) {
  console.error(
    `There is no part "${unknown}". Give none for all, or some of: ${parts.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 1;
} else {
  await main(names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name)));
}

async function main(chosen: readonly Part[]): Promise<void> {
  const interrupted = listenForCtrlC();
  rmSync(reportFolder, { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  for (const part of chosen) {
    const began = performance.now();
    tell(`\n── ${part.name} ──`);
    const own = part.name === 'e2e' ? await runInBrowser(part) : await runPart(part);
    if (interrupted.signal.aborted) break;
    outcomes.push(...own);
    tell(`${part.name}: ${countLine(own)} in ${Math.round((performance.now() - began) / 1000)} s`);
  }
  tell(summary(outcomes));
  tell(`Report: ${writeReport(outcomes)}`);
  if (interrupted.signal.aborted) {
    tell('Interrupted: not everything ran.');
    process.exitCode = 130;
  } else if (outcomes.some(({ state }) => state === 'failed')) {
    process.exitCode = 1;
  }
  tell(countLine(outcomes));
}

async function runInBrowser(part: Part): Promise<readonly Outcome[]> {
  const chromium = await provideChromium(tell);
  if (chromium !== undefined) return runPart(part, { UPWIND_CHROMIUM: chromium });
  const error = 'No Chromium could be found or installed. Install one, or set UPWIND_CHROMIUM to its path.';
  return [{ part: part.name, file: '', title: 'a browser', state: 'failed', durationMs: 0, error }];
}

/** Failures and skips again, at the end, where they are seen. */
function summary(outcomes: readonly Outcome[]): string {
  const list = (state: Outcome['state'], why: (outcome: Outcome) => string | undefined) => {
    const own = outcomes.filter((outcome) => outcome.state === state);
    if (own.length === 0) return [];
    const rows = own.map((outcome) => {
      const reason = (why(outcome) ?? '').split('\n').slice(0, 6).join('\n      ');
      return `  ${outcome.part}  ${[outcome.file, outcome.title].filter((text) => text !== '').join(' > ')}\n      ${reason}`;
    });
    return [`\n${state[0]?.toUpperCase()}${state.slice(1)}:`, ...rows];
  };
  const shaky = outcomes.filter(({ tries }) => tries !== undefined);
  const again = shaky.map(({ part, file, title, tries }) => `  ${part}  ${file} > ${title}: passed at try ${tries}`);
  return [
    ...list('skipped', ({ reason }) => reason),
    ...(again.length === 0 ? [] : ['\nNot at the first try (look into each):', ...again]),
    ...list('failed', ({ error }) => error),
  ].join('\n');
}

/** The running part gets Ctrl-C from the terminal itself; this process waits for it and then stops. */
function listenForCtrlC(): AbortController {
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interrupted.abort());
  return interrupted;
}
