import { Worker } from 'node:worker_threads';
import { chlorineLeak, type Incident } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concentrationAt } from '../incident/readings.ts';
import { connectEngine, type Engine } from './connect.ts';
import type { KeptRun } from './kept-run.ts';
import { portOfWorker } from './ports.ts';

const site = chemicalPark;
const leak: Incident = { ...chlorineLeak(site), durationS: 300, people: [] };
const [release] = leak.releases;

describe('a run that the engine keeps', () => {
  let worker: Worker;
  let engine: Engine;
  let run: KeptRun;
  beforeAll(async () => {
    worker = new Worker(new URL('./engine-thread.testing.ts', import.meta.url));
    engine = connectEngine(portOfWorker(worker));
    run = await engine.keep(site, leak);
  });
  afterAll(() => worker.terminate());

  it('tells what a meter at a place would have shown', async () => {
    const [x, y] = release?.at ?? [0, 0];
    const [field] = run.result.fields;
    if (field === undefined) throw new Error('the leak has no field');
    const [curve] = await run.probe([x, y, 1.5]);
    expect(curve?.chemical).toBe('chlorine');
    expect(curve?.timesS.length).toBe(field.timesS.length);
    expect(curve?.kgPerM3[10]).toBe(concentrationAt(field, x, y, field.timesS[10] ?? 0));
    expect(curve?.toxicLoad.at(-1)).toBeGreaterThan(0);
  });

  it('cuts a slice and lists the zones of a time', async () => {
    const slice = await run.slice('chlorine', 200, 1.5);
    expect(slice.kgPerM3.length).toBe(slice.nx * slice.ny);
    expect(Math.max(...slice.kgPerM3)).toBeGreaterThan(0);
    const zones = await run.zones(200);
    expect(zones.length).toBeGreaterThan(0);
    expect(new Set(zones.map(({ timeS }) => timeS)).size).toBe(1);
  });

  it('refuses a question that it cannot answer, in one sentence, and lives on', async () => {
    await expect(run.slice('neon', 200, 1.5)).rejects.toMatchObject({ code: 'UPW_ENGINE_QUESTION' });
    await expect(run.probe([Number.NaN, 0, 0])).rejects.toMatchObject({ code: 'UPW_ENGINE_MESSAGE_INVALID' });
    expect(await run.zones(0)).toBeDefined();
  });

  it('branches: the same bytes up to the change, another plume after it', async () => {
    const turned = { timeS: 0, windSpeedMPerS: 4, windFromDeg: 20, windHeightM: 10, temperatureK: 293 };
    const branch = await run.branch(150, { weather: [turned] }, 'turned');
    const [before, after] = [run.result.fields[0], branch.result.fields[0]];
    if (before === undefined || after === undefined) throw new Error('a field is missing');
    const cells = before.grid.nx * before.grid.ny;
    const upTo = cells * (before.timesS.indexOf(150) + 1);
    expect(upTo).toBeGreaterThan(cells);
    expect(after.concentration.subarray(0, upTo)).toEqual(before.concentration.subarray(0, upTo));
    expect(after.concentration.subarray(upTo)).not.toEqual(before.concentration.subarray(upTo));
  });

  it('refuses a branch that would rewrite what has been', async () => {
    const actions = { [release?.id ?? '']: [{ timeS: 100, kind: 'stop' as const }] };
    await expect(run.branch(150, { actions }, 'stopped')).rejects.toMatchObject({ code: 'UPW_SCENARIO_REFERENCE' });
  });

  it('forgets what it is told to forget', async () => {
    const other = await engine.keep(site, { ...leak, id: 'other' });
    other.forget();
    await expect(other.zones(0)).rejects.toMatchObject({ code: 'UPW_ENGINE_QUESTION' });
  });

  it('gives the screening answer first where the resolved one was asked for', async () => {
    const previews: string[] = [];
    const asked: Incident = { ...leak, model: 'resolved' };
    const result = await engine.run(site, asked, {
      onPreview: ({ fields }) => previews.push(fields[0]?.model.id.replace(/-\d+$/, '') ?? ''),
    });
    expect(previews).toEqual(['screening-similarity']);
    expect(result.incident).toBe(leak.id);
  });

  it('counts an ensemble, and refuses one of no members', async () => {
    const band = await engine.ensemble(site, leak, 3);
    expect(band.members).toBe(3);
    expect(band.zones.length).toBeGreaterThan(0);
    await expect(engine.ensemble(site, leak, 0)).rejects.toMatchObject({ code: 'UPW_ENGINE_MESSAGE_INVALID' });
  });
});
