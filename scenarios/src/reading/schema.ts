import { ScenarioError } from '../errors.ts';

/** The errors of a schema check, as `typebox/value` gives them. */
export interface SchemaFault {
  readonly instancePath: string;
  readonly message: string;
  readonly keyword: string;
  readonly params: object;
}

/** `/releases/0/source/kgPerS` as a person reads it: `releases[0].source.kgPerS`. */
export function fieldOf(instancePath: string): string {
  const parts = instancePath.split('/').slice(1);
  let field = '';
  for (const part of parts) field += /^\d+$/.test(part) ? `[${part}]` : field === '' ? part : `.${part}`;
  return field === '' ? 'the whole' : field;
}

/** The first few faults in one sentence, the rest counted. */
export function refuse(what: string, source: string, faults: readonly SchemaFault[]): never {
  // A union reports every branch: the deepest path says best what is wrong.
  const telling = [...faults].sort((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 3);
  const told = telling.map((fault) => {
    const more = Object.values(fault.params)
      .flat()
      .filter((each) => typeof each === 'string');
    return `${fieldOf(fault.instancePath)} ${fault.message}${more.length > 0 ? ` (${more.slice(0, 8).join(', ')})` : ''}`;
  });
  const rest = faults.length > told.length ? `; ${faults.length - told.length} more faults` : '';
  throw new ScenarioError(
    'UPW_SCENARIO_INVALID',
    `The ${what} in ${source} is not valid: ${told.join('; ')}${rest}. Correct these fields and try again.`,
  );
}
