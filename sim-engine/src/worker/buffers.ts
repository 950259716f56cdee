import type { IncidentResult } from '../incident/run.ts';

/** The array buffers of a result, each once, for transfer instead of copy. */
export function buffersOf(result: IncidentResult): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const field of result.fields) {
    for (const array of [field.timesS, field.concentration, field.toxicLoad, field.releasedKg, field.rateKgPerS]) {
      buffers.add(array.buffer);
    }
    for (const { codes } of field.volume?.frames ?? []) buffers.add(codes.buffer);
  }
  return [...buffers];
}
