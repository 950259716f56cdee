import { parseArgs } from 'node:util';
import { SimulateRefusal } from './refusal.ts';

/** What `simulate` is asked for. */
export interface SimulateArguments {
  /** A file, or the id of an incident that comes with the house. */
  readonly incident: string;
  /** A file, or the id of a site that comes with the house. */
  readonly site: string;
  /** File of the result; `-` is standard output. */
  readonly out: string;
  /** With every number of the fields, base64 of little-endian arrays. */
  readonly fields: boolean;
  /** Threads to compute with. */
  readonly threads: number;
}

export const usage =
  'npm run -s simulate -- <incident.json | id> --site <site.json | id> --out <file | -> [--fields] [--threads n]';

/** Reads the words after the command; `help` where it was asked for. Throws a SimulateRefusal. */
export function readArguments(words: readonly string[]): SimulateArguments | 'help' {
  const { positionals, values } = parsed(words);
  if (values.help) return 'help';
  const [incident, ...rest] = positionals;
  if (incident === undefined) throw new SimulateRefusal(`No incident is named: ${usage}.`);
  if (rest.length > 0) throw new SimulateRefusal(`"${rest.join(' ')}" is one word too many: ${usage}.`);
  if (values.site === undefined) throw new SimulateRefusal(`The site is missing: ${usage}.`);
  if (values.out === undefined) throw new SimulateRefusal(`The file of the result is missing: ${usage}.`);
  const threads = Number(values.threads ?? '2');
  if (!Number.isInteger(threads) || threads < 1 || threads > 64) {
    throw new SimulateRefusal(`--threads is "${values.threads}"; give a whole number from 1 to 64.`);
  }
  return { incident, site: values.site, out: values.out, fields: values.fields === true, threads };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        site: { type: 'string' },
        out: { type: 'string' },
        fields: { type: 'boolean' },
        threads: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new SimulateRefusal(`${error instanceof Error ? error.message : String(error)}: ${usage}.`);
  }
}
