import { expect, test } from 'vitest';
import { sunDirection, sunPosition } from './sun-position.ts';

/** NREL's Solar Position Algorithm, worked example (NREL/TP-560-34302, A.5): zenith 50.11162°, azimuth 194.34024°. */
test('agrees with the worked example of the NREL algorithm to a fiftieth of a degree', () => {
  const sun = sunPosition(Date.UTC(2003, 9, 17, 19, 30, 30), 39.742476, -105.1786);
  expect(Math.abs(sun.azimuthDeg - 194.34024)).toBeLessThan(0.02);
  expect(Math.abs(sun.elevationDeg - (90 - 50.11162))).toBeLessThan(0.03);
});

test('at noon of the equinox on the equator the sun is overhead', () => {
  const { elevationDeg } = sunPosition(Date.UTC(2026, 2, 20, 12, 7), 0, 0);
  expect(elevationDeg).toBeGreaterThan(89);
});

test('the direction points east in the morning and is a unit vector', () => {
  const [east, north, up] = sunDirection({ azimuthDeg: 90, elevationDeg: 30 });
  expect(Math.hypot(east, north, up)).toBeCloseTo(1, 12);
  expect(east).toBeGreaterThan(0.8);
  expect(Math.abs(north)).toBeLessThan(1e-9);
});
