import { Check } from 'typebox/value';
import { SceneError } from '../errors.ts';
import { crossFaults } from './cross-rules.ts';
import { schemaFaults } from './schema-faults.ts';
import { Site } from './site.ts';

/**
 * Reads a site that somebody else wrote.
 * @param json the parsed JSON
 * @param source where it came from, as the reader of an error knows it: a file name or an address
 * @returns the same object, typed
 * @throws {SceneError} when the schema or a cross rule is broken; its message says what, where and what to do
 */
export function readSite(json: unknown, source: string): Site {
  if (!Check(Site, json)) throw new SceneError(source, schemaFaults(json));
  const faults = crossFaults(json);
  if (faults.length > 0) throw new SceneError(source, faults);
  return json;
}

/** Reads a site from JSON text, as {@link readSite}. */
export function parseSite(text: string, source: string): Site {
  return readSite(parsed(text, source), source);
}

function parsed(text: string, source: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const what = `is not JSON (${reason}): check that the whole file arrived and correct it`;
    throw new SceneError(source, [{ code: 'UPW_SCENE_NOT_JSON', where: 'the text', what }]);
  }
}
