import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { boundaryLayerOf } from '../weather/boundary-layer.ts';
import { type Breath, cleanAir } from './breath.ts';
import { airChangesOf, doseIndoors } from './shelter.ts';

/** A cloud of an n = 2 poison from second 300 to 900; outdoors a second costs a thousandth of AEGL-2. */
const passing: Breath = {
  ...cleanAir,
  poisons: [
    {
      kgPerM3At: (_x, _y, t) => (t >= 300 && t < 900 ? 1e-5 : 0),
      aegl2PerS: (c) => (c / 1e-5) ** 2 / 1000,
      aegl3PerS: (c) => (c / 1e-5) ** 2 / 10_000,
    },
  ],
  aegl2PerS: (_x, _y, t) => (t >= 300 && t < 900 ? 1e-3 : 0),
  aegl3PerS: (_x, _y, t) => (t >= 300 && t < 900 ? 1e-4 : 0),
};
const dose = (breath: Breath, perHour: number, untilS = 3600) => doseIndoors(breath, [0, 0], untilS, () => perHour);

describe('shelter', () => {
  it('spares nearly all of a short cloud where the building is shut, and tells when to open it', () => {
    const { aegl2, aegl3, ventilateAtS } = dose(passing, 0.5);
    expect(aegl2).toBeLessThan(0.1 * 0.6);
    expect(aegl3 / aegl2).toBeCloseTo(0.1, 9);
    expect(ventilateAtS).toBeGreaterThanOrEqual(900);
    expect(ventilateAtS).toBeLessThan(930);
  });
  it('spares more than the load seeping in by itself would, for a poison whose load grows faster than its concentration', () => {
    const { poisons: _poisons, ...loads } = passing;
    expect(dose(passing, 0.5).aegl2).toBeLessThan(0.5 * dose(loads, 0.5).aegl2);
  });
  it('of an open building is as outdoors; while the cloud stands nobody is told to open up', () => {
    expect(dose(passing, 200).aegl2).toBeCloseTo(0.6, 1);
    expect(dose(passing, 0.5, 800).ventilateAtS).toBeUndefined();
    expect(dose(cleanAir, 0.5)).toEqual({ aegl2: 0, aegl3: 0 });
  });
  it('knows a control room as tighter than a warehouse, and more wind as more air', () => {
    const of = (kind: string) => chemicalPark.elements.find((element) => element.kind === kind);
    const air = (windSpeedMPerS: number) => () =>
      boundaryLayerOf({
        windSpeedMPerS,
        windFromDeg: 0,
        windHeightM: 10,
        temperatureK: 283,
        roughnessM: 0.1,
        inverseObukhovPerM: 0,
        stability: 'D',
      });
    const changes = (kind: string, wind: number) => airChangesOf(of(kind), air(wind))(0);
    expect(changes('control-room', 4)).toBeLessThan(0.3 * changes('warehouse', 4));
    expect(changes('office', 8)).toBeGreaterThan(changes('office', 2));
    expect(airChangesOf(undefined, undefined)(0)).toBe(0.5);
  });
});
