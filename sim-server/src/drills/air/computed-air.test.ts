import { drills, type RuleProfile, ruleProfiles, type TrackPoint } from '@upwind/scenarios';
import { chemicalPark } from '@upwind/scenes';
import { doseAlong, runIncident } from '@upwind/sim-engine';
import { expect, test } from 'vitest';
import { ComputedAir } from './computed-air.ts';

const [drill] = drills;
const [profile] = ruleProfiles;
if (drill === undefined || profile === undefined) throw new Error('the library has a drill and its rules');
const result = runIncident({ site: chemicalPark, incident: drill.incident });
const airBy = (rules: RuleProfile) => new ComputedAir(result, drill.incident, rules);
const air = airBy(profile);

/** Stands at a place from second to second, ten times a second. */
function standing(x: number, y: number, fromS: number, toS: number): TrackPoint[] {
  return Array.from({ length: (toS - fromS) * 10 + 1 }, (_, tick) => [fromS + tick / 10, x, y, 1.65]);
}

test('DR21 a meter shows clean air upwind, gas in the cloud, and its alarms', () => {
  expect(air.meter([-300, 300, 1.5], 100)).toEqual({ chemical: 'chlorine', ppm: 0, alarm: 'none' });
  const inside = air.meter([-235, 130, 1.5], 100);
  expect(inside.ppm).toBeGreaterThan(50);
  expect(inside.alarm).toBe('high');
  // As an instrument shows it: tenths, hundredths below one.
  expect(inside.ppm * 10).toBeCloseTo(Math.round(inside.ppm * 10), 9);
});

test('DR21 the profile decides at which reading a meter alarms, else the zones of the run', () => {
  const rule = (id: string, value: number) => ({ id, value, unit: 'ppm', clause: 'test', trust: 'proposed' as const });
  const deaf = airBy({ ...profile, rules: [rule('meter-low-ppm', 1e4), rule('meter-high-ppm', 1e5)] });
  expect(deaf.meter([-235, 130, 1.5], 100).alarm).toBe('none');
  const nervous = airBy({ ...profile, rules: [rule('meter-low-ppm', 0.01), rule('meter-high-ppm', 1e5)] });
  expect(nervous.meter([-235, 130, 1.5], 100).alarm).toBe('low');
});

test('DR22 the dose grown tick by tick is the engine’s dose along the whole way', () => {
  const track = standing(-225, 140, 20, 80);
  const { dose, enteredS } = air.exposureAlong(track);
  const [field] = result.fields;
  if (field === undefined) throw new Error('the run has a field');
  const whole = doseAlong(
    field,
    track.map(([timeS, x, y]) => [x, y, timeS]),
    drill.incident.weather[0]?.temperatureK,
  );
  expect(dose.fraction['aegl-2'].at(-1)).toBeCloseTo(whole.aegl2 ?? Number.NaN, 2);
  expect(whole.aegl2).toBeGreaterThan(1);
  expect(dose.timesS).toHaveLength(61);
  for (const curve of Object.values(dose.fraction)) {
    expect(curve).toHaveLength(61);
    expect(curve).toEqual([...curve].sort((a, b) => a - b));
  }
  const entered = [enteredS['aegl-1'], enteredS['aegl-2']].map((timeS) => timeS ?? Number.NaN);
  expect(entered[0]).toBeGreaterThan(20);
  expect(entered[1]).toBeGreaterThanOrEqual(entered[0] ?? Number.NaN);
});

test('DR22 clean air leaves nothing behind', () => {
  const { dose, enteredS } = air.exposureAlong(standing(-300, 300, 0, 60));
  expect(enteredS).toEqual({});
  expect(Math.max(...Object.values(dose.fraction).flat())).toBe(0);
  expect(air.exposureAlong([])).toEqual({
    enteredS: {},
    dose: { timesS: [], fraction: { 'aegl-1': [], 'aegl-2': [], 'aegl-3': [] } },
  });
});

test('DR20 a leak is to be seen while it leaks', () => {
  expect(air.releasesAt(9.9)).toEqual([]);
  expect(air.releasesAt(10)).toEqual([{ release: 'r1', chemical: 'chlorine', at: [-256, 187, 0.6], kgPerS: 0.5 }]);
  expect(air.releasesAt(200)).toEqual([]);
});
