import type { HazardField, IncidentResult } from '../src/index.ts';

/** A result as JSON: everything but the cells, and those too where they are asked for. */
export function reportOf(result: IncidentResult, withFields: boolean): object {
  const { incident, hash, notes, zones, advice, fields } = result;
  return { incident, hash, notes, fields: fields.map((field) => fieldReport(field, withFields)), zones, advice };
}

function fieldReport(field: HazardField, withCells: boolean): object {
  const { chemical, grid, heightM, averagingTimeS, timesS, releasedKg, rateKgPerS, model } = field;
  const cells = grid.nx * grid.ny;
  const highest = Array.from(timesS, (_, frame) => {
    let most = 0;
    for (let c = frame * cells; c < (frame + 1) * cells; c += 1)
      most = Math.max(most, field.concentration[c] as number);
    return most;
  });
  return {
    chemical,
    model,
    grid,
    heightM,
    averagingTimeS,
    timesS: [...timesS],
    releasedKg: [...releasedKg],
    rateKgPerS: [...rateKgPerS],
    highestKgPerM3: highest,
    ...(withCells
      ? {
          concentrationKgPerM3: base64(field.concentration),
          toxicLoad: base64(field.toxicLoad),
          layout: 'base64 of little-endian float32, [frame][j north][i east]',
        }
      : {}),
  };
}

function base64(values: Float32Array<ArrayBuffer>): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64');
}
