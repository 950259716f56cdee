import { chlorineLeak, type Incident, readIncident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chemicals } from '../chemicals/table.ts';
import { runIncident } from './conductor.ts';

const site = { ...chemicalPark, points: [] };
const base = chlorineLeak(chemicalPark);

/** Anything the schema allows, half of it spread evenly over the range. */
const number = (min: number, max: number) =>
  fc.oneof(
    fc.double({ min, max, noNaN: true }),
    fc.integer({ min: 0, max: 1000 }).map((share) => min + ((max - min) * share) / 1000),
  );
const weather = fc.record(
  {
    timeS: number(0, 604_800),
    windSpeedMPerS: fc.oneof(number(0, 60), fc.constantFrom(0, 60)),
    windFromDeg: fc.oneof(number(0, 360), fc.constantFrom(0, 360)),
    windHeightM: fc.oneof(number(0.01, 300), fc.constantFrom(1e-9, 300)),
    temperatureK: number(200, 340),
    sigmaThetaDeg: number(0, 104),
    solarWPerM2: number(0, 1500),
    cloudOktas: number(0, 8),
    stability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    temperatureHeightM: number(0.01, 300),
    temperatureDifference: fc.record({
      lowerM: fc.oneof(number(0.01, 300), number(0.5, 5)),
      upperM: fc.oneof(number(0.01, 300), number(6, 100)),
      upperLessLowerK: number(-30, 30),
    }),
    netRadiationWPerM2: number(-300, 1200),
    mixingHeightM: number(10, 5000),
    pressurePa: number(45_000, 110_000),
    relativeHumidity: number(0, 1),
    rainMmPerH: number(0, 500),
  },
  { requiredKeys: ['timeS', 'windSpeedMPerS', 'windFromDeg', 'windHeightM', 'temperatureK'] },
);
const source = fc.oneof(
  fc.record({
    kind: fc.constant('vessel'),
    phase: fc.constantFrom('gas', 'liquid', 'liquefied-gas'),
    pressurePa: fc.oneof(number(1, 1e8), number(9e4, 2e6)),
    temperatureK: fc.oneof(number(20, 2000), number(240, 330)),
    inventoryKg: fc.oneof(number(1e-6, 1e9), number(1, 1e5)),
    holeDiameterM: fc.oneof(number(1e-6, 3), number(0.001, 0.1)),
  }),
  fc.record({ kind: fc.constant('rate'), kgPerS: fc.oneof(number(1e-9, 1e5), number(0.01, 10)) }),
  fc.record({
    kind: fc.constant('vessel'),
    phase: fc.constantFrom('gas', 'liquid', 'liquefied-gas'),
    pressurePa: number(1.1e5, 2e6),
    temperatureK: number(285, 300),
    inventoryKg: number(100, 1e5),
    holeDiameterM: number(0.001, 0.1),
  }),
);
const place = fc.tuple(number(-3000, 3000), number(-3000, 3000), number(-5, 400));
const near = fc.tuple(number(-400, 400), number(-300, 300), number(0, 60));
const release = fc.record(
  {
    id: fc.constant('R'),
    at: fc.oneof({ weight: 1, arbitrary: place }, { weight: 5, arbitrary: near }),
    chemical: fc.constantFrom(...chemicals.map(({ id }) => id)),
    source,
    startS: fc.oneof({ weight: 1, arbitrary: number(0, 604_800) }, { weight: 9, arbitrary: number(0, 9) }),
    stopS: number(8, 1000),
  },
  { requiredKeys: ['id', 'at', 'chemical', 'source', 'startS'] },
);
const anyIncident = fc.record({
  durationS: fc.oneof(number(10, 300), number(10, 86_400)),
  weather: fc.array(weather, { minLength: 1, maxLength: 4 }),
  releases: fc.array(release, { minLength: 1, maxLength: 2 }),
  startTime: fc.nat({ max: 4e12 }),
});

/** Four of five have their samples in order and a name of its own for each release. */
const incident = fc.tuple(anyIncident, fc.nat(4)).map(([made, dice]) =>
  dice === 0
    ? made
    : {
        ...made,
        weather: [...made.weather].sort((a, b) => a.timeS - b.timeS),
        releases: made.releases.map((one, k) => ({ ...one, id: `R${k}` })),
      },
);

describe('whatever fits the schema', () => {
  it('gives a typed refusal or a bounded result without NaN (seed 20260102)', () => {
    let ran = 0;
    fc.assert(
      fc.property(incident, (change) => {
        const whole = { ...base, people: base.people.slice(0, 2), ...change } as unknown;
        let read: Incident;
        try {
          read = readIncident(whole, 'fuzz', site);
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^UPW_SCENARIO_/);
          return;
        }
        try {
          const result = runIncident({ site, incident: read });
          ran += 1;
          for (const field of result.fields) {
            let worst = 0;
            for (const value of field.concentration) if (!(value >= 0 && value <= worst)) worst = value;
            expect(worst).toBeGreaterThanOrEqual(0);
            expect(worst).toBeLessThan(1e12);
            expect(field.toxicLoad.some(Number.isNaN)).toBe(false);
            expect(field.releasedKg.every(Number.isFinite)).toBe(true);
            expect(field.concentration.length).toBeLessThan(6e6);
          }
          for (const zone of result.zones) expect(Number.isFinite(zone.areaM2 + zone.reachM)).toBe(true);
        } catch (error) {
          expect((error as { code?: string }).code, String(error)).toMatch(/^UPW_ENGINE_/);
        }
      }),
      { seed: 20260102, numRuns: 40 },
    );
    expect(ran).toBeGreaterThan(10);
  }, 120_000);
});
