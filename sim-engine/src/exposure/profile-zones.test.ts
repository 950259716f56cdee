import { describe, expect, it } from 'vitest';
import { chemicalOf, chemicals } from '../chemicals/table.ts';
import type { FieldGrid, HazardField } from '../dispersion/hazard-field.ts';
import { codeOf, type HazardVolume } from '../dispersion/volume.ts';
import { lethalConcentration } from './fatality.ts';
import { layersAt } from './field-layers.ts';
import { isFlammable, lowerLimitShare } from './flammability.ts';
import { profileLevels, profileLimits, zoneProfiles } from './profile.ts';
import { profileZones } from './profile-zones.ts';

const grid: FieldGrid = { x0M: -100, y0M: -100, cellM: 5, nx: 41, ny: 41 };
const leastKgPerM3 = 1e-9;
const hill = (x: number, y: number, z: number) => 0.02 * Math.exp(-(x * x + y * y) / (2 * 20 ** 2) - z / 10);

/** A hill of gas that stands for 600 s, half as dense every 7 m up. */
function field(chemical: string): HazardField {
  const timesS = Float64Array.from([0, 300, 600]);
  const cells = grid.nx * grid.ny;
  const concentration = new Float32Array(3 * cells);
  const nz = 12;
  const codes = new Uint8Array(cells * nz);
  for (let j = 0; j < grid.ny; j += 1) {
    for (let i = 0; i < grid.nx; i += 1) {
      const [x, y] = [grid.x0M + 5 * i, grid.y0M + 5 * j];
      for (let k = 0; k < 3; k += 1) concentration[k * cells + j * grid.nx + i] = hill(x, y, 1.5);
      for (let k = 0; k < nz; k += 1) {
        codes[(k * grid.ny + j) * grid.nx + i] = codeOf(hill(x, y, 1 + 2 * k), leastKgPerM3);
      }
    }
  }
  const frame = { i0: 0, j0: 0, k0: 0, ni: grid.nx, nj: grid.ny, nk: nz, codes };
  const volume: HazardVolume = {
    grid: { ...grid, z0M: 1, layerM: 2, nz },
    leastKgPerM3,
    frames: [frame, frame, frame],
  };
  return {
    chemical,
    grid,
    heightM: 1.5,
    averagingTimeS: 600,
    timesS,
    concentration,
    toxicLoad: new Float32Array(3 * cells),
    releasedKg: new Float64Array(3),
    rateKgPerS: new Float64Array(3),
    model: { id: 'test', name: { zh: '试', en: 'test' }, assumptions: [], weaknesses: [] },
    volume,
  };
}

const setting = { minutes: 10, temperatureK: 293.15 };

describe('profiles', () => {
  it('of every chemical are finite, in order, and told in both languages', () => {
    for (const chemical of chemicals) {
      for (const [name, levels] of Object.entries(zoneProfiles)) {
        const limits = profileLimits(chemical, levels, { minutes: 45, temperatureK: 293.15 });
        let before = 0;
        for (const { limit, label } of name === 'escape' ? [] : limits) {
          expect(limit, `${chemical.id} ${label.en}`).toBeGreaterThanOrEqual(before);
          before = limit;
        }
        for (const { label } of limits) expect(label.zh.length * label.en.length).toBeGreaterThan(0);
      }
      expect(profileLimits(chemical, profileLevels, setting).length, chemical.id).toBeGreaterThan(0);
    }
  });
  it('name what they are: AEGL by time, an hour carried to another time, PAC, IDLH, the LFL', () => {
    const label = (id: string, level: (typeof profileLevels)[number], minutes = 10) =>
      profileLimits(chemicalOf(id, 'the test'), [level], { minutes, temperatureK: 293.15 })[0]?.label.en;
    expect(label('chlorine', 'aegl-2')).toBe('AEGL-2, 10 min: 2.8 ppm');
    expect(label('phosgene', 'aegl-2', 30)).toBe('AEGL-2, 30 min: 0.6 ppm (from 60 min by Cⁿt)');
    expect(label('chlorine', 'pac-2')).toBe('PAC-2, 60 min: 2 ppm');
    expect(label('chlorine', 'idlh')).toBe('IDLH, 30 min: 10 ppm');
    expect(label('propane', 'lfl-50')).toBe('50 % of the LFL: 0.85 vol%');
    expect(label('acetic-acid', 'erpg-3')).toBe('ERPG-3, 60 min: 250 ppm');
    expect(label('propane', 'fatal-50')).toBeUndefined();
  });
  it('lower flammable limits by a peak-to-mean ratio and say so', () => {
    const [plain] = profileLimits(chemicalOf('propane', 'the test'), ['lfl-100'], setting);
    const peaks = { ...setting, flammablePeakToMean: 2 };
    const [lowered] = profileLimits(chemicalOf('propane', 'the test'), ['lfl-100'], peaks);
    expect((plain?.limit ?? 0) / (lowered?.limit ?? 1)).toBeCloseTo(2, 12);
    expect(lowered?.label.en).toContain('peak-to-mean 2');
  });
});

describe('flammability', () => {
  it('is a share of the lower limit, and ends at the upper one', () => {
    const propane = chemicalOf('propane', 'the test');
    const [half] = profileLimits(propane, ['lfl-50'], setting);
    const limit = half?.limit ?? 0;
    expect(lowerLimitShare(propane, limit, 293.15)).toBeCloseTo(0.5, 12);
    expect([0.99, 2.01, 12, 13].map((times) => isFlammable(propane, times * limit, 293.15))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const chlorine = chemicalOf('chlorine', 'the test');
    expect([lowerLimitShare(chlorine, 1, 293.15), isFlammable(chlorine, 1, 293.15)]).toEqual([undefined, false]);
  });
});

describe('zones of a profile', () => {
  it('have the radius at which the gas falls to the limit, at head height and above', () => {
    const chlorine = field('chlorine');
    const [limit] = profileLimits(chemicalOf('chlorine', 'the test'), ['aegl-3'], setting);
    for (const heightM of [1.5, 4, 11, 20]) {
      const [zone] = profileZones(chlorine, { ...setting, levels: ['aegl-3'], timeS: 600, heightM });
      const top = 0.02 * Math.exp(-heightM / 10);
      const radius = 20 * Math.sqrt(2 * Math.log(top / (limit?.limit ?? 1)));
      expect(zone?.heightM).toBe(heightM);
      expect(Math.sqrt((zone?.areaM2 ?? 0) / Math.PI) / radius).toBeCloseTo(1, 1);
    }
  });
  it('shrink upwards and end above the gas', () => {
    let before = Number.POSITIVE_INFINITY;
    for (const heightM of [1.5, 3, 6, 12, 22]) {
      const [zone] = profileZones(field('chlorine'), { ...setting, levels: ['aegl-3'], timeS: 600, heightM });
      expect(zone?.areaM2).toBeLessThan(before);
      before = zone?.areaM2 ?? 0;
    }
    expect(profileZones(field('chlorine'), { ...setting, levels: ['aegl-3'], timeS: 600, heightM: 60 })).toEqual([]);
  });
  it('of fatality lie where the load of the time so far kills that share', () => {
    const chlorine = field('chlorine');
    const [one, half] = profileZones(chlorine, { ...setting, levels: ['fatal-1', 'fatal-50'], timeS: 600 });
    expect(one?.areaM2).toBeGreaterThan(half?.areaM2 ?? 0);
    const probit = chemicalOf('chlorine', 'the test').probits?.[0];
    const mg = probit ? lethalConcentration(probit, 0.5, 10) : 0;
    const radius = 20 * Math.sqrt(2 * Math.log((0.02 * Math.exp(-0.15) * 1e6) / mg));
    expect(Math.sqrt((half?.areaM2 ?? 0) / Math.PI) / radius).toBeCloseTo(1, 1);
    expect(profileZones(chlorine, { ...setting, levels: ['fatal-50'], timeS: 0 })).toEqual([]);
    const swinging = { ...setting, levels: ['fatal-50'] as const, timeS: 600, fluctuation: { intensity: 1 } };
    expect(profileZones(chlorine, swinging)[0]?.areaM2).toBeGreaterThan(half?.areaM2 ?? 0);
  });
  it('reach as far as their farthest place from the nearest source', () => {
    const [zone] = profileZones(field('chlorine'), {
      ...setting,
      levels: ['aegl-3'],
      timeS: 600,
      sources: [[0, 0]],
    });
    expect(zone?.reachM).toBeGreaterThan(Math.sqrt((zone?.areaM2 ?? 0) / Math.PI) * 0.98);
    expect(zone?.averagingTimeS).toBe(600);
  });
  it('are none at a height that the field does not know', () => {
    const { volume, ...flat } = field('chlorine');
    expect(volume).toBeDefined();
    expect(layersAt(flat, 12)).toBeUndefined();
    expect(profileZones(flat, { ...setting, levels: ['aegl-3'], timeS: 600, heightM: 12 })).toEqual([]);
    expect(profileZones(flat, { ...setting, levels: ['aegl-3'], timeS: 600, heightM: 1.7 })).toHaveLength(1);
  });
});
