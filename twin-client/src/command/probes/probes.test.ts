import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { concentrationAt, ppmOf, runIncident } from '@upwind/sim-engine';
import { afterEach, describe, expect, it } from 'vitest';
import { csvOf } from './probe-csv.ts';
import { decadesOf, seriesOf, valueAt } from './probe-curves.ts';
import { probedHeight } from './probe-place.ts';
import { mostProbes, probeColour, useProbes } from './probes.ts';

const place = (x: number) => ({ at: [x, 0] as const, heightM: 1.5 });
const { look, keep, remove, show, clear } = useProbes.getState();
const standing = () => useProbes.getState().probes.map(({ letter, at }) => `${letter}${String(at[0])}`);
afterEach(() => clear());

describe('probes', () => {
  it('one follows the places that are looked at, until it is kept', () => {
    look(place(1));
    look(place(2));
    expect(standing()).toEqual(['A2']);
    keep('A', true);
    look(place(3));
    expect(standing()).toEqual(['A2', 'B3']);
    remove('A');
    keep('B', true);
    look(place(4));
    expect(standing()).toEqual(['A4', 'B3']);
  });

  it('are never more than can be read, and closing forgets what was not kept', () => {
    for (let n = 1; n <= mostProbes + 2; n += 1) {
      look(place(n));
      for (const { letter } of useProbes.getState().probes) keep(letter, true);
    }
    expect(standing()).toHaveLength(mostProbes);
    look(place(99));
    expect(standing().at(-1)).toBe('F99');
    show(false);
    expect(standing()).toHaveLength(mostProbes - 1);
  });

  it('each have a colour of their own', () => {
    expect(new Set(['A', 'B', 'C', 'D', 'E', 'F'].map((letter) => probeColour(letter, 'dark'))).size).toBe(6);
  });

  it('stand at head height on the ground and on the roof that was clicked', () => {
    expect(probedHeight(0.2, 1.5)).toBe(1.5);
    expect(probedHeight(11.8, 1.5)).toBe(12);
  });
});

describe('curves of a run', () => {
  const incident = { ...chlorineLeak(chemicalPark), durationS: 600 };
  const result = runIncident({ site: chemicalPark, incident });
  const [field] = result.fields;
  const [release] = incident.releases;
  const [sample] = incident.weather;
  if (field === undefined || release === undefined || sample === undefined) throw new Error('A leak has a field.');
  const radians = (sample.windFromDeg * Math.PI) / 180;
  const at = [release.at[0] - 60 * Math.sin(radians), release.at[1] - 60 * Math.cos(radians)] as const;
  const series = seriesOf(result, field, incident, [{ letter: 'A', at, heightM: field.heightM, kept: true }]);
  const [curve] = series;
  if (curve === undefined) throw new Error('A probe has a curve.');

  it('are the engine’s readings in ppm, with a dose that only grows', () => {
    const last = curve.timesS.length - 1;
    const kg = concentrationAt(field, at[0], at[1], field.timesS[last] ?? 0);
    expect(kg).toBeGreaterThan(0);
    expect(curve.ppm[last]).toBeCloseTo(ppmOf('chlorine', kg, sample.temperatureK), 6);
    expect(valueAt(curve.timesS, curve.ppm, 1e9)).toBe(curve.ppm[last]);
    const dose = curve.dose.aegl2 ?? new Float64Array();
    for (let k = 1; k < dose.length; k += 1) expect(dose[k]).toBeGreaterThanOrEqual(dose[k - 1] ?? 0);
    expect(dose[last]).toBeGreaterThan(0);
  });

  it('stand on whole decades that hold the limits', () => {
    const [low, high] = decadesOf([0.5, 2.8, 28], series);
    expect(low).toBeLessThanOrEqual(0.05);
    expect(high).toBeGreaterThanOrEqual(28);
    for (const end of [low, high]) expect(Math.log10(end) % 1).toBeCloseTo(0, 9);
    expect(decadesOf([], [])[0]).toBeGreaterThan(0);
  });

  it('are exported with their model, one row a time, and names that hold commas are quoted', () => {
    const head = { title: 'A leak, "large"', chemical: 'Chlorine', model: 'screening', averagingTimeS: 600 };
    const rows = csvOf(series, { ...head, nameOf: () => 'gate' }).split('\r\n');
    expect(rows[0]).toBe('"A leak, ""large"""');
    expect(rows[2]).toMatch(/^time s,"A gate, 1.5 m: ppm",/);
    expect(rows).toHaveLength(3 + curve.timesS.length + 1);
    expect(rows[3]?.split(',')).toHaveLength(5);
  });
});
