import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { oracle } from '../reference-data.testing.ts';
import { readOsgb } from './read-osgb.ts';
import { finer, jpeg, square } from './small-scene.testing.ts';
import { type OsgbMesh, writeOsgb } from './write-osgb.ts';

/** Everything our reader sees of a mesh. */
function asRead({ positions, texcoords, indices, jpeg: bytes, imageName }: OsgbMesh) {
  return {
    kind: 'Geometry',
    positions: { components: 3, values: positions },
    texcoords: [{ components: 2, values: texcoords }],
    primitives: [{ mode: 4, draw: { type: 'elements', indices } }],
    stateSet: { texture: { image: { fileName: imageName, content: { type: 'file', bytes } } } },
  };
}

describe('a scene file we write', () => {
  test('is read back the same: one tile with a finer file', async () => {
    const mesh = square(await jpeg('red'), 10, [1, 2, 3], 3);
    const { root, version } = readOsgb('a.osgb', writeOsgb([{ meshes: [mesh], ...finer('a_L1.osgb', 7.5, 60) }]));
    expect(version).toBe(80);
    expect(root).toMatchObject({
      kind: 'PagedLOD',
      rangeMode: 'pixels',
      center: [5, 5, 0],
      radius: 7.5,
      ranges: [
        [0, 60],
        [60, Math.fround(1e30)],
      ],
      files: ['', 'a_L1.osgb'],
      children: [{ kind: 'Geode', drawables: [asRead(mesh)] }],
    });
  });

  test('is read back the same: several tiles, some without finer files, some empty', async () => {
    const mesh = square(await jpeg('blue'));
    const tiles = [{ meshes: [mesh, mesh], ...finer('b.osgb', 7, 60) }, { meshes: [mesh] }, { meshes: [] }];
    const { root } = readOsgb('a.osgb', writeOsgb(tiles));
    expect(root).toMatchObject({
      kind: 'Group',
      children: [
        { kind: 'PagedLOD', children: [{ kind: 'Geode', drawables: [asRead(mesh), asRead(mesh)] }] },
        { kind: 'Geode', drawables: [asRead(mesh)] },
        { kind: 'Geode', drawables: [] },
      ],
    });
    expect(readOsgb('a.osgb', writeOsgb([])).root).toMatchObject({ kind: 'Group', children: [] });
  });

  test('is read by OpenSceneGraph itself', async ({ skip }) => {
    const scratch = mkdtempSync(join(tmpdir(), 'upwind-osgb-'));
    try {
      const mesh = square(await jpeg('green'), 10, [0, 0, 0], 2);
      const [file, text] = [join(scratch, 'a.osgb'), join(scratch, 'a.osgt')];
      writeFileSync(file, writeOsgb([{ meshes: [mesh], ...finer('a_L1.osgb', 7.5, 60) }, { meshes: [mesh] }]));
      const { stdout, stderr } = oracle(skip, 'osgconv', [file, text]);
      expect(stdout + stderr).toContain('written to');
      const osgt = readFileSync(text, 'utf8').replace(/\s+/g, ' ');
      expect(osgt).toContain('UserCenter 5 5 0 7.5');
      expect(osgt).toContain('RangeList 2 { 0 60 60 1e+30 }');
      expect(osgt).toContain('"a_L1.osgb"');
      expect(osgt).toMatch(/osg::Vec3Array \{ .*? vector 9 \{ 0 0 0 5 0 0 10 0 0 0 5 0/);
      expect(osgt).toMatch(/Mode TRIANGLES vector 24 \{ 0 1 3 1 4 3/);
      expect(osgt).toMatch(/FileName "ground\.jpg".*? Size 16 16 1/);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});
