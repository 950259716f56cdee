import type { TSchema } from 'typebox';
import { Errors } from 'typebox/value';
import type { SceneFault } from '../errors.ts';
import { Element, Shape } from './element.ts';
import { OwnChemical } from './own-chemical.ts';
import { Point } from './point.ts';
import { Site } from './site.ts';

type Fields = Record<string, unknown>;
type SchemaError = ReturnType<typeof Errors>[number];

/**
 * Every way in which a JSON value is not a site. Elements and points are judged one by one, and a shape by its own kind
 * only, because a union's errors name every other shape too.
 */
export function schemaFaults(json: unknown): SceneFault[] {
  if (!isFields(json)) return [fault('site', `must be an object, is ${nameOf(json)}`)];
  const elements = listOf(json['elements']);
  const points = listOf(json['points']);
  const chemicals = listOf(json['chemicals']);
  const parts = { elements, points, chemicals };
  const bare = Object.fromEntries(
    Object.entries(parts)
      .filter(([, list]) => list)
      .map(([name]) => [name, []]),
  );
  const faults = [
    ...faultsOf(Site, { ...json, ...bare }, 'site'),
    ...(elements ?? []).flatMap((element, index) => elementFaults(element, labelOf('elements', index, element))),
    ...(points ?? []).flatMap((point, index) => faultsOf(Point, point, labelOf('points', index, point))),
    ...(chemicals ?? []).flatMap((own, index) => faultsOf(OwnChemical, own, labelOf('chemicals', index, own))),
  ];
  if (faults.length > 0) return faults;
  return faultsOf(Site, json, 'site');
}

function elementFaults(element: unknown, where: string): SceneFault[] {
  if (!isFields(element) || !isFields(element['shape'])) return faultsOf(Element, element, where);
  const shape = element['shape'];
  const ofKind = Shape.anyOf.find((schema) => schema.properties.kind.const === shape['kind']);
  const kinds = Shape.anyOf.map((schema) => schema.properties.kind.const).join(', ');
  return [
    ...faultsOf(Element, { ...element, shape: { kind: 'marker' } }, where),
    ...(ofKind
      ? faultsOf(ofKind, shape, `${where}/shape`)
      : [fault(`${where}/shape/kind`, `must be one of ${kinds}; is ${nameOf(shape['kind'])}`)]),
  ];
}

function faultsOf(schema: TSchema, value: unknown, where: string): SceneFault[] {
  return Errors(schema, value)
    .filter(({ keyword }) => keyword !== 'boolean')
    .map((error) => fault(where + error.instancePath, sentence(error, valueAt(value, error.instancePath))));
}

function sentence(error: SchemaError, value: unknown): string {
  switch (error.keyword) {
    case 'required':
      return `lacks ${error.params.requiredProperties.join(', ')}: add it`;
    case 'additionalProperties':
      return `has the unknown field ${error.params.additionalProperties.join(', ')}: remove it or correct its spelling`;
    case 'enum':
      return `must be one of ${error.params.allowedValues.join(', ')}; is ${nameOf(value)}`;
    case 'pattern':
      return `must be letters, digits, dot, dash or underscore as in ${error.params.pattern}; is ${nameOf(value)}`;
    default:
      return `${error.message}; is ${nameOf(value)}`;
  }
}

function fault(where: string, what: string): SceneFault {
  return { code: 'UPW_SCENE_SCHEMA', where, what };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list, if it is one and not too long to be judged item by item. */
function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) && value.length <= 100_000 ? value : undefined;
}

function labelOf(list: string, index: number, item: unknown): string {
  const id = isFields(item) ? item['id'] : undefined;
  return typeof id === 'string' ? `${list}/${index} (${id.slice(0, 64)})` : `${list}/${index}`;
}

/** A value as a reader recognises it, cut short. */
function nameOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isFields(value)) return 'an object';
  const text = value === undefined ? 'missing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: unknown, path: string): unknown {
  let at = value;
  for (const key of path.split('/').slice(1)) {
    if (Array.isArray(at)) at = at[Number(key)];
    else if (isFields(at)) at = at[key];
  }
  return at;
}
