import type { Element, GroundPosition, Site } from '@upwind/scenes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groundHeightM, isBlocked, obstaclesOf, personRadiusM } from './obstacles.ts';
import { pushedOut, reached, runMPerS, velocityOf, walked, walkMPerS } from './walking.ts';

const name = { zh: '物', en: 'Thing' };
const warehouse: Element = {
  id: 'W-1',
  kind: 'warehouse',
  name,
  at: [20, 0, 0],
  headingDeg: 30,
  shape: { kind: 'box', lengthM: 20, widthM: 10, heightM: 6 },
};
const tank: Element = {
  id: 'T-1',
  kind: 'storage-tank',
  name,
  at: [-30, 10, 0],
  shape: { kind: 'vertical-cylinder', radiusM: 6, heightM: 10 },
};
const bund: Element = {
  id: 'B-1',
  kind: 'bund',
  name,
  at: [-30, 10, 0],
  shape: {
    kind: 'area',
    ring: [
      [-50, -5],
      [-10, -5],
      [-10, 25],
      [-50, 25],
    ],
    heightM: 1,
  },
};
const fence: Element = {
  id: 'F-1',
  kind: 'fence',
  name,
  at: [0, -60, 0],
  shape: {
    kind: 'path',
    path: [
      [-80, -60, 0],
      [80, -60, 0],
    ],
    widthM: 0.1,
    heightM: 2.2,
  },
};
const gate: Element = {
  id: 'G-1',
  kind: 'gate',
  name,
  at: [0, -60, 0],
  shape: { kind: 'box', lengthM: 8, widthM: 1, heightM: 3 },
};
const site: Site = {
  id: 'yard',
  kind: 'chemical-park',
  name,
  origin: { lat: 31, lon: 121, heightM: 4 },
  extent: { min: [-100, -100], max: [100, 100] },
  roughnessM: 0.3,
  elements: [warehouse, tank, bund, fence, gate],
  points: [],
};
const obstacles = obstaclesOf(site);

test('walking ahead goes where the body faces, running is faster, no stride is faster than a run', () => {
  const [east, north] = velocityOf({ ahead: 1, right: 0, run: false }, Math.PI / 2);
  expect(east).toBeCloseTo(walkMPerS);
  expect(north).toBeCloseTo(0);
  const [right] = velocityOf({ ahead: 0, right: 1, run: false }, 0);
  expect(right).toBeCloseTo(walkMPerS);
  expect(Math.hypot(...velocityOf({ ahead: 1, right: 1, run: true }, 1))).toBeCloseTo(runMPerS);
});

test('a walker never ends inside a body, wherever the walk starts and goes', () => {
  const metres = fc.double({ min: -60, max: 60, noNaN: true });
  const speed = fc.double({ min: -4.2, max: 4.2, noNaN: true });
  fc.assert(
    fc.property(metres, metres, speed, speed, fc.double({ min: 0, max: 3, noNaN: true }), (x, y, east, north, s) => {
      expect(isBlocked(obstacles, walked(obstacles, [x, y], [east, north], s))).toBe(false);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('walking into a wall slides along it', () => {
  const end = walked(obstacles, [-20, -58], [1, -3], 2);
  expect(end[1]).toBeGreaterThanOrEqual(-60 + personRadiusM - 1e-3);
  expect(end[0]).toBeCloseTo(-18, 1);
});

test('no step is long enough to skip a fence', () => {
  expect(walked(obstacles, [-40, -50], [0, -40], 1)[1]).toBeGreaterThan(-60);
});

test('the gate is open in the fence', () => {
  expect(walked(obstacles, [0, -55], [0, -2], 5)[1]).toBeCloseTo(-65, 3);
});

test('a bund is left over the steps in the middle of its long sides, and only there', () => {
  const from: GroundPosition = [-30, -1];
  expect(walked(obstacles, from, [0, -2], 5)[1]).toBeLessThan(-8);
  expect(walked(obstacles, [-45, -1], [0, -2], 5)[1]).toBeGreaterThan(-5);
  expect(groundHeightM(obstacles, [-30, -5])).toBeCloseTo(1);
  expect(groundHeightM(obstacles, [-30, -8])).toBe(0);
  expect(groundHeightM(obstacles, [-40, -5])).toBe(0);
});

test('a straight way ends before what stands in it', () => {
  const end = reached(obstacles, [-60, 40], [-30, 10]);
  expect(end).not.toEqual([-30, 10]);
  expect(reached(obstacles, [0, 40], [30, 40])).toEqual([30, 40]);
});

test('somebody who starts inside a body is put beside it', () => {
  const out = pushedOut(obstacles, [-30, 10]);
  expect(isBlocked(obstacles, out)).toBe(false);
});

test('nobody leaves the ground of the site', () => {
  expect(walked(obstacles, [90, 90], [4, 4], 60)).toEqual([100 - personRadiusM, 100 - personRadiusM]);
});
