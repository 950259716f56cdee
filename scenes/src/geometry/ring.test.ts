import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clearanceM, distanceToRing, ringsOverlap } from './clearance.ts';
import { type Ring, ringArea, ringCentroid, ringContains } from './ring.ts';

const square: Ring = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];
const moved = (ring: Ring, east: number, north: number): Ring => ring.map(([x, y]) => [x + east, y + north]);
const metres = fc.double({ min: -400, max: 400, noNaN: true });

describe('ring', () => {
  test('area and centre do not depend on the turning sense or the place', () => {
    fc.assert(
      fc.property(metres, metres, (east, north) => {
        const ring = moved(square, east, north);
        for (const turned of [ring, [...ring].reverse()]) {
          expect(ringArea(turned)).toBeCloseTo(100, 6);
          expect(ringCentroid(turned)[0]).toBeCloseTo(east + 5, 6);
          expect(ringCentroid(turned)[1]).toBeCloseTo(north + 5, 6);
        }
      }),
    );
  });

  test('a ring of no area has its corners’ mean as centre', () => {
    expect(
      ringCentroid([
        [0, 0],
        [4, 0],
        [2, 0],
      ]),
    ).toEqual([2, 0]);
  });

  test('a hollow of a concave ring is outside', () => {
    const horseshoe: Ring = [
      [0, 0],
      [10, 0],
      [10, 10],
      [7, 10],
      [7, 3],
      [3, 3],
      [3, 10],
      [0, 10],
    ];
    expect(ringContains(horseshoe, [5, 6])).toBe(false);
    expect(ringContains(horseshoe, [5, 2])).toBe(true);
    expect(distanceToRing([5, 6], horseshoe)).toBeCloseTo(2);
  });
});

describe('clearance', () => {
  test('is the gap between two squares, and nothing once they touch', () => {
    expect(clearanceM(square, moved(square, 13, 0))).toBeCloseTo(3);
    expect(clearanceM(square, moved(square, 13, 14))).toBeCloseTo(5);
    expect(clearanceM(square, moved(square, 10, 0))).toBe(0);
    expect(clearanceM(square, moved(square, 0, 0))).toBe(0);
  });

  test('rings overlap when they cross, share an edge, or one holds the other', () => {
    const cross: Ring = [
      [-5, 4],
      [15, 4],
      [15, 6],
      [-5, 6],
    ];
    expect(ringsOverlap(square, cross)).toBe(true);
    expect(ringsOverlap(square, moved(square, 5, 0))).toBe(true);
    const inner = square.map(([x, y]): [number, number] => [3 + x / 5, 3 + y / 5]);
    expect(ringsOverlap(square, inner)).toBe(true);
    expect(ringsOverlap(inner, square)).toBe(true);
    expect(ringsOverlap(square, moved(square, 10.01, 0))).toBe(false);
    expect(ringsOverlap(square, [])).toBe(false);
  });

  test('is the same from both sides', () => {
    fc.assert(
      fc.property(metres, metres, (east, north) => {
        const other = moved(square, east, north);
        expect(clearanceM(square, other)).toBeCloseTo(clearanceM(other, square), 9);
        expect(ringsOverlap(square, other)).toBe(Math.abs(east) <= 10 && Math.abs(north) <= 10);
      }),
    );
  });
});
