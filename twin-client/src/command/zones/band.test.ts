import { chlorineLeak } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { type ChanceZone, type EnsembleResult, type RunOptions, runIncident } from '@upwind/sim-engine';
import { afterEach, describe, expect, it } from 'vitest';
import { useBand } from './band.ts';
import { bandAt, bandLevel, bandStanding } from './band-view.ts';

const zone = (level: ChanceZone['level'], timeS: number, share: number): ChanceZone => ({
  chemical: 'chlorine',
  level,
  limitKgPerM3: 1e-5,
  timeS,
  share,
  rings: [],
  areaM2: 0,
});
const result: EnsembleResult = {
  incident: 'draft',
  members: 32,
  timesS: new Float64Array([0, 60, 120]),
  zones: [zone('aegl-2', 60, 0.1), zone('aegl-2', 60, 0.5), zone('aegl-3', 60, 0.1), zone('aegl-2', 120, 0.1)],
  spread: { zh: '风向', en: 'wind' },
};
const now = () => useBand.getState();
afterEach(() => now().clear());

describe('the rings of a band', () => {
  it('are those of the latest moment of the ensemble that is not after the shown one', () => {
    expect(bandAt(result, 'aegl-2', 59.9)).toMatchObject({ timeS: 0, zones: [] });
    expect(bandAt(result, 'aegl-2', 60).zones.map(({ share }) => share)).toEqual([0.1, 0.5]);
    expect(bandAt(result, 'aegl-2', 119).timeS).toBe(60);
    expect(bandAt(result, 'aegl-3', 5000)).toMatchObject({ timeS: 120, zones: [] });
  });

  it('are of the chosen level, or else of that of lasting harm', () => {
    const levels = ['aegl-1', 'aegl-2', 'aegl-3'] as const;
    expect(bandLevel(levels, 'aegl-3')).toBe('aegl-3');
    expect(bandLevel(levels, 'lfl-10')).toBe('aegl-2');
    expect(bandLevel(['lfl-10', 'lfl-50'], undefined)).toBe('lfl-50');
    expect(bandLevel([], 'aegl-1')).toBeUndefined();
  });
});

describe('a band on its way', () => {
  it('tells how far it is, and a stopped one says nothing more', async () => {
    let asked: RunOptions = {};
    let finish: (result: EnsembleResult) => void = () => undefined;
    const ended = now().compute(3, (options) => {
      asked = options;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    asked.onProgress?.(0.25);
    expect(now().band).toEqual({ kind: 'computing', run: 3, fraction: 0.25 });
    now().stop();
    expect(asked.signal?.aborted).toBe(true);
    expect(now().band).toEqual({ kind: 'stopped', run: 3 });
    asked.onProgress?.(0.5);
    finish(result);
    await ended;
    expect(now().band).toEqual({ kind: 'stopped', run: 3 });
  });

  it('that is finished stays when what follows is stopped, until the next is asked for', async () => {
    await now().compute(1, async () => result);
    now().stop();
    expect(now().band).toEqual({ kind: 'here', run: 1, result });
    await now().compute(2, async () => Promise.reject(new Error('no memory')));
    expect(now().band).toEqual({ kind: 'failed', run: 2, message: 'no memory' });
  });
});

describe('how a band stands', () => {
  const incident = { ...chlorineLeak(chemicalPark), durationS: 120 };
  const answer = runIncident({ site: chemicalPark, incident });
  const outcome = { incident, result: answer, stage: 'final', run: 7, wallMs: 1 } as const;
  const [field] = answer.fields;
  if (field === undefined) throw new Error('A leak has a field.');
  const head = { profile: 'aegl', heightM: field.heightM } as const;
  const here = { kind: 'here', run: 7, result } as const;

  it('is by its own outcome: the band of another run is not shown', () => {
    expect(bandStanding(here, outcome, field, head, false).kind).toBe('here');
    expect(bandStanding({ ...here, run: 6 }, outcome, field, head, true).kind).toBe('waiting');
    expect(bandStanding({ ...here, run: 6 }, outcome, field, head, false).kind).toBe('stopped');
    expect(bandStanding({ kind: 'none' }, outcome, field, head, true).kind).toBe('waiting');
  });

  it('is nothing for limits and heights that were not counted', () => {
    expect(bandStanding(here, outcome, field, { ...head, profile: 'idlh' }, false).kind).toBe('other-limits');
    expect(bandStanding(here, outcome, field, { ...head, profile: 'lel' }, false).kind).toBe('other-limits');
    expect(bandStanding(here, outcome, field, { ...head, heightM: 20 }, false).kind).toBe('other-height');
  });
});
