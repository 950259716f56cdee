import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { chlorineLeak } from '../library/chlorine-leak.ts';
import { readIncident } from '../reading/read-incident.ts';
import { branchIncident, type IncidentChange } from './branch.ts';

const leak = chlorineLeak(chemicalPark);
const name = leak.releases[0]?.id ?? '';
const weather = [{ timeS: 0, windSpeedMPerS: 4, windFromDeg: 20, windHeightM: 10, temperatureK: 293 }];
const branch = (atS: number, change: IncidentChange) => branchIncident(leak, atS, change, 'branch');

describe('a branch of an incident', () => {
  it('is a whole incident again, with another name and the change in it', () => {
    const turned = branch(300, {
      weather,
      actions: { [name]: [{ timeS: 400, kind: 'stop' }] },
    });
    expect(readIncident(turned, 'the branch', chemicalPark)).toBe(turned);
    expect(turned.id).toBe('branch');
    expect(turned.weatherChanges).toEqual([{ atS: 300, weather }]);
    expect(turned.releases[0]).toMatchObject({ actions: [{ timeS: 400, kind: 'stop' }] });
    expect(turned.weather).toBe(leak.weather);
  });

  it('puts what is done now in the place of what was planned for later', () => {
    const planned = branch(0, { actions: { [name]: [{ timeS: 500, kind: 'stop' }] } });
    const now = branchIncident(
      planned,
      200,
      { actions: { [name]: [{ timeS: 200, kind: 'close', overS: 30 }] } },
      'now',
    );
    expect(now.releases[0]?.actions).toEqual([{ timeS: 200, kind: 'close', overS: 30 }]);
    const late = branchIncident(branch(100, { weather }), 50, { weather }, 'late');
    expect(late.weatherChanges).toEqual([{ atS: 50, weather }]);
  });

  it.each<[string, number, IncidentChange, RegExp]>([
    ['a time after the end', leak.durationS, {}, /cannot branch/],
    ['no time', Number.NaN, {}, /cannot branch/],
    ['an action on what every object has', 300, { actions: { toString: [] } }, /has no release/],
    ['an action in the past', 300, { actions: { [name]: [{ timeS: 10, kind: 'stop' }] } }, /act later/],
    ['an action on nothing', 300, { actions: { nobody: [] } }, /has no release/],
    ['a release in the past', 300, { releases: leak.releases }, /before the branch/],
  ])('refuses %s in one sentence', (_, atS, change, words) => {
    expect(() => branch(atS, change)).toThrow(words);
  });
});
