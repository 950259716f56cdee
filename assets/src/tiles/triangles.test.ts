import { describe, expect, test } from 'vitest';
import { AssetError } from '../errors.ts';
import type { OsgPrimitiveSet } from '../osgb/scene.ts';
import { trianglesOf } from './triangles.ts';

const elements = (mode: number, ...indices: number[]): OsgPrimitiveSet => ({
  kind: 'PrimitiveSet',
  mode,
  draw: { type: 'elements', indices: new Uint32Array(indices) },
});

describe('the triangles of a primitive set', () => {
  test.each([
    ['triangles, an incomplete one left out', elements(4, 0, 1, 2, 3, 4), [0, 1, 2]],
    ['a strip, facing one way throughout', elements(5, 0, 1, 2, 3, 4), [0, 1, 2, 1, 3, 2, 2, 3, 4]],
    ['a fan', elements(6, 0, 1, 2, 3), [0, 1, 2, 0, 2, 3]],
    ['quads', elements(7, 0, 1, 2, 3, 4, 5, 6, 7), [0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7]],
    ['a quad strip', elements(8, 0, 1, 2, 3, 4, 5), [0, 1, 3, 0, 3, 2, 2, 3, 5, 2, 5, 4]],
    ['a polygon', elements(9, 0, 1, 2, 3), [0, 1, 2, 0, 2, 3]],
    ['lines: none', elements(1, 0, 1, 2, 3), []],
    ['nothing', elements(5, 0, 1), []],
  ])('of %s', (_, set, expected) => {
    expect([...trianglesOf('a.osgb', [set], 8)]).toEqual(expected);
  });

  test('of vertices in a row and of several rows', () => {
    const arrays: OsgPrimitiveSet = { kind: 'PrimitiveSet', mode: 4, draw: { type: 'arrays', first: 2, count: 3 } };
    const lengths = new Int32Array([3, 4]);
    const rows: OsgPrimitiveSet = { kind: 'PrimitiveSet', mode: 6, draw: { type: 'lengths', first: 0, lengths } };
    expect([...trianglesOf('a.osgb', [arrays, rows], 8)]).toEqual([2, 3, 4, 0, 1, 2, 3, 4, 5, 3, 5, 6]);
  });

  test('must name vertices that are there', () => {
    expect(() => trianglesOf('a.osgb', [elements(4, 0, 1, 8)], 8)).toThrow(/a\.osgb.*vertex 8 of 8/);
    const endless: OsgPrimitiveSet = {
      kind: 'PrimitiveSet',
      mode: 4,
      draw: { type: 'arrays', first: 0, count: 2 ** 31 - 1 },
    };
    expect(() => trianglesOf('a.osgb', [endless], 8)).toThrow(AssetError);
  });
});
