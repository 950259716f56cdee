import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark, type OwnChemical, readSite, type Site } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { substanceOf } from '../exposure/substance.ts';
import { runIncident } from '../incident/conductor.ts';
import { doseAlong, loadAlong, ppmOf } from '../incident/readings.ts';
import { ownChemical } from './own-chemical.ts';
import { chemicalOf, chemicalsOf, knowsChemical } from './table.ts';

/** Toluene's numbers under another name, with what may be left out left out. */
const solvent: OwnChemical = {
  id: 'solvent-x',
  name: { zh: '溶剂 X', en: 'Solvent X' },
  source: 'Supplier data sheet 2025-03',
  molarMassKgPerMol: 0.092_14,
  boilingK: 383.78,
  criticalK: 591.75,
  criticalPa: 4_108_000,
  gasHeatJPerKgK: 1126,
  flammable: { lowerPct: 1, upperPct: 7.8 },
  toxic: { kind: 'TEEL', level1: { min60: 60 }, level2: { min60: 500 }, level3: { min60: 3000 } },
};
const withSolvent: Site = { ...chemicalPark, chemicals: [solvent] };

describe("a site's own chemical", () => {
  it('is found on its site only, before the table, and replaces an entry of its id', () => {
    expect(knowsChemical('solvent-x')).toBe(false);
    expect(knowsChemical('solvent-x', withSolvent)).toBe(true);
    expect(knowsChemical('chlorine', withSolvent)).toBe(true);
    expect(() => chemicalOf('solvent-x', 'release "R1"', chemicalPark)).toThrow(/solvent-x.*of release "R1"/);
    expect(chemicalsOf(withSolvent)[0]?.id).toBe('solvent-x');
    const replaced = { chemicals: [{ ...solvent, id: 'toluene' }] };
    expect(chemicalOf('toluene', 'the test', replaced).name.en).toBe('Solvent X');
    expect(chemicalsOf(replaced)).toHaveLength(chemicalsOf(chemicalPark).length);
    expect(chemicalOf('toluene', 'the test').name.en).toBe('Toluene');
  });

  it('has every number from its source, and the rest estimated near the substance it is', () => {
    const own = ownChemical(solvent);
    const toluene = chemicalOf('toluene', 'the test');
    expect(own.boilingK.source).toBe(solvent.source);
    expect(own.vaporisationJPerKg.source).toMatch(/Riedel/);
    expect(own.liquidKgPerM3.source).toMatch(/Rackett/);
    expect(Math.abs(own.vaporisationJPerKg.value / toluene.vaporisationJPerKg.value - 1)).toBeLessThan(0.05);
    expect(Math.abs(own.liquidKgPerM3.value / toluene.liquidKgPerM3.value - 1)).toBeLessThan(0.05);
    expect(own.toxic?.standIn?.en).toMatch(/TEEL/);
  });

  it('runs, and its field, zones, meter and dose speak of it', () => {
    const leak = chlorineLeak(chemicalPark);
    const incident: Incident = {
      ...leak,
      durationS: 300,
      people: [],
      releases: leak.releases.map((release) => ({
        ...release,
        chemical: 'solvent-x',
        source: { kind: 'rate', kgPerS: 5 },
      })),
    };
    const site = readSite(JSON.parse(JSON.stringify(withSolvent)), 'the test');
    const result = runIncident({ site, incident });
    const [field] = result.fields;
    if (!field) throw new Error('no field');
    expect(substanceOf(field).name.en).toBe('Solvent X');
    expect(result.zones.some(({ label }) => label.en.startsWith('TEEL-2, 10 min'))).toBe(true);
    expect(result.notes.some(({ en }) => en.includes("the site's TEEL values"))).toBe(true);
    expect(ppmOf(substanceOf(field), 1e-6, 293.15)).toBeCloseTo(ppmOf('toluene', 1e-6, 293.15), 9);
    const [release] = incident.releases;
    const path = [0, 300].map((timeS) => [release?.at[0] ?? 0, release?.at[1] ?? 0, timeS] as const);
    expect(loadAlong(field, path)).toBeGreaterThan(0);
    expect(doseAlong(field, path).aegl2).toBeGreaterThan(0);
    expect(() => runIncident({ site: chemicalPark, incident })).toThrowError(
      expect.objectContaining({ code: 'UPW_ENGINE_CHEMICAL_UNKNOWN' }),
    );
  });

  it('without any limit runs as well, and draws no zone', () => {
    const { flammable, toxic, ...harmless } = solvent;
    expect([flammable, toxic]).not.toContain(undefined);
    const leak = chlorineLeak(chemicalPark);
    const incident: Incident = {
      ...leak,
      durationS: 120,
      releases: leak.releases.map((release) => ({
        ...release,
        chemical: 'solvent-x',
        source: { kind: 'rate', kgPerS: 5 },
      })),
    };
    const result = runIncident({ site: { ...chemicalPark, chemicals: [harmless] }, incident });
    expect(result.zones).toEqual([]);
    expect(Math.max(...(result.fields[0]?.concentration ?? []).slice(-40_000))).toBeGreaterThan(0);
  });
});
