import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hourlyModel } from './prediction.ts';
import { readArcMaxima, site } from './trials.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const data = join(process.env['UPWIND_DATA'] ?? resolve(root, '../shared/data'), 'dispersion');
const present = existsSync(join(data, 'aga_texas_building_downwash.csv'));
const needed = process.env['CI'] === 'true';

describe.skipIf(!present && !needed)('the building wake (reference data in UPWIND_DATA or ../shared/data)', () => {
  it('reads every observed arc', () => {
    const arcs = readArcMaxima(data);
    expect(arcs.length).toBeGreaterThan(0);
    for (const { maximum, distanceM, hour } of arcs) {
      expect(maximum).toBeGreaterThan(0);
      expect(distanceM).toBeGreaterThan(0);
      expect(hour.exitTemperatureK).toBeGreaterThan(300);
    }
  });
});

it('brings a stack before a building to the ground that passes overhead without it', () => {
  const hour = {
    experiment: 'wind square to the building',
    windSpeedMPerS: 6,
    windFromDeg: 180,
    stability: 'D',
    stackHeightM: 10,
    exitSpeedMPerS: 11,
    exitTemperatureK: 640,
  } as const;
  const maximum = (withBuilding: boolean): number => {
    const plume = hourlyModel(withBuilding)(hour);
    return Math.max(...site.bearingsDeg.map((bearing) => plume(bearing, 100)));
  };
  const [beside, open] = [maximum(true), maximum(false)];
  expect(open).toBeGreaterThan(0);
  expect(beside / open).toBeGreaterThan(3);
}, 60_000);
