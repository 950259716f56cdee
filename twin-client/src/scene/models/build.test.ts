import { chemicalPark, heightOf, isBody } from '@upwind/scenes';
import { describe, expect, test } from 'vitest';
import { buildSite } from './build.ts';

describe.each(['fine', 'coarse'] as const)('the demo park, built %s', (detail) => {
  const tiles = buildSite(chemicalPark, detail);
  const triangles = tiles.reduce((sum, { buffers }) => sum + buffers.indices.length / 3, 0);

  test('stays within the budget of triangles and of draw calls', () => {
    expect(triangles).toBeLessThan(detail === 'fine' ? 250_000 : 130_000);
    expect(tiles.length).toBeLessThan(60);
  });

  test('every body has a model that fills most of its height and no coordinate is lost', () => {
    const tops = new Map<number, number>();
    for (const { buffers } of tiles) {
      for (const { element, start, count } of buffers.ranges) {
        for (let i = start; i < start + count; i += 1) {
          const z = buffers.positions[(buffers.indices[i] ?? 0) * 3 + 2] ?? Number.NaN;
          expect(Number.isFinite(z)).toBe(true);
          tops.set(element, Math.max(tops.get(element) ?? 0, z));
        }
      }
    }
    chemicalPark.elements.forEach((element, index) => {
      if (!isBody(element)) return;
      const top = tops.get(index);
      expect(top, element.id).toBeDefined();
      expect((top ?? 0) - element.at[2], element.id).toBeGreaterThan(heightOf(element) * 0.7);
    });
  });

  test('every range belongs to an element and ranges do not overlap', () => {
    for (const { buffers } of tiles) {
      let end = 0;
      for (const { element, start, count } of buffers.ranges) {
        expect(chemicalPark.elements[element]).toBeDefined();
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + count;
      }
      expect(end).toBeLessThanOrEqual(buffers.indices.length);
    }
  });
});
