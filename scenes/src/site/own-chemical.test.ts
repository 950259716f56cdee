import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SceneError } from '../errors.ts';
import type { OwnChemical } from './own-chemical.ts';
import { readSite } from './read-site.ts';

const solvent: OwnChemical = {
  id: 'solvent-x',
  name: { zh: '溶剂 X', en: 'Solvent X' },
  source: 'Supplier data sheet 2025-03',
  molarMassKgPerMol: 0.1,
  boilingK: 360,
  criticalK: 560,
  criticalPa: 3.6e6,
  gasHeatJPerKgK: 1300,
  flammable: { lowerPct: 1.1, upperPct: 8 },
  toxic: {
    kind: 'TEEL',
    level1: { min60: 10 },
    level2: { min60: 50 },
    level3: { min10: 400, min60: 300 },
  },
};

const siteWith = (chemicals: unknown) => ({
  id: 'small',
  kind: 'chemical-park',
  name: { zh: '小厂', en: 'Small site' },
  origin: { lat: 31, lon: 120, heightM: 10 },
  extent: { min: [-50, -50], max: [50, 50] },
  roughnessM: 0.1,
  elements: [],
  points: [],
  chemicals,
});

function refusal(chemicals: unknown): SceneError {
  try {
    readSite(siteWith(chemicals), 'small.json');
  } catch (error) {
    if (error instanceof SceneError) return error;
    throw error;
  }
  throw new Error('The site was accepted.');
}

describe('a chemical of the site', () => {
  test('is read with and without what may be left out', () => {
    const { flammable, toxic, ...bare } = solvent;
    expect(readSite(siteWith([solvent, { ...bare, id: 'bare' }]), 'small.json').chemicals).toHaveLength(2);
    expect(toxic?.kind).toBe('TEEL');
    expect(flammable?.lowerPct).toBe(1.1);
  });

  test.each<[string, unknown, RegExp]>([
    ['a temperature in °C', { ...solvent, boilingK: -20 }, /chemicals\/0 \(solvent-x\)\/boilingK .*is -20/],
    ['a molar mass in g/mol', { ...solvent, molarMassKgPerMol: 100 }, /\(solvent-x\)\/molarMassKgPerMol .*is 100/],
    ['a pressure in bar', { ...solvent, criticalPa: 36 }, /\(solvent-x\)\/criticalPa .*is 36/],
    ['a missing field', { ...solvent, criticalK: undefined }, /\(solvent-x\).*criticalK/],
    ['an unknown field', { ...solvent, colour: 'blue' }, /\(solvent-x\) has the unknown field colour/],
    ['no source', { ...solvent, source: '' }, /\(solvent-x\)\/source/],
    [
      'a heat capacity in kJ',
      { ...solvent, gasHeatJPerKgK: 130 },
      /\(solvent-x\)\/gasHeatJPerKgK 130 is 13.0 J.*give J/,
    ],
    ['boiling above critical', { ...solvent, boilingK: 600 }, /\(solvent-x\)\/boilingK 600 K is not well below/],
    [
      'flammable limits exchanged',
      { ...solvent, flammable: { lowerPct: 8, upperPct: 1 } },
      /\(solvent-x\)\/flammable lowerPct 8 is not below upperPct 1/,
    ],
    [
      'levels exchanged',
      { ...solvent, toxic: { kind: 'AEGL', level2: { min60: 9 }, level3: { min60: 3 } } },
      /\(solvent-x\)\/toxic\/level3\/min60 3 ppm is below level2 9/,
    ],
    [
      'a level that rises with time',
      { ...solvent, toxic: { kind: 'AEGL', level2: { min10: 5, min480: 9 }, level3: { min60: 30 } } },
      /\(solvent-x\)\/toxic\/level2 rises from 5 to 9 ppm/,
    ],
    ['ERPG out of order', { ...solvent, erpg: { level1: 5, level2: 2 } }, /\(solvent-x\)\/erpg has levels 5, 2 ppm/],
  ])('with %s is refused with its id and the field', (_what, chemical, message) => {
    const error = refusal([chemical]);
    expect(['UPW_SCENE_SCHEMA', 'UPW_SCENE_CHEMICAL']).toContain(error.code);
    expect(error.message).toMatch(message);
    expect(error.message.match(/\.( |$)/g)).toHaveLength(1);
  });

  test('twice is refused', () => {
    expect(refusal([solvent, solvent]).code).toBe('UPW_SCENE_DUPLICATE_ID');
    expect(refusal('chlorine').message).toMatch(/chemicals/);
  });

  test('of any form is accepted or refused in a sentence, never else', () => {
    const number = fc.oneof(fc.double(), fc.constantFrom(0, -1, 1, 300, 1e6, Number.NaN), fc.string());
    const anything = fc.oneof(
      fc.anything(),
      fc.record(
        {
          id: fc.oneof(fc.constant('x'), fc.string()),
          name: fc.constant({ zh: '某', en: 'Some' }),
          source: fc.constant('a book'),
          molarMassKgPerMol: fc.oneof(fc.double({ min: 0.01, max: 0.3 }), number),
          boilingK: fc.oneof(fc.double({ min: 50, max: 500 }), number),
          criticalK: fc.oneof(fc.double({ min: 100, max: 900 }), number),
          criticalPa: fc.oneof(fc.double({ min: 1e6, max: 1e7 }), number),
          gasHeatJPerKgK: fc.oneof(fc.double({ min: 300, max: 3000 }), number),
          flammable: fc.record({ lowerPct: number, upperPct: number }),
          toxic: fc.anything(),
        },
        { requiredKeys: ['id', 'name', 'source'] },
      ),
    );
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 3 }), (chemicals) => {
        try {
          readSite(siteWith(chemicals), 'small.json');
        } catch (error) {
          expect(error).toBeInstanceOf(SceneError);
          expect((error as SceneError).message).toMatch(/chemicals/);
        }
      }),
      { seed: 20_251, numRuns: 300, endOnFailure: true },
    );
  });
});
