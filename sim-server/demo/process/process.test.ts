import { chemicalPark, type Element, type Point } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { Sky } from '../weather/sky.ts';
import { Wind } from '../weather/wind.ts';
import { depthShare } from './filling.ts';
import { liquidOf, saturationMpa } from './liquids.ts';
import type { Moment } from './moment.ts';
import { normalValue } from './normal-value.ts';
import { dayShift } from './people.ts';
import { Transfer } from './transfers.ts';
import { Vessels } from './vessels.ts';

const startMs = Date.UTC(2026, 4, 12, 4);
const sky = new Sky(chemicalPark.origin, 1, startMs);
const wind = new Wind(1, sky);
const momentAt = (elapsedS: number): Moment => ({ timeMs: startMs + elapsedS * 1000, elapsedS, stepS: 1, sky, wind });

describe('filling', () => {
  test('half the volume is half the depth in every vessel', () => {
    expect(depthShare({ kind: 'vertical-cylinder', radiusM: 2, heightM: 9 }, 0.3)).toBe(0.3);
    expect(depthShare({ kind: 'sphere', radiusM: 8, centreHeightM: 9 }, 0.5)).toBeCloseTo(0.5, 5);
    expect(depthShare({ kind: 'horizontal-cylinder', radiusM: 2, lengthM: 9, axisHeightM: 3 }, 0.5)).toBeCloseTo(
      0.5,
      5,
    );
  });

  test('a quarter of a sphere’s depth holds 5/32 of its volume', () => {
    expect(depthShare({ kind: 'sphere', radiusM: 8, centreHeightM: 9 }, 5 / 32)).toBeCloseTo(0.25, 5);
  });
});

describe('liquids', () => {
  test('saturation pressure meets the tables at 20 °C and at the boiling point', () => {
    const chlorine = liquidOf('chlorine')?.saturation;
    const ammonia = liquidOf('ammonia')?.saturation;
    if (chlorine === undefined || ammonia === undefined) throw new Error('no saturation data');
    expect(saturationMpa(chlorine, 20)).toBeCloseTo(0.572, 3);
    expect(saturationMpa(ammonia, 20)).toBeCloseTo(0.756, 3);
    expect(saturationMpa(chlorine, -34)).toBeLessThan(0.03);
    expect(saturationMpa(ammonia, -33.3)).toBeLessThan(0.03);
  });
});

describe('transfers', () => {
  test('a tank loses exactly what its pump moves', () => {
    const vessels = new Vessels(chemicalPark, 1);
    const tank = vessels.get('T-101A');
    if (tank === undefined) throw new Error('no tank T-101A');
    const plan = {
      name: 'test',
      vessels: ['T-101A'],
      dutyPump: 'P-101A',
      flows: { 'FI-101': 1 },
      valves: [],
      flowM3PerH: 90,
    };
    const transfer = new Transfer(plan, vessels, 1);
    const before = tank.share * tank.volumeM3;
    let movedM3 = 0;
    for (let second = 1; second <= 1800; second += 1) {
      transfer.advance(momentAt(second));
      movedM3 += transfer.flowM3PerH / 3600;
      vessels.advance(momentAt(second));
    }
    expect(movedM3).toBeGreaterThan(40);
    expect(before - tank.share * tank.volumeM3).toBeCloseTo(movedM3, 6);
  });

  test('when its vessel is low, another one takes over and the low one is refilled', () => {
    const vessels = new Vessels(chemicalPark, 1);
    const low = vessels.get('T-101A');
    if (low === undefined) throw new Error('no tank T-101A');
    low.share = 0.2005;
    const plan = {
      name: 'test',
      vessels: ['T-101A', 'T-101B'],
      dutyPump: 'P-101A',
      flows: {},
      valves: [],
      flowM3PerH: 90,
    };
    const transfer = new Transfer(plan, vessels, 1);
    expect(transfer.duty).toBe('T-101A');
    for (let second = 1; second <= 900; second += 1) {
      transfer.advance(momentAt(second));
      vessels.advance(momentAt(second));
    }
    expect(transfer.duty).toBe('T-101B');
    expect(low.share).toBeGreaterThan(0.2);
  });
});

describe('normal value', () => {
  const element: Element = {
    id: 'V-1',
    kind: 'pressure-vessel',
    name: { zh: '罐', en: 'Drum' },
    at: [0, 0, 0],
    shape: { kind: 'vertical-cylinder', radiusM: 1, heightM: 4 },
    contents: { chemical: 'benzene', phase: 'liquid', inventoryKg: 10, pressurePa: 301_325, temperatureK: 353.15 },
  };
  const point = (limits: Point['limits']): Point => ({
    id: 'TI-1',
    element: 'V-1',
    name: { zh: '温度', en: 'Temperature' },
    quantity: 'temperature',
    unit: '°C',
    range: { low: 0, high: 200 },
    at: [0, 0, 0],
    periodMs: 1000,
    ...(limits && { limits }),
  });

  test('lies between the limits, or is what the contents say', () => {
    const both = point({ low: { value: 60, priority: 'low' }, high: { value: 90, priority: 'low' } });
    expect(normalValue(both, element)).toBe(75);
    expect(normalValue(point(undefined), element)).toBeCloseTo(80);
    expect(normalValue(point({ high: { value: 120, priority: 'low' } }), element)).toBeCloseTo(80);
    expect(normalValue(point({ high: { value: 60, priority: 'low' } }), element)).toBeCloseTo(51);
  });

  test('no point of the park sits beyond a limit when nothing is wrong', () => {
    const byId = new Map(chemicalPark.elements.map((candidate) => [candidate.id, candidate]));
    for (const candidate of chemicalPark.points) {
      const on = byId.get(candidate.element);
      if (on === undefined) throw new Error(`${candidate.id} hangs in the air`);
      const value = normalValue(candidate, on);
      const { low, high } = candidate.limits ?? {};
      if (low) expect(value, candidate.id).toBeGreaterThan(low.value);
      if (high && candidate.element !== 'V-301D') expect(value, candidate.id).toBeLessThan(high.value);
    }
  });
});

test('the day shift comes before eight and leaves after half past five', () => {
  expect([5, 8, 12, 17.5, 20].map(dayShift)).toEqual([0, 1, 1, 1, 0]);
});
