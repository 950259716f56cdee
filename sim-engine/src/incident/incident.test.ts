import { chlorineLeak, drills, type Incident } from '@upwind/scenarios';
import { chemicalPark, type Site } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { signedArea } from '../exposure/zones.ts';
import { runIncident } from './conductor.ts';
import {
  concentrationAt,
  doseAlong,
  fractionsOf,
  insideZone,
  loadAlong,
  ppmOf,
  toxicLoadAt,
  zonesAt,
} from './readings.ts';

const site = chemicalPark;
const leak: Incident = { ...chlorineLeak(site), durationS: 600 };
const result = runIncident({ site, incident: leak });
const [field] = result.fields;
if (field === undefined) throw new Error('the leak has no field');
const [source] = leak.releases;
if (source === undefined) throw new Error('the leak has no release');
/** The place `along` metres downwind and `across` metres off the first wind's axis. */
const downwind = (along: number, across = 0): readonly [number, number] => {
  const to = ((330 + 180) * Math.PI) / 180;
  return [
    source.at[0] + along * Math.sin(to) + across * Math.cos(to),
    source.at[1] + along * Math.cos(to) - across * Math.sin(to),
  ];
};

describe('a run of an incident', () => {
  it('says the same twice', () => {
    const again = runIncident({ site, incident: leak });
    expect(again.hash).toBe(result.hash);
    expect(again.zones).toEqual(result.zones);
  });

  it('keeps the hash of a small case of its own', () => {
    const plain: Site = {
      id: 'plain',
      kind: 'chemical-park',
      name: { zh: '平地', en: 'Plain' },
      origin: { lat: 32, lon: 120, heightM: 0 },
      extent: { min: [-300, -200], max: [300, 200] },
      roughnessM: 0.1,
      elements: [
        {
          id: 'M',
          kind: 'muster-point',
          name: { zh: '集合点', en: 'Muster' },
          at: [0, 180, 0],
          shape: { kind: 'marker' },
        },
      ],
      points: [],
    };
    const wind = { windHeightM: 10, temperatureK: 288.15 };
    const incident: Incident = {
      id: 'golden',
      site: 'plain',
      title: 'ammonia',
      mode: 'rehearsal',
      startTime: 1_780_279_200_000,
      durationS: 300,
      seed: 1,
      weather: [
        { timeS: 0, windSpeedMPerS: 2.5, windFromDeg: 350, sigmaThetaDeg: 9, ...wind },
        { timeS: 200, windSpeedMPerS: 4, windFromDeg: 20, cloudOktas: 3, ...wind },
      ],
      releases: [
        {
          id: 'R1',
          at: [10, 20, 2],
          chemical: 'ammonia',
          source: {
            kind: 'vessel',
            phase: 'gas',
            pressurePa: 900_000,
            temperatureK: 300,
            inventoryKg: 400,
            holeDiameterM: 0.03,
          },
          startS: 12,
        },
      ],
      people: [{ id: 'P', at: [0, -60, 0], count: 3, startS: 40, walkingMPerS: 1.3 }],
    };
    // Changes only with the physics: whoever changes it says so in docs/methods/dispersion.md.
    expect(runIncident({ site: plain, incident }).hash).toMatchInlineSnapshot(`"a4f09c74a73c0166724f6b44e75cb02a"`);
  });

  it('changes its hash with anything that matters', () => {
    const hash = (change: Partial<Incident>): string => runIncident({ site, incident: { ...leak, ...change } }).hash;
    const [first] = leak.weather;
    if (first === undefined) throw new Error('the leak has no weather');
    expect(hash({ weather: [{ ...first, windFromDeg: 331 }] })).not.toBe(result.hash);
    expect(hash({ durationS: 610 })).not.toBe(result.hash);
  });

  it('holds finite concentrations that are nowhere negative, nothing upwind, most near the source', () => {
    expect(field.concentration.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    expect(concentrationAt(field, ...downwind(-100), 500)).toBe(0);
    const along = [50, 100, 200, 300].map((x) => concentrationAt(field, ...downwind(x), 590));
    expect([...along].sort((a, b) => b - a)).toEqual(along);
    expect(concentrationAt(field, ...downwind(150, 150), 590)).toBeLessThan(
      0.1 * concentrationAt(field, ...downwind(150), 590),
    );
  });

  it('counts what has left the vessel', () => {
    const { releasedKg, rateKgPerS, timesS } = field;
    expect(releasedKg[0]).toBe(0);
    for (let k = 1; k < releasedKg.length; k += 1) {
      expect(releasedKg[k] as number).toBeGreaterThan(releasedKg[k - 1] as number);
    }
    expect(rateKgPerS.at(-1)).toBeCloseTo(((releasedKg.at(-1) as number) - (releasedKg.at(-2) as number)) / 10, 3);
    expect(timesS[0]).toBe(0);
    expect(timesS.at(-1)).toBe(600);
  });

  it('lets the toxic load of a place only grow, and equal the load of somebody who stands there', () => {
    const [x, y] = downwind(120);
    let before = 0;
    for (let t = 0; t <= 600; t += 10) {
      const load = toxicLoadAt(field, x, y, t);
      expect(load).toBeGreaterThanOrEqual(before);
      before = load;
    }
    // The reading between cells differs from the cells' own loads by how Cⁿ bends there.
    const stood = loadAlong(field, [
      [x, y, 0],
      [x, y, 600],
    ]);
    expect(stood / before).toBeGreaterThan(0.8);
    expect(stood / before).toBeLessThan(1.25);
  });

  it('draws zones that are closed, turn the right way and lie inside one another', () => {
    expect(result.zones.length).toBeGreaterThan(60);
    for (const zone of result.zones) {
      expect(zone.areaM2).toBeGreaterThan(0);
      expect(zone.rings.reduce((sum, ring) => sum + signedArea(ring), 0)).toBeCloseTo(zone.areaM2, 6);
      for (const ring of zone.rings) expect(ring.length).toBeGreaterThanOrEqual(3);
    }
    for (const timeS of [100, 300, 600]) {
      const zones = zonesAt(result, timeS);
      const of = (level: string) => zones.find((zone) => zone.level === level);
      const [one, two, three] = [of('aegl-1'), of('aegl-2'), of('aegl-3')];
      if (one === undefined || two === undefined || three === undefined) throw new Error(`no zones at ${timeS} s`);
      expect(three.areaM2).toBeLessThan(two.areaM2);
      expect(two.areaM2).toBeLessThan(one.areaM2);
      expect(three.reachM).toBeLessThanOrEqual(two.reachM);
      for (const [x, y] of three.rings.flat()) {
        expect(concentrationAt(field, x, y, timeS)).toBeGreaterThan(two.limitKgPerM3);
      }
    }
  });

  it('keeps zones in time order', () => {
    const times = result.zones.map(({ timeS }) => timeS);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('advises every group, with a reason in both languages', () => {
    expect(result.advice.map(({ group }) => group)).toEqual(leak.people.map(({ id }) => id));
    for (const { reason } of result.advice) {
      expect(reason.zh).toMatch(/\p{Script=Han}/u);
      expect(reason.en).toMatch(/[a-z]/);
    }
  });

  it('names its model, its weaknesses and what it assumed, in both languages', () => {
    expect(field.model.weaknesses.length).toBeGreaterThan(3);
    expect(result.notes.map(({ en }) => en).join('\n')).toMatch(/Stability D/);
    expect(result.notes.every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true);
  });

  it('runs every drill of the house', () => {
    for (const drill of drills) expect(runIncident({ site, incident: drill.incident }).fields).toHaveLength(1);
  });

  it('tells its progress in order up to the end, and stops when asked', () => {
    const told: number[] = [];
    runIncident({ site, incident: leak, onProgress: (fraction) => told.push(fraction) });
    expect(told.length).toBeGreaterThan(30);
    expect([...told].sort((a, b) => a - b)).toEqual(told);
    expect(told.at(-1)).toBeLessThanOrEqual(1);
    let asked = 0;
    const shouldStop = (): boolean => {
      asked += 1;
      return asked > 5;
    };
    const stop = () => runIncident({ site, incident: leak, shouldStop });
    expect(stop).toThrowError(expect.objectContaining({ code: 'UPW_ENGINE_STOPPED' }));
    expect(asked).toBe(6);
  });
});

describe('readings of a result', () => {
  it('give a dose that grows with time spent and shrinks with distance', () => {
    const near = doseAlong(field, [
      [...downwind(100), 300],
      [...downwind(100), 360],
    ]);
    const longer = doseAlong(field, [
      [...downwind(100), 300],
      [...downwind(100), 420],
    ]);
    const off = doseAlong(field, [
      [...downwind(100, 60), 300],
      [...downwind(100, 60), 360],
    ]);
    expect((longer.aegl3 ?? 0) / (near.aegl3 ?? 1)).toBeGreaterThan(1.7);
    expect((longer.aegl3 ?? 0) / (near.aegl3 ?? 1)).toBeLessThan(2.2);
    expect(off.aegl3 ?? 1).toBeLessThan(near.aegl3 ?? 0);
    expect(near.aegl2 ?? 0).toBeGreaterThan(near.aegl3 ?? 1);
    expect(fractionsOf(field, 0)).toEqual({ aegl1: 0, aegl2: 0, aegl3: 0 });
  });
  it('of a way add up from its parts', () => {
    const [a, b] = [downwind(60, -80), downwind(60, 80)];
    const middle = downwind(60, 0);
    const whole = loadAlong(field, [
      [...a, 200],
      [...b, 320],
    ]);
    const parts =
      loadAlong(field, [
        [...a, 200],
        [...middle, 260],
      ]) +
      loadAlong(field, [
        [...middle, 260],
        [...b, 320],
      ]);
    expect(whole / parts).toBeCloseTo(1, 6);
    expect(whole).toBeGreaterThan(0);
  });
  it('know who stands in a zone and what a gas meter shows', () => {
    expect(insideZone(result, 'aegl-3', ...downwind(60), 500)).toBe(true);
    expect(insideZone(result, 'aegl-3', ...downwind(60, 200), 500)).toBe(false);
    expect(insideZone(result, 'lfl-10', ...downwind(60), 500)).toBe(false);
    expect(ppmOf('chlorine', 2.9e-6, 298.15)).toBeCloseTo(1, 2);
  });
});

describe('an incident that makes no sense is refused in one sentence', () => {
  const [release] = leak.releases;
  if (release === undefined) throw new Error('no release');
  it.each([
    ['another site', { ...leak, site: 'elsewhere' }, 'UPW_ENGINE_SITE_MISMATCH', /elsewhere/],
    [
      'a chemical without data',
      { ...leak, releases: [{ ...release, chemical: 'unobtainium' }] },
      'UPW_ENGINE_CHEMICAL_UNKNOWN',
      /unobtainium/,
    ],
    [
      'a release far away',
      { ...leak, releases: [{ ...release, at: [40_000, 0, 1] as [number, number, number] }] },
      'UPW_ENGINE_RELEASE_OUTSIDE',
      /40000/,
    ],
    [
      'a release under ground',
      { ...leak, releases: [{ ...release, at: [0, 0, -30] as [number, number, number] }] },
      'UPW_ENGINE_RELEASE_OUTSIDE',
      /-30/,
    ],
    ['a release after the end', { ...leak, releases: [{ ...release, startS: 700 }] }, 'UPW_ENGINE_RELEASE_TIME', /700/],
  ])('%s', (_name, incident, code, message) => {
    const run = () => runIncident({ site, incident: incident as Incident });
    expect(run).toThrowError(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });
});

describe('extremes give a bounded result that says what was assumed', () => {
  const [first] = leak.weather;
  if (first === undefined) throw new Error('no weather');
  it.each([
    ['no wind at all', { weather: [{ ...first, windSpeedMPerS: 0 }] }, /calm/],
    ['a hurricane', { weather: [{ ...first, windSpeedMPerS: 60 }] }, /Stability/],
    ['a whole day', { durationS: 86_400 }, /last reading is held/],
    ['ten seconds', { durationS: 10 }, /Stability/],
    [
      'a wind that goes round the compass',
      { weather: Array.from({ length: 60 }, (_, k) => ({ ...first, timeS: 10 * k, windFromDeg: (k * 47) % 361 })) },
      /Stability/,
    ],
    ['nobody there', { people: [] }, /Stability/],
  ])('%s', (_name, change, note) => {
    const run = runIncident({ site, incident: { ...leak, durationS: 120, ...change } });
    const [only] = run.fields;
    expect(only?.concentration.every((value) => value >= 0 && value < 3000)).toBe(true);
    expect((only?.timesS.length ?? 0) * (only?.grid.nx ?? 0) * (only?.grid.ny ?? 0)).toBeLessThan(6e6);
    expect(run.notes.map(({ en }) => en).join('\n')).toMatch(note);
  });
});
