import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { chlorineLeak } from '../library/chlorine-leak.ts';
import { readIncident } from './read-incident.ts';

const base = chlorineLeak(chemicalPark);
const read = (change: object) => () =>
  readIncident({ ...base, releases: [{ ...base.releases[0], ...change }] }, 'test.json', chemicalPark);
const vessel = {
  kind: 'vessel',
  phase: 'gas',
  pressurePa: 5e5,
  temperatureK: 300,
  inventoryKg: 9,
  holeDiameterM: 0.01,
};
const line = { phase: 'liquid', pressurePa: 5e5, temperatureK: 300, diameterM: 0.1 };

describe('a release', () => {
  it.each([
    ['as it always was', { source: vessel }],
    ['a rate', { source: { kind: 'rate', kgPerS: 1 } }],
    ['a sphere', { source: { ...vessel, shape: 'sphere', levelShare: 0.7, holeHeightM: 1, backPressurePa: 2e5 } }],
    ['a pipe', { source: { ...line, kind: 'pipe', lengthM: 50, feedKgPerS: 2 } }],
    ['a burst', { source: { kind: 'rupture', phase: 'gas', pressurePa: 5e5, temperatureK: 300, inventoryKg: 9 } }],
    [
      'a spill in a bund on water',
      {
        source: { kind: 'pool', temperatureK: 290, inventoryKg: 9 },
        surface: 'water',
        bund: { areaM2: 9, heightM: 1 },
      },
    ],
    [
      'acted upon',
      {
        source: vessel,
        actions: [
          { timeS: 60, kind: 'throttle', share: 0.5 },
          { timeS: 90, kind: 'close', overS: 20 },
          { timeS: 200, kind: 'start' },
          { timeS: 300, kind: 'stop' },
        ],
      },
    ],
    ['pointing up', { source: vessel, jet: { towardsDeg: 90, upDeg: 45 } }],
  ])('%s is read', (_name, change) => {
    expect(read(change)).not.toThrow();
  });
  it.each([
    [
      'a hole of less than nothing',
      { source: { ...vessel, holeDiameterM: -1 } },
      /releases\[0\]\.source\.holeDiameterM must be > 0 \(>\)\. Correct/,
    ],
    [
      'a level above the top',
      { source: { ...vessel, levelShare: 2 } },
      /releases\[0\]\.source\.levelShare must be <= 1/,
    ],
    [
      'a pipe without length',
      { source: { ...line, kind: 'pipe' } },
      /releases\[0\]\.source must have required properties lengthM/,
    ],
    [
      'an unknown kind',
      { source: { kind: 'boom' } },
      /source\.kind must be one of its kinds \(vessel, rate, pipe, rupture, pool\)/,
    ],
    [
      'a share above one',
      { source: vessel, actions: [{ timeS: 5, kind: 'throttle', share: 3 }] },
      /actions\[0\]\.share must be <= 1/,
    ],
    [
      'a bund without height',
      { source: vessel, bund: { areaM2: 3 } },
      /releases\[0\]\.bund must have required properties heightM/,
    ],
  ])('with %s is refused for that alone', (_name, change, message) => {
    expect(read(change)).toThrowError(
      expect.objectContaining({ code: 'UPW_SCENARIO_INVALID', message: expect.stringMatching(message) }),
    );
  });
});
