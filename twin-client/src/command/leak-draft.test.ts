import { chemicalPark } from '@upwind/scenes';
import { describe, expect, it } from 'vitest';
import { incidentOf, isDayShift, peopleAt, vesselsOf } from './leak-draft.ts';

const weather = { timeS: 99, windSpeedMPerS: 3, windFromDeg: 270, windHeightM: 10, temperatureK: 293 };
/** 2026-06-01 04:00 UTC: noon in eastern China. */
const noon = Date.UTC(2026, 5, 1, 4);
const midnight = Date.UTC(2026, 5, 1, 16);

describe('a leak as the commander drafts it', () => {
  const [vessel] = vesselsOf(chemicalPark);

  it('offers only vessels that hold something under pressure, the largest first', () => {
    const vessels = vesselsOf(chemicalPark);
    expect(vessels.length).toBeGreaterThan(5);
    for (let i = 1; i < vessels.length; i++) {
      expect(vessels[i]?.contents.inventoryKg).toBeLessThanOrEqual(vessels[i - 1]?.contents.inventoryKg ?? 0);
    }
  });

  it('becomes an incident with the vessel’s contents, the given wind at second zero, and the people of the shift', () => {
    const draft = { element: vessel?.id ?? '', holeDiameterM: 0.025, durationS: 1800, stopS: 600 };
    const incident = incidentOf(draft, chemicalPark, weather, noon, 'test');
    expect(incident?.releases[0]?.source).toMatchObject({
      kind: 'vessel',
      holeDiameterM: 0.025,
      inventoryKg: vessel?.contents.inventoryKg,
    });
    expect(incident?.releases[0]?.stopS).toBe(600);
    expect(incident?.weather).toEqual([{ ...weather, timeS: 0 }]);
    expect(incident?.people.length).toBeGreaterThan(3);
  });

  it('is no incident when the vessel is not on the site', () => {
    const draft = { element: 'nowhere', holeDiameterM: 0.025, durationS: 1800 };
    expect(incidentOf(draft, chemicalPark, weather, noon, 'test')).toBeUndefined();
  });

  it('counts the day shift by the sun of the site', () => {
    expect(isDayShift(chemicalPark, noon)).toBe(true);
    expect(isDayShift(chemicalPark, midnight)).toBe(false);
    const heads = (time: number) => peopleAt(chemicalPark, time).reduce((sum, group) => sum + group.count, 0);
    expect(heads(noon)).toBeGreaterThan(heads(midnight));
  });
});
