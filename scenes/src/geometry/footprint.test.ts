import { describe, expect, test } from 'vitest';
import type { Element, Shape } from '../site/element.ts';
import { centreOf, heightOf, isBody, volumeOf } from './body.ts';
import { footprint } from './footprint.ts';
import { ringArea, ringContains, signedRingArea } from './ring.ts';
import { strip } from './strip.ts';

const standing = (shape: Shape, headingDeg = 0): Element => ({
  id: 'X-1',
  kind: 'pad',
  name: { zh: '物', en: 'Thing' },
  at: [100, 50, 2],
  headingDeg,
  shape,
});

describe('footprint', () => {
  test('a sphere and a standing cylinder cover a circle around their place', () => {
    for (const shape of [
      { kind: 'sphere', radiusM: 8, centreHeightM: 10 },
      { kind: 'vertical-cylinder', radiusM: 8, heightM: 12 },
    ] as const) {
      const ring = footprint(standing(shape));
      expect(ringArea(ring)).toBeGreaterThan(0.98 * Math.PI * 64);
      expect(ringArea(ring)).toBeLessThan(Math.PI * 64);
      expect(signedRingArea(ring)).toBeGreaterThan(0);
      for (const [x, y] of ring) expect(Math.hypot(x - 100, y - 50)).toBeCloseTo(8);
    }
  });

  test('a box and a lying cylinder turn anticlockwise from east with their heading', () => {
    const box = footprint(standing({ kind: 'box', lengthM: 20, widthM: 4, heightM: 6 }, 90));
    expect(ringContains(box, [100, 59])).toBe(true);
    expect(ringContains(box, [109, 50])).toBe(false);
    const drum = footprint(standing({ kind: 'horizontal-cylinder', radiusM: 2, lengthM: 20, axisHeightM: 3 }, 45));
    expect(ringArea(drum)).toBeCloseTo(80);
    expect(ringContains(drum, [106, 56])).toBe(true);
    expect(ringContains(drum, [106, 44])).toBe(false);
  });

  test('an area is its own ring, a marker covers nothing', () => {
    const ring: [number, number][] = [
      [0, 0],
      [5, 0],
      [0, 5],
    ];
    expect(footprint(standing({ kind: 'area', ring, heightM: 1 }))).toEqual(ring);
    expect(footprint(standing({ kind: 'marker' }))).toEqual([]);
  });

  test('a path keeps its width round a bend and forgets repeated places', () => {
    const bend = strip(
      [
        [0, 0, 0],
        [0, 0, 0],
        [20, 0, 0],
        [20, 30, 0],
      ],
      4,
    );
    expect(ringArea(bend)).toBeCloseTo(50 * 4);
    expect(ringContains(bend, [21.9, -1.9])).toBe(true);
    expect(strip([[3, 3]], 4)).toEqual([]);
  });

  test('a hairpin throws no spike', () => {
    const hairpin = strip(
      [
        [0, 0],
        [100, 0],
        [0, 1],
      ],
      2,
    );
    for (const [x] of hairpin) expect(x).toBeLessThanOrEqual(102.1);
  });
});

describe('body', () => {
  const ball = standing({ kind: 'sphere', radiusM: 8, centreHeightM: 10 });
  const tank = standing({ kind: 'vertical-cylinder', radiusM: 2, heightM: 12 });
  const drum = standing({ kind: 'horizontal-cylinder', radiusM: 2, lengthM: 10, axisHeightM: 3 });
  const road = standing({
    kind: 'path',
    path: [
      [0, 0, 0],
      [10, 0, 0],
      [10, 30, 4],
    ],
    widthM: 3,
    heightM: 0,
  });

  test('height is the top above the ground it stands on', () => {
    expect([ball, tank, drum, road].map(heightOf)).toEqual([18, 12, 5, 0]);
    expect(heightOf(standing({ kind: 'marker' }))).toBe(0);
  });

  test('centre is the middle of the body, not of the ground below it', () => {
    expect(centreOf(ball)).toEqual([100, 50, 12]);
    expect(centreOf(tank)).toEqual([100, 50, 8]);
    expect(centreOf(drum)).toEqual([100, 50, 5]);
    const [x, y, z] = centreOf(road);
    expect(x).toBe(10);
    expect(y).toBeGreaterThan(9);
    expect(y).toBeLessThan(11);
    expect(z).toBeCloseTo((4 * y) / 30);
  });

  test('only what stands in the way is a body, with its volume', () => {
    expect([ball, tank, drum, road].map(isBody)).toEqual([true, true, true, false]);
    expect(volumeOf(ball)).toBeCloseTo(2144.66, 2);
    expect(volumeOf(tank)).toBeCloseTo(150.8, 1);
    expect(volumeOf(drum)).toBeCloseTo(125.66, 2);
    expect(volumeOf(road)).toBe(0);
  });
});
