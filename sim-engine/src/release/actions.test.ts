import type { Release, ReleaseAction } from '@upwind/scenarios';
import { describe, expect, it } from 'vitest';
import { chemicalOf } from '../chemicals/table.ts';
import { dischargeOf } from './discharge.ts';

const air = () => ({ windSpeedMPerS: 3, temperatureK: 293.15 });
const left = (actions: ReleaseAction[], more: Partial<Release> = {}): Float64Array =>
  dischargeOf(
    { id: 'R1', at: [0, 0, 1], chemical: 'chlorine', startS: 0, source: { kind: 'rate', kgPerS: 2 }, actions, ...more },
    chemicalOf(more.chemical ?? 'chlorine', 'the test'),
    10,
    30,
    air,
  ).leftKg;

describe('actions on a release, whenever they come', () => {
  it('throttle it to a share', () => {
    expect(left([{ timeS: 45, kind: 'throttle', share: 0.25 }])[30]).toBeCloseTo(2 * (45 + 0.25 * 255), 9);
  });
  it('close its valve evenly within a time', () => {
    expect(left([{ timeS: 100, kind: 'close', overS: 60 }])[30]).toBeCloseTo(2 * (100 + 30), 9);
  });
  it('stop it, start it again, and count from where they stand', () => {
    const actions: ReleaseAction[] = [
      { timeS: 200, kind: 'start' },
      { timeS: 33, kind: 'stop' },
    ];
    expect(left(actions)[30]).toBeCloseTo(2 * (33 + 100), 9);
    expect(left(actions)[10]).toBe(left(actions)[4]);
  });
  it('open a valve again that was closing', () => {
    const actions: ReleaseAction[] = [
      { timeS: 0, kind: 'close', overS: 100 },
      { timeS: 50, kind: 'throttle', share: 1 },
    ];
    expect(left(actions)[30]).toBeCloseTo(2 * (37.5 + 250), 9);
  });
  it('never before the start nor after the stop', () => {
    const actions: ReleaseAction[] = [{ timeS: 5, kind: 'start' }];
    const kg = left(actions, { startS: 20, stopS: 25 });
    expect(kg[2]).toBe(0);
    expect(kg[30]).toBeCloseTo(10, 9);
  });
  it('are the same however they are ordered in the list', () => {
    const actions: ReleaseAction[] = [
      { timeS: 20, kind: 'throttle', share: 0.5 },
      { timeS: 90, kind: 'close', overS: 7 },
      { timeS: 150, kind: 'start' },
    ];
    expect(left([...actions].reverse())).toEqual(left(actions));
  });
  it('cannot be done to a burst', () => {
    const source: Release['source'] = {
      kind: 'rupture',
      phase: 'gas',
      pressurePa: 1e6,
      temperatureK: 300,
      inventoryKg: 10,
    };
    expect(() => left([{ timeS: 5, kind: 'stop' }], { source })).toThrowError(
      expect.objectContaining({ code: 'UPW_ENGINE_RELEASE_INVALID', message: expect.stringMatching(/"R1".*actions/) }),
    );
  });
});
