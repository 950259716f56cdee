import type { Release } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import { dischargeOf } from './discharge.ts';
import { criticalRatio, flashedShare, flashingFlux, gasFlux, holeArea, liquidFlux } from './orifice.ts';

/** What has left the vessel, and what is airborne, by the end of each step. */
function outflow(...run: Parameters<typeof dischargeOf>): {
  readonly leftKg: Float64Array;
  readonly airborneKg: Float64Array;
} {
  const { leftKg, sources } = dischargeOf(...run);
  const airborneKg = new Float64Array(leftKg.length);
  for (let n = 1; n < leftKg.length; n += 1) {
    airborneKg[n] = sources.reduce((sum, { massKg }) => sum + (massKg[n - 1] as number), airborneKg[n - 1] as number);
  }
  return { leftKg, airborneKg };
}

const air = () => ({ windSpeedMPerS: 3, temperatureK: 293.15 });
const chlorine = chemicalOf('chlorine', 'the test');
const vessel = (
  source: Partial<Extract<Release['source'], { kind: 'vessel' }>>,
  more: Partial<Release> = {},
): Release => ({
  id: 'R1',
  at: [0, 0, 1],
  chemical: 'chlorine',
  startS: 0,
  source: {
    kind: 'vessel',
    phase: 'liquefied-gas',
    pressurePa: 673_000,
    temperatureK: 293.15,
    inventoryKg: 1000,
    holeDiameterM: 0.01,
    ...source,
  },
  ...more,
});

describe('flow through a hole', () => {
  it('answers CCPS 1999 p. 40 (liquid) and p. 47 (choked gas) to 0.1 %', () => {
    expect(holeArea(0.01) * liquidFlux(120_935.0368 - 101_325, 0, 490, 0.63)).toBeCloseTo(0.21691154763598, 4);
    expect(holeArea(0.01) * gasFlux(501_000, 8.9, 1.15, 0.85)).toBeCloseTo(0.09002799947040846, 4);
  });
  it('passes smoothly from choked to unchoked, falls with pressure and ends at the outer pressure', () => {
    const gamma = 1.3;
    const choke = 101_325 / criticalRatio(gamma);
    const flux = (p: number): number => gasFlux(p, p / 8e4, gamma, 0.85);
    expect(flux(choke * 1.0001) / flux(choke * 0.9999)).toBeCloseTo(1, 3);
    let before = 0;
    for (let p = 101_325; p < 1e6; p += 5000) {
      expect(flux(p)).toBeGreaterThanOrEqual(before);
      before = flux(p);
    }
    expect(flux(101_325)).toBe(0);
  });
  it('lets a flashing liquid out as a liquid without length, and slower the longer the nozzle', () => {
    const flux = (length: number): number => flashingFlux(chlorine, 673_000, 293.15, length, 0.62);
    expect(flux(0)).toBeGreaterThan(0.9 * liquidFlux(673_000 - 101_325, 0, 1408, 0.62));
    expect(flux(0.05)).toBeLessThan(flux(0));
    expect(flux(0.1)).toBeLessThan(flux(0.05));
    expect(flux(5)).toBe(flux(0.1));
  });
  it('flashes about a fifth of chlorine at 20 °C and nothing of cold methanol', () => {
    expect(flashedShare(chlorine, 293.15)).toBeGreaterThan(0.15);
    expect(flashedShare(chlorine, 293.15)).toBeLessThan(0.2);
    expect(flashedShare(chemicalOf('methanol', 'the test'), 293.15)).toBe(0);
  });
});

describe('a vessel empties', () => {
  it.each([
    ['liquefied-gas', 'chlorine'],
    ['gas', 'chlorine'],
    ['liquid', 'methanol'],
  ] as const)('%s: never more than it held, never backwards, all of it in the end', (phase, chemical) => {
    const release = vessel({
      phase,
      inventoryKg: 50,
      holeDiameterM: 0.03,
      pressurePa: phase === 'gas' ? 600_000 : 673_000,
    });
    const { leftKg, airborneKg } = outflow({ ...release, chemical }, chemicalOf(chemical, 'the test'), 5, 4000, air);
    for (let k = 1; k < leftKg.length; k += 1) {
      expect(leftKg[k] as number).toBeGreaterThanOrEqual(leftKg[k - 1] as number);
      expect(leftKg[k] as number).toBeLessThanOrEqual(50 + 1e-9);
      expect(airborneKg[k] as number).toBeGreaterThanOrEqual(airborneKg[k - 1] as number);
      expect(airborneKg[k] as number).toBeLessThanOrEqual((leftKg[k] as number) + 1e-9);
    }
    // Gas stops at the atmosphere's pressure: a rest stays inside, of a liquefied gas its last vapour.
    expect(leftKg[4000] as number).toBeGreaterThan(phase === 'gas' ? 30 : 49.8);
  });
  it('gives gas off fast at first and then ever slower', () => {
    const { leftKg } = outflow(vessel({ phase: 'gas', inventoryKg: 20 }), chlorine, 1, 400, air);
    const rate = (k: number): number => (leftKg[k + 1] as number) - (leftKg[k] as number);
    expect(rate(0)).toBeGreaterThan(rate(100));
    expect(rate(100)).toBeGreaterThan(rate(300));
  });
  it('starts and stops when told, to the second', () => {
    const release: Release = { ...vessel({}), source: { kind: 'rate', kgPerS: 2 }, startS: 7, stopS: 33 };
    const { leftKg } = outflow(release, chlorine, 5, 20, air);
    expect(leftKg[1]).toBe(0);
    expect(leftKg[2]).toBeCloseTo(6, 12);
    expect(leftKg[20]).toBeCloseTo(52, 12);
  });
  it('lets a cold liquid into the air only as its pool evaporates', () => {
    const release: Release = {
      ...vessel({ phase: 'liquid', inventoryKg: 5000, holeDiameterM: 0.05 }),
      chemical: 'benzene',
    };
    const { leftKg, airborneKg } = outflow(release, chemicalOf('benzene', 'the test'), 5, 60, air);
    expect(airborneKg[60] as number).toBeGreaterThan(0);
    expect(airborneKg[60] as number).toBeLessThan(0.1 * (leftKg[60] as number));
  });
});

describe('a release that makes no sense is refused in one sentence', () => {
  const refuse = (release: Release) => () => outflow(release, chemicalOf(release.chemical, 'the test'), 5, 10, air);
  it.each([
    [
      'a hole wider than the vessel',
      vessel({ inventoryKg: 10, holeDiameterM: 1 }),
      'UPW_ENGINE_HOLE_TOO_LARGE',
      /10 kg/,
    ],
    [
      'gas below the atmosphere',
      vessel({ phase: 'gas', pressurePa: 90_000 }),
      'UPW_ENGINE_VESSEL_PRESSURE',
      /90000 Pa/,
    ],
    [
      'a liquefied gas that is too cold to press',
      vessel({ temperatureK: 200, pressurePa: 20_000 }),
      'UPW_ENGINE_VESSEL_PRESSURE',
      /liquid/,
    ],
    [
      'methane liquefied at room temperature',
      { ...vessel({}), chemical: 'methane' },
      'UPW_ENGINE_PHASE_IMPOSSIBLE',
      /critical/,
    ],
    [
      'liquid hydrogen at room temperature',
      { ...vessel({ phase: 'liquid' }), chemical: 'hydrogen' },
      'UPW_ENGINE_PHASE_IMPOSSIBLE',
      /gas/,
    ],
  ])('%s', (_name, release, code, message) => {
    expect(refuse(release)).toThrowError(expect.objectContaining({ code, message: expect.stringMatching(message) }));
    expect(refuse(release)).toThrowError(/R1/);
  });
});
