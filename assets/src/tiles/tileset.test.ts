import { describe, expect, test } from 'vitest';
import { type Box, boxAround } from './box.ts';
import { identity } from './check/matrix.ts';
import { tileNode, tileset } from './tileset.ts';

const box = (size: number): Box => ({ min: [0, 0, 0], max: [size, size, 1] });
const content = (size: number, uri: string) => ({ box: box(size), uri });

describe('a tile', () => {
  test('without finer tiles is a leaf with error 0, whatever its file promised', () => {
    expect(tileNode(content(1, 'a.glb'), 4, [])?.geometricError).toBe(0);
  });

  test('without content and finer tiles is nothing', () => {
    expect(tileNode(undefined, 4, [])).toBeUndefined();
  });

  test('holds its children even where they stand out of its own mesh, and errs more than they', () => {
    const leaf = tileNode(content(9, 'c.glb'), 0, []);
    const child = leaf && tileNode(content(3, 'b.glb'), 8, [leaf]);
    const parent = child && tileNode(content(2, 'a.glb'), 4, [child]);
    expect(parent?.box).toEqual(box(9));
    expect(parent?.geometricError).toBeGreaterThan(8);
  });
});

test('a tileset has one root with refine, transform and twice the largest error', () => {
  const leaf = tileNode(content(1, 'l.glb'), 0, []);
  const roots = [4, 16].map((error) => tileNode(content(5, `${error}.glb`), error, leaf ? [leaf] : []));
  const json = tileset(
    roots.filter((root) => root !== undefined),
    identity,
  );
  expect(json).toMatchObject({
    geometricError: 32,
    root: { geometricError: 32, refine: 'REPLACE', transform: identity },
  });
  expect(json?.root.children?.map(({ content: own }) => own?.uri)).toEqual(['4.glb', '16.glb']);
  expect(JSON.stringify(json)).not.toContain('"children":[]');
  expect(json?.root.boundingVolume.box).toEqual([2.5, 2.5, 0.5, 2.5, 0, 0, 0, 2.5, 0, 0, 0, 0.5]);
});

test('a box ends on whole millimetres, and even flat ground fills a volume', () => {
  expect(boxAround([0.0004, 1, 0.25, 2.0001, 3, 0.25])).toEqual({ min: [0, 1, 0.249], max: [2.001, 3, 0.251] });
  expect(boxAround([])).toBeUndefined();
});
