import { Worker } from 'node:worker_threads';
import { branchIncident, type Incident, type IncidentChange } from '@upwind/scenarios';
import type { Element, Site } from '@upwind/scenes';
import { afterAll, describe, expect, it } from 'vitest';
import { joinCrew } from '../crew/join.ts';
import { SoloCrew } from '../crew/solo.ts';
import { portOfWorker } from '../worker/ports.ts';
import { incidentSteps, runIncident } from './conductor.ts';
import { concentrationAt } from './readings.ts';

const block: Element = {
  id: 'block',
  kind: 'warehouse',
  name: { zh: '仓库', en: 'Warehouse' },
  at: [100, 100, 0],
  shape: { kind: 'box', lengthM: 20, widthM: 40, heightM: 15 },
};
const site: Site = {
  id: 'yard',
  kind: 'chemical-park',
  name: { zh: '院子', en: 'Yard' },
  origin: { lat: 31, lon: 121, heightM: 0 },
  extent: { min: [0, 0], max: [200, 200] },
  roughnessM: 0.1,
  elements: [block],
  points: [],
};
const leakOf = (chemical: string, kgPerS: number): Incident => ({
  id: 'leak',
  site: 'yard',
  title: 'Leak',
  mode: 'rehearsal',
  startTime: Date.UTC(2026, 5, 1, 4),
  durationS: 120,
  seed: 3,
  model: 'resolved',
  weather: [{ timeS: 0, windSpeedMPerS: 4, windFromDeg: 270, windHeightM: 10, temperatureK: 293, stability: 'D' }],
  releases: [{ id: 'r1', at: [40, 100, 1], chemical, source: { kind: 'rate', kgPerS }, startS: 0 }],
  people: [],
});

const workers: Worker[] = [];
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.terminate()));
});

describe('a resolved run', () => {
  const light = leakOf('carbon-monoxide', 0.2);
  const alone = runIncident({ site, incident: light });
  const [field] = alone.fields;
  if (field === undefined) throw new Error('the leak has a field');

  it('names the models that made it and why', () => {
    expect(field.model.id).toContain('resolved-particles');
    expect(alone.notes.some(({ en }) => en.includes('computed as passive gas'))).toBe(true);
    const heavy = runIncident({ site, incident: leakOf('chlorine', 5) });
    expect(heavy.fields[0]?.model.id).toContain('dense-shallow');
    expect(heavy.notes.some(({ en }) => en.includes('computed as heavy gas'))).toBe(true);
  });

  it('keeps gas out of walls and lets it round them', () => {
    expect(concentrationAt(field, 100, 100, 120)).toBe(0);
    expect(concentrationAt(field, 80, 100, 120)).toBeGreaterThan(0);
    expect(concentrationAt(field, 125, 100, 120)).toBeGreaterThan(0);
    expect(field.concentration.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    expect(field.volume?.frames.length).toBe(field.timesS.length);
  });

  it('has the same bytes whatever the number of threads', () => {
    const worker = new Worker(new URL('../crew/crew-thread.testing.ts', import.meta.url));
    workers.push(worker);
    const together = runIncident({ site, incident: light, crew: joinCrew([portOfWorker(worker)]) });
    expect(together.hash).toBe(alone.hash);
  });

  it('gives the crew its memory back, at the end and when it is stopped', () => {
    const crew = new SoloCrew();
    const steps = incidentSteps(site, light, () => crew);
    for (let n = 0; n < 5; n += 1) steps.next();
    steps.return(undefined as never);
    const before = crew.floats(4);
    runIncident({ site, incident: light, crew });
    expect(crew.floats(4).at).toBeLessThan(before.at + 1024);
  });

  it('says in calm air that it is one of open ground', () => {
    const [sample] = light.weather;
    if (sample === undefined) throw new Error('the leak has weather');
    const calm = runIncident({ site, incident: { ...light, weather: [{ ...sample, windSpeedMPerS: 0.2 }] } });
    expect(calm.fields[0]?.model.id).toContain('screening');
    expect(calm.notes.some(({ en }) => en.startsWith('Calm'))).toBe(true);
    const later = [sample, { ...sample, timeS: 3600, windSpeedMPerS: 0 }];
    const before = runIncident({ site, incident: { ...light, weather: later } });
    expect(before.fields[0]?.model.id).toContain('resolved');
  });

  const second: Incident['releases'][number] = {
    id: 'r2',
    at: [60, 120, 1],
    chemical: 'carbon-monoxide',
    source: { kind: 'rate', kgPerS: 0.1 },
    startS: 60,
  };
  it.each<[string, Incident, IncidentChange]>([
    ['a leak that is stopped', light, { actions: { r1: [{ timeS: 60, kind: 'stop' }] } }],
    ['a leak that is throttled', light, { actions: { r1: [{ timeS: 60, kind: 'throttle', share: 0.3 }] } }],
    ['heavy gas that is stopped', leakOf('chlorine', 5), { actions: { r1: [{ timeS: 60, kind: 'stop' }] } }],
    ['a second leak', light, { releases: [second] }],
  ])('keeps every byte before a branch: %s', (_, incident, change) => {
    const before = incident === light ? alone : runIncident({ site, incident });
    const after = runIncident({ site, incident: branchIncident(incident, 60, change, 'branch') });
    const [a, b] = [before.fields[0], after.fields[0]];
    if (a === undefined || b === undefined) throw new Error('a field is missing');
    const upTo = a.grid.nx * a.grid.ny * (a.timesS.indexOf(60) + 1);
    expect(b.concentration.subarray(0, upTo)).toEqual(a.concentration.subarray(0, upTo));
    expect(b.concentration.subarray(upTo)).not.toEqual(a.concentration.subarray(upTo));
  });
});
