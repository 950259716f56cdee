import { isObject, type JsonObject, type Report } from './issue.ts';

/** glTF as content is an extension of 3D Tiles 1.0 only; 1.1 has it in its core. */
export function checkExtensions(tileset: JsonObject, report: Report): void {
  const used = readNames(tileset['extensionsUsed'], '/extensionsUsed', report);
  const required = readNames(tileset['extensionsRequired'], '/extensionsRequired', report);
  for (const name of required) {
    if (!used.has(name))
      report('EXTENSION_REQUIRED_BUT_NOT_USED', '/extensionsRequired', `${name} is not in extensionsUsed`);
  }
  const found = new Set<string>();
  collect(tileset, '', found, report);
  for (const name of found) {
    if (!used.has(name)) report('EXTENSION_FOUND_BUT_NOT_USED', '', `${name} is not in extensionsUsed`);
    else if (mustBeRequired.has(name) && !required.has(name)) {
      report('EXTENSION_REQUIRED_BUT_NOT_DECLARED', '', `${name} must be in extensionsRequired`);
    }
  }
  for (const name of used) {
    if (!found.has(name) && !declaredOnly.has(name)) {
      report('EXTENSION_USED_BUT_NOT_FOUND', '/extensionsUsed', `${name} is nowhere in the tileset`);
    }
  }
}

/** Extensions without which a tile cannot be placed or read. */
const mustBeRequired = new Set(['3DTILES_bounding_volume_S2', '3DTILES_content_gltf', 'MAXAR_content_3tz']);
const declaredOnly = new Set(['3DTILES_content_gltf']);

function readNames(value: unknown, path: string, report: Report): Set<string> {
  if (value === undefined) return new Set();
  if (!Array.isArray(value)) {
    report('TYPE_MISMATCH', path, 'it must be an array of names');
    return new Set();
  }
  if (value.length === 0) report('ARRAY_LENGTH_MISMATCH', path, 'an empty array');
  const names = value.filter((name): name is string => typeof name === 'string');
  if (names.length !== value.length) report('ARRAY_ELEMENT_TYPE_MISMATCH', path, 'every name is a string');
  if (new Set(names).size !== names.length) report('ARRAY_ELEMENT_NOT_UNIQUE', path, 'a name stands twice');
  return new Set(names);
}

function collect(value: unknown, path: string, found: Set<string>, report: Report): void {
  if (Array.isArray(value)) {
    value.forEach((element: unknown, i) => {
      collect(element, `${path}/${i}`, found, report);
    });
    return;
  }
  if (!isObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'extras') continue;
    if (key === 'extensions') {
      if (!isObject(inner)) {
        report('TYPE_MISMATCH', `${path}/extensions`, 'extensions is an object');
        continue;
      }
      for (const [name, extension] of Object.entries(inner)) {
        if (isObject(extension)) found.add(name);
        else report('TYPE_MISMATCH', `${path}/extensions/${name}`, 'an extension is an object');
      }
    }
    // Content in an archive is an extension without an object of its own.
    if (key === 'uri' && typeof inner === 'string' && /\.3tz$/i.test(inner)) found.add('MAXAR_content_3tz');
    collect(inner, `${path}/${key}`, found, report);
  }
}
