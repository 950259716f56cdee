import { readArguments, usage } from './command/arguments.ts';
import { progressLine } from './command/progress-line.ts';
import { summary } from './command/summary.ts';
import { AssetError } from './errors.ts';
import { ingest } from './ingest/ingest.ts';

/** Bad input, by the room's promise. */
const EXIT_BAD_INPUT = 2;
/** 128 + SIGINT, as shells count it. */
const EXIT_INTERRUPTED = 130;

const args = process.argv.slice(2);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

try {
  const given = readArguments(args);
  if (given === 'help') {
    process.stdout.write(usage);
  } else {
    const line = progressLine(process.stderr, () => performance.now());
    const { delivery, out, json, origin, name } = given;
    const report = await ingest(delivery, {
      out,
      signal: stop.signal,
      onProgress: line.show,
      ...(origin !== undefined ? { origin } : {}),
      ...(name !== undefined ? { name } : {}),
    }).finally(line.end);
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : summary(report, out));
  }
} catch (error) {
  if (!(error instanceof AssetError)) throw error;
  const { code, message } = error;
  process.stderr.write(`${code}: ${message}\n`);
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`);
  process.exitCode = code === 'UPW_ASSET_ABORTED' ? EXIT_INTERRUPTED : EXIT_BAD_INPUT;
}
