import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import { ReleaseAction } from '../incident/release.ts';
import { ReleaseSource } from '../incident/release-source.ts';
import type { SchemaFault } from './schema.ts';

/** The forms of a union by their `kind`. */
function byKind(forms: readonly TSchema[]): ReadonlyMap<string, TSchema> {
  return new Map(
    forms.map((form) => [
      String((form as { properties?: { kind?: { const?: unknown } } }).properties?.kind?.const),
      form,
    ]),
  );
}

const sources = byKind(ReleaseSource.anyOf);
const actions = byKind(ReleaseAction.anyOf);

/**
 * What is wrong with the sources and actions of an incident's releases, each judged by the form that its `kind` names:
 * a check of the whole union would complain of every form.
 */
export function releaseFaults(json: unknown): readonly SchemaFault[] {
  const releases = fieldOf(json, 'releases');
  if (!Array.isArray(releases)) return [];
  return releases.flatMap((release, k) => {
    const list = fieldOf(release, 'actions');
    return [
      ...formFaults(fieldOf(release, 'source'), sources, `/releases/${k}/source`),
      ...(Array.isArray(list) ? list : []).flatMap((action, n) =>
        formFaults(action, actions, `/releases/${k}/actions/${n}`),
      ),
    ];
  });
}

function formFaults(value: unknown, forms: ReadonlyMap<string, TSchema>, path: string): readonly SchemaFault[] {
  if (typeof value !== 'object' || value === null) return [];
  const form = forms.get(String(fieldOf(value, 'kind')));
  if (form === undefined) {
    return [
      {
        instancePath: `${path}/kind`,
        message: 'must be one of its kinds',
        keyword: 'enum',
        params: { kinds: [...forms.keys()] },
      },
    ];
  }
  return Errors(form, value).map((fault) => ({ ...fault, instancePath: `${path}${fault.instancePath}` }));
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[field] : undefined;
}
