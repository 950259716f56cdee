import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { aeglLoad, aeglPpm, levelAt } from './aegl.ts';
import type { Chemical } from './chemical.ts';
import { kgPerM3OfPpm, liquidDensity, saturationK, vapourPressurePa } from './properties.ts';
import { chemicalOf, chemicals } from './table.ts';

const chlorine = chemicalOf('chlorine', 'the test');

describe('the table of chemicals', () => {
  it('names every number and its source, in both languages', () => {
    expect(chemicals.length).toBeGreaterThanOrEqual(40);
    expect(new Set(chemicals.map(({ id }) => id)).size).toBe(chemicals.length);
    for (const chemical of chemicals) {
      expect(chemical.name.zh).toMatch(/\p{Script=Han}/u);
      for (const entry of Object.values(chemical)) {
        if (typeof entry !== 'object' || !('value' in entry)) continue;
        expect(entry.value, chemical.id).toBeGreaterThan(0);
        expect(entry.source.length, chemical.id).toBeGreaterThan(5);
      }
    }
  });

  it('orders limits: AEGL-1 below 2 below 3, LFL below UFL, boiling below critical', () => {
    for (const { id, toxic, flammable, boilingK, criticalK } of chemicals) {
      expect(boilingK.value, id).toBeLessThan(criticalK.value);
      if (flammable) expect(flammable.lowerPct.value, id).toBeLessThan(flammable.upperPct.value);
      for (const minutes of [10, 17, 30, 60, 100, 240, 480, 600]) {
        const [one, two, three] = [toxic?.aegl1, toxic?.aegl2, toxic?.aegl3].map((series) =>
          aeglPpm(series, minutes, toxic?.exponent.value ?? 1, toxic?.longerExponent?.value),
        );
        if (one !== undefined && two !== undefined) expect(one, `${id} ${minutes} min`).toBeLessThanOrEqual(two);
        if (two !== undefined && three !== undefined) expect(two, `${id} ${minutes} min`).toBeLessThan(three);
      }
    }
  });

  it('refuses a chemical without data in one sentence with what there is', () => {
    expect(() => chemicalOf('unobtainium', 'release "R1"')).toThrowError(
      expect.objectContaining({ code: 'UPW_ENGINE_CHEMICAL_UNKNOWN', message: expect.stringMatching(/R1.*chlorine/) }),
    );
  });
});

describe('AEGL by exposure time', () => {
  it('gives EPA its values at its durations, between them something between, and never more for longer', () => {
    expect(aeglPpm(chlorine.toxic?.aegl2, 10, 2)).toBe(2.8);
    expect(aeglPpm(chlorine.toxic?.aegl2, 60, 2)).toBe(2);
    expect(aeglPpm(chlorine.toxic?.aegl3, 5, 2)).toBe(50);
    let before = Infinity;
    for (let minutes = 10; minutes <= 1000; minutes += 10) {
      const now = aeglPpm(chlorine.toxic?.aegl3, minutes, 2) ?? 0;
      expect(now).toBeLessThanOrEqual(before);
      before = now;
    }
    expect(aeglPpm(undefined, 10, 2)).toBeUndefined();
  });

  it('carries a 60-min value by Cⁿt to half an hour and beyond an hour, never below half an hour, and says from where', () => {
    const hour = [undefined, undefined, 10, undefined, undefined];
    expect(levelAt(hour, 60, 2)).toEqual({ ppm: 10 });
    expect(levelAt(hour, 30, 2)?.ppm).toBeCloseTo(10 * Math.SQRT2, 12);
    expect(levelAt(hour, 10, 2)).toEqual(levelAt(hour, 30, 2));
    expect(levelAt(hour, 30, 2)?.carriedFromMinutes).toBe(60);
    expect(levelAt(hour, 240, 3, 1)?.ppm).toBeCloseTo(2.5, 12);
    expect(levelAt(hour, 30, 0.7)?.ppm).toBeCloseTo(20, 12);
    expect(levelAt([5, 5, 4, 2, 1], 5, 1)).toEqual({ ppm: 5 });
    expect(levelAt([], 60, 1)).toBeUndefined();
  });
  it('carried without an exponent of its own keeps near what EPA set for the other times', () => {
    for (const { id, toxic } of chemicals) {
      for (const series of [toxic?.aegl2, toxic?.aegl3]) {
        const [, half, hour, four] = series ?? [];
        if (half === undefined || hour === undefined || four === undefined) continue;
        const bare = [undefined, undefined, hour, undefined, undefined];
        expect((aeglPpm(bare, 30, 3, 1) ?? 0) / half, id).toBeGreaterThan(0.55);
        expect((aeglPpm(bare, 30, 3, 1) ?? 0) / half, id).toBeLessThan(1.3);
        expect(aeglPpm(bare, 240, 3, 1), id).toBeLessThanOrEqual(four * 1.06);
      }
    }
  });

  it('takes the smallest toxic load of the durations up to the exposure', () => {
    expect(aeglLoad(chlorine.toxic?.aegl3, 10, 2)).toBe(50 * 50 * 10);
    expect(aeglLoad(chlorine.toxic?.aegl3, 30, 2)).toBe(28 * 28 * 30);
    expect(aeglLoad([undefined, undefined, 100, undefined, undefined], 10, 1)).toBe(6000);
  });
});

describe('properties', () => {
  // Saturation pressures and densities at 20 °C of CoolProp 8.0.0.
  it.each([
    ['chlorine', 675_700, 1408],
    ['ammonia', 857_000, 610],
    ['propane', 836_500, 500],
    ['butane', 207_700, 579],
    ['hydrogen-sulfide', 1_781_000, 788],
    ['methanol', 13_030, 791],
  ])('%s boils and weighs as its equation of state says, within 8 %%', (id, pressurePa, densityKgPerM3) => {
    const chemical = chemicalOf(id, 'the test');
    expect(vapourPressurePa(chemical, 293.15) / pressurePa).toBeGreaterThan(0.92);
    expect(vapourPressurePa(chemical, 293.15) / pressurePa).toBeLessThan(id === 'methanol' ? 1.5 : 1.08);
    expect(Math.abs(liquidDensity(chemical, 293.15) / densityKgPerM3 - 1)).toBeLessThan(0.08);
    expect(saturationK(chemical, vapourPressurePa(chemical, 280))).toBeCloseTo(280, 6);
  });

  it('turns ppm into kg/m³: 1 ppm of chlorine at 25 °C is 2.9 mg/m³', () => {
    expect(kgPerM3OfPpm(chlorine, 298.15) * 1e6).toBeCloseTo(2.9, 2);
  });
});

const data =
  process.env['UPWIND_DATA'] ?? resolve(fileURLToPath(new URL('../../..', import.meta.url)), '../shared/data');
const aegls = resolve(data, 'toxicity/toxic_aegl_durations.csv');

describe('against the transcribed EPA values', () => {
  beforeEach(({ skip }) => {
    const absent = !existsSync(aegls) && process.env['CI'] !== 'true';
    skip(absent, 'the reference data are absent: set UPWIND_DATA to their folder');
  });
  it('every AEGL of the table equals its row', () => {
    const rows = readFileSync(aegls, 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split(','));
    const of = ({ toxic }: Chemical, level: string) =>
      level === '1' ? toxic?.aegl1 : level === '2' ? toxic?.aegl2 : toxic?.aegl3;
    let compared = 0;
    for (const chemical of chemicals) {
      for (const [, cas, level = '', ...values] of rows) {
        if (cas !== chemical.cas) continue;
        const numbers = values.slice(0, 5).map((value) => (value === 'NR' ? undefined : Number(value)));
        if (numbers.every((value) => value === undefined)) continue;
        expect(of(chemical, level), `${chemical.id} AEGL-${level}`).toEqual(numbers);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(28);
  });

  it('every 60-min level, ERPG, PAC and IDLH equals the library of levels of concern', () => {
    const rows = readFileSync(resolve(data, 'toxicity/toxic_endpoints_aloha807.csv'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.replace(/"[^"]*"/, 'name').split(','));
    let compared = 0;
    const equal = (id: string, cell: string | undefined, value: number | undefined): void => {
      if (cell === undefined || cell === '' || value === undefined) return;
      expect(value, id).toBe(Number(cell));
      compared += 1;
    };
    for (const { id, cas, toxic, idlhPpm, erpg, pac, molarMassKgPerMol } of chemicals) {
      const row = rows.find(([, other]) => other === cas);
      if (!row) continue;
      const [, , mass, idlh, a1, a2, a3, e1, e2, e3, p1, p2, p3] = row;
      expect(molarMassKgPerMol.value * 1000, id).toBeCloseTo(Number(mass), 2);
      equal(id, idlh, idlhPpm?.value);
      for (const [cell, value] of [
        [a1, toxic?.aegl1?.[2]],
        [a2, toxic?.aegl2[2]],
        [a3, toxic?.aegl3[2]],
        [e1, erpg?.level1],
        [e2, erpg?.level2],
        [e3, erpg?.level3],
        [p1, pac?.level1],
        [p2, pac?.level2],
        [p3, pac?.level3],
      ] as const) {
        equal(id, cell, value);
      }
    }
    expect(compared).toBeGreaterThan(180);
  });
});
