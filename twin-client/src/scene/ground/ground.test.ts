import { chemicalPark, footprint, ringContains } from '@upwind/scenes';
import { expect, test } from 'vitest';
import { plantTrees } from './planting.ts';
import { dashed, freeRuns, roadLines, roadPath } from './roads.ts';
import { groundPatches } from './surfaces.ts';

test('a kerb stops where another road crosses and goes on behind it', () => {
  const crossing = [
    [40, -10],
    [60, -10],
    [60, 10],
    [40, 10],
  ] as const;
  const runs = freeRuns(
    [
      [0, 0],
      [100, 0],
    ],
    4,
    [crossing.map(([x, y]): [number, number] => [x, y])],
  );
  expect(runs).toHaveLength(2);
  expect(runs[0]?.at(-1)?.[0]).toBeLessThanOrEqual(40);
  expect(runs[1]?.[0]?.[0]).toBeGreaterThanOrEqual(60);
});

test('a middle line is dashed from end to end', () => {
  const dashes = dashed(
    [
      [0, 0],
      [100, 0],
    ],
    4,
    6,
  );
  expect(dashes).toHaveLength(10);
  for (const [from, to] of dashes) expect((to?.[0] ?? 0) - (from?.[0] ?? 0)).toBeCloseTo(4);
});

test('a road that leaves the site goes on beyond it; one inside ends where it ends', () => {
  const road = (id: string) => {
    const element = chemicalPark.elements.find((each) => each.id === id);
    if (element === undefined) throw new Error(`There is no ${id}.`);
    return roadPath(element, chemicalPark.extent);
  };
  expect(road('RD-08').at(-1)?.[0]).toBeGreaterThan(1000);
  expect(road('RD-02').at(-1)?.[0]).toBe(472);
});

test('no kerb of the park lies on another road', () => {
  const lines = roadLines(chemicalPark);
  const rings = chemicalPark.elements.map((element) => (element.kind === 'road' ? footprint(element) : []));
  for (const { element, kerbs } of lines) {
    for (const place of kerbs.flat()) {
      const on = rings.findIndex((ring, index) => index !== element && ring.length > 0 && ringContains(ring, place));
      expect(on).toBe(-1);
    }
  }
});

test('trees stand where yesterday they stood, on no road, in no water, in no building', () => {
  const trees = plantTrees(chemicalPark, 400);
  expect(trees).toEqual(plantTrees(chemicalPark, 400));
  expect(trees.length).toBeGreaterThan(100);
  const wet = groundPatches(chemicalPark).filter(({ surface }) => surface === 'water' || surface === 'asphalt');
  for (const { at } of trees) expect(wet.some(({ ring }) => ringContains(ring, at))).toBe(false);
});
