import { expect, test } from 'vitest';
import { ecefOf, enuFromEcef, enuOf } from './ellipsoid.ts';

const ningbo = { lat: 29.9742, lon: 121.6411, heightM: 12.5 };

test('ECEF of known places agrees with the definition of WGS 84', () => {
  expect(ecefOf({ lat: 0, lon: 0, heightM: 0 })).toEqual([6_378_137, 0, 0]);
  const pole = ecefOf({ lat: 90, lon: 0, heightM: 0 });
  expect(pole[0]).toBeCloseTo(0, 6);
  expect(pole[2]).toBeCloseTo(6_356_752.314245, 5);
});

test('the origin of a site lies at zero of its own metres', () => {
  const [x, y, z] = enuOf(ningbo, ningbo);
  expect(Math.hypot(x, y, z)).toBeLessThan(1e-9);
});

test('a hundredth of a second of arc north is about 0.31 m of y, and height is z', () => {
  const [x, y, z] = enuOf({ ...ningbo, lat: ningbo.lat + 0.01 / 3600, heightM: 20 }, ningbo);
  expect(x).toBeCloseTo(0, 6);
  expect(y).toBeCloseTo(0.308, 3);
  expect(z).toBeCloseTo(7.5, 6);
});

test('the matrix takes ECEF to ENU to a tenth of a millimetre, six thousand kilometres from the centre', () => {
  const place = { lat: 29.9801, lon: 121.6302, heightM: 40 };
  const [x, y, z] = ecefOf(place);
  const m = enuFromEcef(ningbo);
  const row = (i: number) => (m[i] ?? 0) * x + (m[i + 4] ?? 0) * y + (m[i + 8] ?? 0) * z + (m[i + 12] ?? 0);
  const expected = enuOf(place, ningbo);
  for (const axis of [0, 1, 2] as const) expect(Math.abs(row(axis) - expected[axis])).toBeLessThan(1e-4);
});
