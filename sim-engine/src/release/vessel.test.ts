import type { Release } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import type { AirborneSource, Discharge } from './airborne.ts';
import { dischargeOf } from './discharge.ts';
import { omegaCriticalRatio, omegaFlux } from './two-phase.ts';
import { filledShare, levelOf, surfaceArea, vesselGeometry } from './vessel-shape.ts';

const air = () => ({ windSpeedMPerS: 3, temperatureK: 293.15 });
type Vessel = Extract<Release['source'], { kind: 'vessel' }>;

function release(chemical: string, source: Partial<Vessel>, more: Partial<Release> = {}): Release {
  return {
    id: 'R1',
    at: [0, 0, 1],
    chemical,
    startS: 0,
    source: {
      kind: 'vessel',
      phase: 'liquefied-gas',
      pressurePa: 850_000,
      temperatureK: 293.15,
      inventoryKg: 5000,
      holeDiameterM: 0.05,
      ...source,
    },
    ...more,
  };
}
const discharge = (made: Release, stepS = 5, steps = 400): Discharge =>
  dischargeOf(made, chemicalOf(made.chemical, 'the test'), stepS, steps, air);
const jetOf = ({ sources }: Discharge): AirborneSource => {
  const jet = sources.find(({ kind }) => kind === 'jet');
  if (jet === undefined) throw new Error('no jet');
  return jet;
};

describe('forms of vessels', () => {
  it.each(['sphere', 'horizontal-cylinder', 'vertical-cylinder'] as const)(
    '%s: level and volume are inverse',
    (shape) => {
      expect(filledShare(shape, 0)).toBe(0);
      expect(filledShare(shape, 0.5)).toBeCloseTo(0.5, 12);
      expect(filledShare(shape, 1)).toBeCloseTo(1, 12);
      for (let level = 0.05; level < 1; level += 0.1)
        expect(levelOf(shape, filledShare(shape, level))).toBeCloseTo(level, 9);
      const geometry = vesselGeometry(shape, 100, shape === 'sphere' ? undefined : 3);
      // The free surface is what the volume grows by with the level.
      const grown = (filledShare(shape, 0.4001) - filledShare(shape, 0.3999)) * 100;
      expect(surfaceArea(geometry, 0.4)).toBeCloseTo(grown / (0.0002 * geometry.heightM), 2);
    },
  );
  it('a cylinder of a given diameter is as long as its volume asks', () => {
    const lying = vesselGeometry('horizontal-cylinder', 100, 2.5);
    expect(lying.heightM).toBe(2.5);
    expect((Math.PI / 4) * 2.5 * 2.5 * lying.lengthM).toBeCloseTo(100, 9);
  });
});

describe('two-phase flow by ω', () => {
  it('is the ideal gas at constant temperature for ω = 1, and a liquid for small ω', () => {
    expect(omegaCriticalRatio(1)).toBeCloseTo(Math.exp(-0.5), 4);
    expect(omegaFlux(1e6, 0.1, 1, 0)).toBeCloseTo(Math.exp(-0.5) * Math.sqrt(1e6 / 0.1), 0);
    expect(omegaFlux(2e5, 0.001, 1e-3, 1e5)).toBeCloseTo(Math.sqrt((2 * 1e5) / 0.001), -2);
  });
  it('chokes at a higher pressure and lets less through the more it swells', () => {
    let ratio = 0;
    let flux = Number.POSITIVE_INFINITY;
    for (const omega of [0.3, 1, 3, 10, 30]) {
      expect(omegaCriticalRatio(omega)).toBeGreaterThan(ratio);
      expect(omegaFlux(1e6, 0.002, omega, 1e5)).toBeLessThan(flux);
      ratio = omegaCriticalRatio(omega);
      flux = omegaFlux(1e6, 0.002, omega, 1e5);
    }
  });
});

describe('a vessel of liquefied gas', () => {
  it('lets liquid out first, then both, then vapour only, and cools as it boils', () => {
    const one = release('propane', { shape: 'vertical-cylinder', diameterM: 1.6, levelShare: 0.9, holeHeightM: 2 });
    const jet = jetOf(discharge(one, 1, 900));
    const rate = [...jet.massKg];
    const last = rate.findIndex((kg, n) => kg > 0 && (jet.dropletShare[n] as number) < 0.2);
    // Flashed liquid is two thirds drops; foam and a hole half covered lie between; vapour is nearly dry.
    expect(jet.dropletShare[0] as number).toBeGreaterThan(0.6);
    expect(last).toBeGreaterThan(10);
    expect(rate[last] as number).toBeLessThan(0.5 * (rate[0] as number));
    for (let n = 1; n < last; n += 1) expect(rate[n] as number).toBeLessThanOrEqual((rate[n - 1] as number) * 1.2);
    expect(rate[899] as number).toBeLessThan(0.5 * (rate[last] as number));
  });
  it('keeps what is colder than its boiling point below the hole', () => {
    const one = release('propane', { shape: 'sphere', levelShare: 0.5, holeHeightM: 2.2, holeDiameterM: 0.2 });
    const { leftKg } = discharge(one, 5, 2000);
    expect(leftKg[2000] as number).toBeLessThan(0.6 * 5000);
    // Only a breath of vapour is left to come, in 500 s.
    expect((leftKg[2000] as number) - (leftKg[1900] as number)).toBeLessThan(5);
  });
  it('flows slower the higher the hole, the longer the nozzle, the higher the pressure outside', () => {
    const first = (source: Partial<Vessel>): number => discharge(release('propane', source), 1, 1).leftKg[1] as number;
    expect(first({ nozzleLengthM: 0.2 })).toBeLessThan(0.7 * first({}));
    expect(first({ shape: 'sphere', levelShare: 0.5, holeHeightM: 2 })).toBeLessThan(
      first({ shape: 'sphere', levelShare: 0.5 }),
    );
    expect(first({ backPressurePa: 500_000 })).toBeLessThan(0.85 * first({}));
    expect(first({ pressurePa: 1_500_000 })).toBeGreaterThan(1.2 * first({}));
  });
  it('does not depend on the length of the steps', () => {
    for (const source of [{}, { shape: 'sphere', holeHeightM: 1.9 }, { phase: 'gas', temperatureK: 320 }] as const) {
      const fine = discharge(release('propane', source), 1, 300).leftKg[300] as number;
      const coarse = discharge(release('propane', source), 10, 30).leftKg[30] as number;
      expect(Math.abs(coarse / fine - 1), JSON.stringify(source)).toBeLessThan(0.03);
    }
  });
});

describe('a jet that has expanded', () => {
  it('keeps the energy and the momentum of a choked gas', () => {
    const jet = jetOf(discharge(release('methane', { phase: 'gas', pressurePa: 5e6, inventoryKg: 1e6 }), 1, 1));
    const u = jet.speedMPerS[0] as number;
    const heat = chemicalOf('methane', 'the test').gasHeatJPerKgK.value;
    expect(heat * (jet.temperatureK[0] as number) + 0.5 * u * u).toBeCloseTo(heat * 293.15, -4);
    expect(u).toBeGreaterThan(500);
    expect(u).toBeLessThan(800);
    const density = (101_325 * 0.01604) / (8.314462618 * (jet.temperatureK[0] as number));
    const area = Math.PI * (jet.radiusM[0] as number) ** 2;
    expect(density * u * area).toBeCloseTo(jet.massKg[0] as number, 6);
  });
  it('of chlorine is at its boiling point, four fifths drops, with an eighth rained out', () => {
    const all = discharge(release('chlorine', { pressurePa: 673_000 }), 1, 5);
    const jet = jetOf(all);
    expect(jet.temperatureK[0] as number).toBeCloseTo(239.1, 0);
    expect(jet.dropletShare[0] as number).toBeGreaterThan(0.75);
    const rained = 1 - (jet.massKg[0] as number) / (all.leftKg[1] as number);
    expect(rained).toBeGreaterThan(0.05);
    expect(rained).toBeLessThan(0.2);
  });
  it('of propane, which flashes by a third, rains nothing; of cold benzene all', () => {
    expect(discharge(release('propane', {}), 1, 5).sources.map(({ kind }) => kind)).toEqual(['jet']);
    const cold = release('benzene', { phase: 'liquid', pressurePa: 300_000 });
    expect(discharge(cold, 1, 5).sources.map(({ kind }) => kind)).toEqual(['pool']);
  });
  it('rains less from higher up and points where it was told', () => {
    const high = { ...release('chlorine', { pressurePa: 673_000 }), at: [0, 0, 25] as [number, number, number] };
    const jet = jetOf(discharge({ ...high, jet: { towardsDeg: 90, upDeg: 45 } }, 1, 5));
    const low = jetOf(discharge(release('chlorine', { pressurePa: 673_000 }), 1, 5));
    expect(jet.massKg[0] as number).toBeGreaterThan(low.massKg[0] as number);
    expect([jet.towardsDeg, jet.upDeg]).toEqual([90, 45]);
    expect(low.towardsDeg).toBeUndefined();
  });
});
