import { Release } from '@upwind/scenarios';
import fc from 'fast-check';
import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { chemicals } from '../chemicals/table.ts';
import { dischargeOf } from './discharge.ts';

const number = (min: number, max: number) =>
  fc.oneof(
    fc.double({ min, max, noNaN: true }),
    fc.integer({ min: 0, max: 1000 }).map((share) => min + ((max - min) * share) / 1000),
    fc.constantFrom(min, max),
  );
const usual = <T>(rare: fc.Arbitrary<T>, often: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 1, arbitrary: rare }, { weight: 3, arbitrary: often });
const phase = fc.constantFrom('gas', 'liquid', 'liquefied-gas');
const contents = {
  phase,
  pressurePa: usual(number(1, 1e8), number(1.02e5, 3e6)),
  temperatureK: usual(number(20, 2000), number(230, 310)),
};
const inventoryKg = usual(number(1e-6, 1e9), number(10, 1e5));
const opening = usual(number(1e-6, 3), number(0.001, 0.2));
const source = fc.oneof(
  fc.record(
    {
      kind: fc.constant('vessel'),
      ...contents,
      inventoryKg,
      holeDiameterM: opening,
      shape: fc.constantFrom('sphere', 'horizontal-cylinder', 'vertical-cylinder'),
      diameterM: usual(number(1e-3, 200), number(0.5, 10)),
      levelShare: number(0, 1),
      holeHeightM: usual(number(0, 200), number(0, 3)),
      nozzleLengthM: number(0, 2),
      backPressurePa: usual(number(5e4, 1e8), number(1e5, 3e5)),
    },
    { requiredKeys: ['kind', 'phase', 'pressurePa', 'temperatureK', 'inventoryKg', 'holeDiameterM'] },
  ),
  fc.record(
    {
      kind: fc.constant('pipe'),
      ...contents,
      lengthM: usual(number(1e-3, 2e5), number(1, 5000)),
      diameterM: opening,
      holeDiameterM: opening,
      roughnessM: usual(number(1e-9, 0.01), number(1e-5, 1e-3)),
      feedKgPerS: usual(number(0, 1e5), number(0, 50)),
      inventoryKg,
      dropM: number(0, 200),
    },
    { requiredKeys: ['kind', 'phase', 'pressurePa', 'temperatureK', 'lengthM', 'diameterM'] },
  ),
  fc.record({ kind: fc.constant('rupture'), ...contents, inventoryKg }),
  fc.record(
    {
      kind: fc.constant('pool'),
      temperatureK: contents.temperatureK,
      inventoryKg,
      overS: usual(number(0, 604_800), number(0, 200)),
    },
    { requiredKeys: ['kind', 'temperatureK', 'inventoryKg'] },
  ),
  fc.record(
    {
      kind: fc.constant('rate'),
      kgPerS: usual(number(1e-9, 1e5), number(0.01, 10)),
      phase: fc.constantFrom('gas', 'liquid'),
      temperatureK: contents.temperatureK,
    },
    { requiredKeys: ['kind', 'kgPerS'] },
  ),
);
const timeS = number(0, 700);
const action = fc.oneof(
  fc.record({ timeS, kind: fc.constant('start') }),
  fc.record({ timeS, kind: fc.constant('throttle'), share: number(0, 1) }),
  fc.record({ timeS, kind: fc.constant('close'), overS: number(0, 300) }),
  fc.record({ timeS, kind: fc.constant('stop') }),
);
const release = fc.record(
  {
    id: fc.constant('R1'),
    at: fc.tuple(number(-100, 100), number(-100, 100), number(0, 60)),
    chemical: fc.constantFrom(...chemicals.map(({ id }) => id)),
    source,
    startS: number(0, 300),
    stopS: number(300, 900),
    actions: fc.array(action, { maxLength: 4 }),
    jet: fc.record({ towardsDeg: number(0, 360), upDeg: number(-90, 90) }),
    surface: fc.constantFrom('soil', 'concrete', 'water'),
    bund: fc.record({ areaM2: number(0.1, 1e4), heightM: number(0.01, 3) }),
  },
  { requiredKeys: ['id', 'at', 'chemical', 'source', 'startS'] },
);
const surroundings = fc.record(
  {
    windSpeedMPerS: number(0, 60),
    temperatureK: number(200, 340),
    pressurePa: number(60_000, 105_000),
    solarWPerM2: number(0, 1500),
  },
  { requiredKeys: ['windSpeedMPerS', 'temperatureK'] },
);

/** What there was at the start, where it is bounded. */
function stock({ source }: Release): number {
  if (source.kind === 'vessel' || source.kind === 'rupture' || source.kind === 'pool') return source.inventoryKg;
  return Number.POSITIVE_INFINITY;
}

describe('whatever fits the schema of a release', () => {
  it('is refused with a code and the release, or gives finite mass that closes (seed 20260301)', () => {
    let ran = 0;
    const kinds = new Set<string>();
    fc.assert(
      fc.property(release, surroundings, number(0.5, 60), (made, air, stepS) => {
        expect(Check(Release, made)).toBe(true);
        const one = made as Release;
        const chemical = chemicals.find(({ id }) => id === one.chemical);
        if (chemical === undefined) return;
        let discharge: ReturnType<typeof dischargeOf>;
        try {
          discharge = dischargeOf(one, chemical, stepS, 25, () => air);
        } catch (error) {
          expect((error as { code?: string }).code, String(error)).toMatch(/^UPW_ENGINE_/);
          expect(String(error)).toMatch(/R1/);
          return;
        }
        ran += 1;
        kinds.add(one.source.kind);
        let airborne = 0;
        for (let n = 0; n < 25; n += 1) {
          for (const each of discharge.sources) {
            const mass = each.massKg[n] as number;
            expect(mass).toBeGreaterThanOrEqual(0);
            airborne += mass;
            const drops = each.dropletShare[n] as number;
            expect(drops >= 0 && drops <= 1, `droplets ${drops}`).toBe(true);
            const shape = [each.temperatureK, each.radiusM, each.speedMPerS].map((series) => series[n] as number);
            for (const value of shape) expect(value >= 0 && value < 1e7, `${each.kind} ${value}`).toBe(true);
            if (mass > 0) expect(each.temperatureK[n] as number).toBeGreaterThan(4);
          }
          const left = discharge.leftKg[n + 1] as number;
          const pool = discharge.poolKg[n + 1] as number;
          expect(left).toBeGreaterThanOrEqual(discharge.leftKg[n] as number);
          expect(pool).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(stock(one) * (1 + 1e-9));
          expect(Math.abs(left - airborne - pool), `${left} = ${airborne} + ${pool}`).toBeLessThanOrEqual(
            1e-9 * (1 + left),
          );
        }
      }),
      { seed: 20_260_301, numRuns: 1500 },
    );
    expect(ran).toBeGreaterThan(400);
    expect([...kinds].sort()).toEqual(['pipe', 'pool', 'rate', 'rupture', 'vessel']);
  }, 120_000);

  it('is refused by name where any number is NaN, infinite or negative (seed 20260302)', () => {
    fc.assert(
      fc.property(
        release,
        fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1),
        fc.nat(),
        (made, bad, pick) => {
          const one = structuredClone(made) as Release;
          const fields = Object.entries(one.source).filter(([, value]) => typeof value === 'number');
          const [field] = fields[pick % fields.length] as [string, number];
          Object.assign(one.source, { [field]: bad });
          const chemical = chemicals.find(({ id }) => id === one.chemical);
          if (chemical === undefined) return;
          const run = () => dischargeOf(one, chemical, 5, 3, () => ({ windSpeedMPerS: 3, temperatureK: 290 }));
          expect(run).toThrowError(expect.objectContaining({ code: 'UPW_ENGINE_RELEASE_INVALID' }));
          expect(run).toThrowError(new RegExp(`R1.*source\\.${field}`));
        },
      ),
      { seed: 20_260_302, numRuns: 300 },
    );
  });
});
