import { Worker } from 'node:worker_threads';
import { branchIncident, type Incident, readIncident } from '@upwind/scenarios';
import { type Element, readSite, type Site } from '@upwind/scenes';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { joinCrew } from '../crew/join.ts';
import { portOfWorker } from '../worker/ports.ts';
import { runIncident } from './conductor.ts';
import type { IncidentResult } from './run.ts';

const block = (id: string, x: number, y: number, heightM: number): Element => ({
  id,
  kind: id.startsWith('tank') ? 'storage-tank' : 'warehouse',
  name: { zh: id, en: id },
  at: [x, y, 0],
  shape: id.startsWith('tank')
    ? { kind: 'vertical-cylinder', radiusM: 8, heightM }
    : { kind: 'box', lengthM: 20, widthM: 30, heightM },
});
/** Blocks that overlap, a tank and a pond. */
const elements: readonly Element[] = [
  block('hall', 60, 60, 12),
  block('annex', 72, 66, 8),
  block('tank', 30, 70, 9),
  {
    id: 'pond',
    kind: 'water',
    name: { zh: '池', en: 'Pond' },
    at: [90, 20, 0],
    shape: { kind: 'box', lengthM: 15, widthM: 15, heightM: 0.1 },
  },
];
const yard = (extentM: number, stands: readonly Element[]): Site =>
  readSite(
    {
      id: 'yard',
      kind: 'chemical-park',
      name: { zh: '院子', en: 'Yard' },
      origin: { lat: 31, lon: 121, heightM: 0 },
      extent: { min: [0, 0], max: [extentM, extentM] },
      roughnessM: 0.1,
      elements: stands,
      points: [],
    },
    'the yard',
  );
const sites = [yard(100, elements), yard(100, []), yard(1, [])];

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const air = fc.record({
  windSpeedMPerS: fc.oneof(number(0, 60), number(1, 8), fc.constantFrom(0, 60)),
  windFromDeg: number(0, 360),
  windHeightM: fc.constantFrom(2, 10, 50),
  temperatureK: number(250, 315),
  stability: fc.constantFrom('A', 'D', 'F'),
});
const state = {
  phase: fc.constantFrom('gas', 'liquid', 'liquefied-gas'),
  pressurePa: number(9e4, 2e6),
  temperatureK: number(240, 330),
};
const source = fc.oneof(
  fc.record({ kind: fc.constant('rate'), kgPerS: fc.oneof(number(1e-9, 1e5), number(0.1, 10)) }),
  fc.record({ kind: fc.constant('rate'), kgPerS: number(0.1, 10), phase: fc.constantFrom('gas', 'liquid') }),
  fc.record({
    kind: fc.constant('vessel'),
    ...state,
    inventoryKg: number(1, 1e5),
    holeDiameterM: number(0.001, 2),
  }),
  fc.record({ kind: fc.constant('pipe'), ...state, lengthM: number(1, 5000), diameterM: number(0.01, 1) }),
  fc.record({ kind: fc.constant('rupture'), ...state, inventoryKg: fc.oneof(number(1, 1e5), fc.constant(1e9)) }),
  fc.record({ kind: fc.constant('pool'), temperatureK: number(230, 310), inventoryKg: number(1, 1e5) }),
);
const release = fc.record({
  at: fc.oneof(
    fc.tuple(number(-30, 130), number(-30, 130), number(-1, 40)),
    fc.tuple(number(50, 75), number(50, 75), number(0, 15)),
    fc.constantFrom([90, 20, -0.5], [30, 70, 1], [500, 0, 2], [0, 0, 300], [0, 0, -5], [9000, 0, 1]),
  ),
  chemical: fc.constantFrom('chlorine', 'ammonia', 'carbon-monoxide', 'hydrogen', 'propane', 'nonesuch'),
  source,
  startS: fc.constantFrom(0, 0, 7, 100),
});
const made = fc.record({
  model: fc.constantFrom('screening', 'resolved', 'resolved'),
  deposition: fc.boolean(),
  durationS: fc.constantFrom(10, 20, 30),
  seed: fc.nat(),
  air: fc.array(air, { minLength: 1, maxLength: 4 }),
  releases: fc.array(release, { minLength: 1, maxLength: 3 }),
});
const incidentOf = ({ air: samples, ...rest }: typeof made extends fc.Arbitrary<infer T> ? T : never): Incident =>
  readIncident(
    {
      ...rest,
      id: 'fuzz',
      site: 'yard',
      title: 'Fuzz',
      mode: 'rehearsal',
      startTime: 1_780_279_200_000,
      weather: samples.map((sample, k) => ({ timeS: 6 * k, ...sample })),
      releases: rest.releases.map((one, k) => ({ ...one, id: `R${k}` })),
      people: [],
    },
    'the fuzz',
  );

/** What every result promises, whatever went in. */
function expectSound(result: IncidentResult): void {
  for (const field of result.fields) {
    const { concentration, toxicLoad, releasedKg, grid, volume } = field;
    expect(concentration.every((value) => value >= 0 && value < 1e12)).toBe(true);
    expect(toxicLoad.every((value) => value >= 0 && value < Number.POSITIVE_INFINITY)).toBe(true);
    expect(releasedKg.every((value, k) => value >= (releasedKg[k - 1] ?? 0) && Number.isFinite(value))).toBe(true);
    expect(grid.nx * grid.ny).toBeLessThanOrEqual(40_000);
    expect(volume?.frames.every(({ ni, nj, nk, codes }) => codes.length === ni * nj * nk) ?? true).toBe(true);
  }
  for (const { areaM2, reachM } of result.zones) expect(Number.isFinite(areaM2 + reachM)).toBe(true);
}

/** The result, or the code of the one sentence that refuses it. */
function outcome(site: Site, incident: Incident): IncidentResult | string {
  try {
    return runIncident({ site, incident });
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    expect(String(code ?? (error as Error).stack)).toMatch(/^UPW_ENGINE_(?!FAILED)/);
    expect(message).not.toMatch(/\n|undefined|\[object/);
    return String(code);
  }
}

const workers: Worker[] = [];
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.terminate()));
});

describe('an attacked run', () => {
  it('gives one sentence or a bounded result, the same twice (seed 20260703)', () => {
    let ran = 0;
    fc.assert(
      fc.property(made, fc.constantFrom(...sites), (draft, site) => {
        const incident = incidentOf(draft);
        const result = outcome(site, incident);
        if (typeof result === 'string') return;
        ran += 1;
        expectSound(result);
        if (ran % 4 === 0) expect((outcome(site, incident) as IncidentResult).hash).toBe(result.hash);
      }),
      { seed: 20_260_703, numRuns: 60, endOnFailure: true },
    );
    expect(ran).toBeGreaterThan(12);
  }, 120_000);

  const leak = incidentOf({
    model: 'resolved',
    deposition: false,
    durationS: 30,
    seed: 5,
    air: [{ windSpeedMPerS: 4, windFromDeg: 250, windHeightM: 10, temperatureK: 293, stability: 'D' }],
    releases: [
      { at: [20, 40, 1], chemical: 'carbon-monoxide', source: { kind: 'rate', kgPerS: 1 }, startS: 0 },
      { at: [40, 30, 1], chemical: 'chlorine', source: { kind: 'rate', kgPerS: 2 }, startS: 7 },
    ],
  });
  const site = sites[0] as Site;

  it('bounds a burst whose light gas leaves the grid upwards at once', () => {
    const [first] = leak.releases;
    if (first === undefined) throw new Error('the leak has a release');
    const source = { kind: 'rupture', phase: 'gas', pressurePa: 543_000, temperatureK: 268, inventoryKg: 1e4 } as const;
    const burst = { ...leak, durationS: 10, releases: [{ ...first, chemical: 'hydrogen', source }] };
    expectSound(runIncident({ site, incident: burst }));
  });

  it.each(['screening', 'resolved'] as const)('keeps what was before a branch, computed by the %s model', (model) => {
    const whole = runIncident({ site, incident: { ...leak, model } });
    const [sample] = leak.weather;
    if (sample === undefined) throw new Error('the leak has weather');
    const weather = [{ ...sample, windFromDeg: 40 }];
    const branched = branchIncident({ ...leak, model }, 20, { weather }, 'turned');
    const other = runIncident({ site, incident: branched });
    whole.fields.forEach(({ concentration, timesS, grid }, n) => {
      const upTo = grid.nx * grid.ny * (timesS.indexOf(20) + 1);
      const there = other.fields[n]?.concentration ?? new Float32Array(0);
      expect(there.subarray(0, upTo)).toEqual(concentration.subarray(0, upTo));
      expect(there.subarray(upTo)).not.toEqual(concentration.subarray(upTo));
    });
  });

  it('has the same bytes when a thread of its crew dies within a job', () => {
    const worker = new Worker(new URL('../crew/dying-thread.testing.ts', import.meta.url));
    workers.push(worker);
    const crew = joinCrew([portOfWorker(worker)], { patienceMs: 200 });
    expect(runIncident({ site, incident: leak, crew }).hash).toBe(runIncident({ site, incident: leak }).hash);
  });
});
