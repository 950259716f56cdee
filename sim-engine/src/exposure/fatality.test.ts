import { describe, expect, it } from 'vitest';
import { normalQuantile, normalShare } from '../arithmetic/normal-distribution.ts';
import type { ProbitConstants } from '../chemicals/chemical.ts';
import { kgPerM3OfPpm } from '../chemicals/properties.ts';
import { chemicalOf } from '../chemicals/table.ts';
import {
  fatalShare,
  lethalConcentration,
  loadOfFatalShare,
  probabilityOfProbit,
  probitOfProbability,
} from './fatality.ts';

const probitOf = (id: string, unit: ProbitConstants['unit']): ProbitConstants => {
  const found = chemicalOf(id, 'the test').probits?.find((probit) => probit.unit === unit);
  if (!found) throw new Error(`no probit of ${id} in ${unit}`);
  return found;
};

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [-2.3263478740408408, 0.01],
    [-6, 9.865876450376946e-10],
    [3.719016485455709, 0.9999],
  ])('has the share of %d', (x, share) => {
    expect(normalShare(x) / share).toBeCloseTo(1, 12);
    expect(normalQuantile(share)).toBeCloseTo(x, 10);
  });
  it('ends where shares end', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalShare(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

describe('probits', () => {
  // CPR 18E (Purple Book), Table 5.1.
  it.each([
    [2.67, 0.01],
    [3.72, 0.1],
    [5, 0.5],
    [6.28, 0.9],
    [7.33, 0.99],
  ])('of %d mean a probability of %d', (probit, probability) => {
    expect(probabilityOfProbit(probit)).toBeCloseTo(probability, 2);
    expect(probitOfProbability(probability)).toBeCloseTo(probit, 2);
  });

  it('give the Purple Book its worked example: 21 300 mg/m³ of CO for 30 min kill 83.5 %', () => {
    const carbonMonoxide = chemicalOf('carbon-monoxide', 'the test');
    expect(fatalShare(probitOf('carbon-monoxide', 'mg/m³'), 21_300 * 30, carbonMonoxide, 293.15)).toBeCloseTo(0.835, 2);
  });

  // HSE SPC/Tech/OSD/30, Table 2: LC1 and LC50 of 5 and of 30 min, ppm.
  it.each([
    ['acrolein', 93, 16, 291, 48],
    ['ammonia', 15_057, 6147, 28_264, 11_539],
    ['benzene', 18_096, 7388, 22_545, 9204],
    ['carbon-monoxide', 11_810, 1968, 22_169, 3695],
    ['chlorine', 173, 71, 613, 250],
    ['hydrogen-chloride', 3464, 577, 11_106, 1851],
    ['hydrogen-sulfide', 897, 256, 1543, 441],
    ['nitrogen-dioxide', 160, 65, 367, 150],
    ['phosgene', 77, 13, 145, 24],
    ['sulfur-dioxide', 1241, 207, 3764, 627],
    ['toluene', 5352, 2614, 51_965, 25_377],
    ['hydrogen-fluoride', 19_652, 3260, 39_184, 6531],
    ['hydrogen-cyanide', 564, 161, 969, 277],
  ])('of %s give the published lethal concentrations, to 1 %% or 1 ppm', (id, ...printed) => {
    const probit = probitOf(id, 'ppm');
    const computed = [
      [0.01, 5],
      [0.01, 30],
      [0.5, 5],
      [0.5, 30],
    ].map(([share = 0, minutes = 1]) => lethalConcentration(probit, share, minutes));
    computed.forEach((ppm, k) => {
      expect(Math.abs(ppm - (printed[k] ?? 0))).toBeLessThan(Math.max(1, 0.01 * ppm));
    });
  });

  it('of chlorine kill half at 433 ppm in 10 and 250 ppm in 30 min (Withers & Lees 1985)', () => {
    const probit = probitOf('chlorine', 'ppm');
    expect(lethalConcentration(probit, 0.5, 10)).toBeCloseTo(433, -0.5);
    expect(lethalConcentration(probit, 0.5, 30)).toBeCloseTo(250, -0.5);
  });

  it('in ppm and in mg/m³ are read from the same load', () => {
    const chlorine = chemicalOf('chlorine', 'the test');
    const probit = probitOf('chlorine', 'ppm');
    const mg = 433 * kgPerM3OfPpm(chlorine, 293.15) * 1e6;
    expect(fatalShare(probit, mg * mg * 10, chlorine, 293.15)).toBeCloseTo(0.5, 2);
    for (const share of [0.001, 0.01, 0.5, 0.99]) {
      const load = loadOfFatalShare(probit, share, chlorine, 293.15);
      expect(fatalShare(probit, load, chlorine, 293.15)).toBeCloseTo(share, 9);
    }
  });

  it('rise with the load, from nobody at none to everybody', () => {
    const ammonia = chemicalOf('ammonia', 'the test');
    for (const probit of ammonia.probits ?? []) {
      expect(fatalShare(probit, 0, ammonia, 293.15)).toBe(0);
      let before = 0;
      for (let load = 1; load < 1e16; load *= 3) {
        const share = fatalShare(probit, load, ammonia, 293.15);
        expect(share).toBeGreaterThanOrEqual(before);
        before = share;
      }
      expect(before).toBeCloseTo(1, 6);
    }
  });
});
