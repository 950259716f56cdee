import type { Release } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import type { Discharge } from './airborne.ts';
import { dischargeOf } from './discharge.ts';
import { flashingLoss, frictionFactor, lineDischarge } from './pipe-friction.ts';
import { gasDensity } from './real-gas.ts';

const air = () => ({ windSpeedMPerS: 3, temperatureK: 288 });
type Pipe = Extract<Release['source'], { kind: 'pipe' }>;

function run(chemical: string, source: Partial<Pipe>, more: Partial<Release> = {}, stepS = 5, steps = 720): Discharge {
  const pipe: Pipe = {
    kind: 'pipe',
    phase: 'gas',
    pressurePa: 5e6,
    temperatureK: 288,
    lengthM: 10_000,
    diameterM: 0.3,
    ...source,
  };
  const release: Release = { id: 'R1', at: [0, 0, 1], chemical, startS: 0, source: pipe, ...more };
  return dischargeOf(release, chemicalOf(chemical, 'the test'), stepS, steps, air);
}
const rateAt = ({ leftKg, stepS }: Discharge, timeS: number): number => {
  const n = Math.floor(timeS / stepS);
  return ((leftKg[n + 1] as number) - (leftKg[n] as number)) / stepS;
};

describe('a gas pipeline broken right across', () => {
  const methane = chemicalOf('methane', 'the test');
  const stock = gasDensity(methane, 5e6, 288) * (Math.PI / 4) * 0.09 * 10_000 * (1 - 101_325 / 5e6);
  it('lets out all its gas above the pressure outside, fast at first and with a long tail', () => {
    const all = run('methane', {});
    expect(all.leftKg[720] as number).toBeLessThanOrEqual(stock);
    expect(all.leftKg[720] as number).toBeGreaterThan(0.99 * stock);
    expect(rateAt(all, 0)).toBeGreaterThan(5 * rateAt(all, 60));
    for (let t = 5; t < 3000; t += 50) expect(rateAt(all, t)).toBeLessThanOrEqual(rateAt(all, t - 5));
  });
  it('lasts longer the longer and the rougher it is', () => {
    const half = (source: Partial<Pipe>): number => {
      const { leftKg } = run('methane', source, {}, 5, 2000);
      return [...leftKg].findIndex((kg) => kg > 0.5 * (leftKg[2000] as number));
    };
    expect(half({ lengthM: 20_000 })).toBeGreaterThan(2 * half({}));
    expect(half({ roughnessM: 1e-3 })).toBeGreaterThan(half({}));
  });
  it('goes on at what is fed until the valve is shut', () => {
    const fed = run('methane', { feedKgPerS: 10 }, {}, 5, 1440);
    expect(rateAt(fed, 7000)).toBeCloseTo(10, 1);
    const shut = run('methane', { feedKgPerS: 10 }, { actions: [{ timeS: 3600, kind: 'close', overS: 30 }] }, 5, 1440);
    expect(rateAt(shut, 3000)).toBeCloseTo(10, 1);
    expect(rateAt(shut, 7000)).toBeLessThan(0.5);
    expect(shut.leftKg[1440] as number).toBeLessThanOrEqual(stock + 10 * 3615 + 1);
  });
  it('through a small hole empties like a vessel, slower than when it is broken', () => {
    const small = run('methane', { holeDiameterM: 0.05 });
    expect(rateAt(small, 0)).toBeLessThan(0.2 * rateAt(run('methane', {}), 0));
    expect(rateAt(small, 3000)).toBeGreaterThan(0.1 * rateAt(small, 0));
  });
});

describe('a line of liquid', () => {
  const benzene: Partial<Pipe> = { phase: 'liquid', pressurePa: 5e5, lengthM: 500, diameterM: 0.1 };
  it('gives no more than friction lets through, and no more than the pump sends', () => {
    const free = rateAt(run('benzene', benzene), 10);
    // Darcy–Weisbach: Δp = (f L/D + 1.5) ρ v²/2.
    const density = 885;
    const speed = Math.sqrt((2 * (5e5 - 101_325)) / density / (frictionFactor(4.5e-5, 0.1) * 5000 + 1.5));
    expect(free / (density * speed * (Math.PI / 4) * 0.01)).toBeCloseTo(1, 1);
    expect(rateAt(run('benzene', { ...benzene, feedKgPerS: 3 }), 600)).toBeGreaterThanOrEqual(3);
    expect(rateAt(run('benzene', { ...benzene, feedKgPerS: 3 }), 3500)).toBeLessThan(free);
  });
  it('drains when its valve is shut, and holds no more than it held', () => {
    const shut = run('benzene', { ...benzene, dropM: 5 }, { actions: [{ timeS: 60, kind: 'close', overS: 20 }] });
    const held = 885 * (Math.PI / 4) * 0.01 * 500;
    const after = (shut.leftKg[720] as number) - (shut.leftKg[16] as number);
    expect(after).toBeGreaterThan(0.9 * held);
    expect(after).toBeLessThan(1.02 * held);
    expect(rateAt(shut, 3500)).toBeLessThan(0.1);
  });
  it('ends with the vessel that feeds it', () => {
    const { leftKg } = run('benzene', { ...benzene, inventoryKg: 1000 });
    expect(leftKg[720] as number).toBeLessThan(1000 + 886 * (Math.PI / 4) * 0.01 * 500);
  });
  it('that boils is slower the longer it is, and a stopped hose is still', () => {
    const hose: Partial<Pipe> = { phase: 'liquefied-gas', pressurePa: 9e5, temperatureK: 293, diameterM: 0.05 };
    const at = (lengthM: number): number => rateAt(run('ammonia', { ...hose, lengthM }, {}, 5, 20), 20);
    expect(at(20)).toBeLessThan(0.7 * at(1));
    expect(at(200)).toBeLessThan(0.6 * at(20));
    const stopped = run('ammonia', { ...hose, lengthM: 20 }, { actions: [{ timeS: 50, kind: 'stop' }] }, 5, 20);
    expect(rateAt(stopped, 60)).toBe(0);
  });
});

describe('losses', () => {
  it('are those of the books: Moody at full roughness, Fauske by length, an orifice where the line is short', () => {
    expect(frictionFactor(0.001, 1)).toBeCloseTo(0.0196, 4);
    expect(flashingLoss(0)).toBe(1);
    expect(flashingLoss(75)).toBeCloseTo(0.8, 9);
    expect(flashingLoss(401)).toBeCloseTo(flashingLoss(400), 2);
    expect(lineDischarge(0.02, 1, 0.01, 0.62)).toBeCloseTo(0.62, 3);
  });
});
