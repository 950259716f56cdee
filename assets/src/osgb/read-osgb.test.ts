import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AssetError, assetErrors } from '../errors.ts';
import { oracle, referenceData } from '../reference-data.testing.ts';
import { readOsgb } from './read-osgb.ts';
import type { OsgGeometry, OsgNode, OsgPagedLod } from './scene.ts';
import { jpeg, square } from './small-scene.testing.ts';
import { writeOsgb } from './write-osgb.ts';

function nodesOf(node: OsgNode | undefined): OsgNode[] {
  if (node === undefined) return [];
  const below = 'children' in node ? node.children : 'drawables' in node ? node.drawables : [];
  return [node, ...below.flatMap(nodesOf)];
}

const geometriesOf = (node: OsgNode | undefined) =>
  nodesOf(node).filter((found): found is OsgGeometry => found.kind === 'Geometry');
const pagedOf = (node: OsgNode | undefined) =>
  nodesOf(node).filter((found): found is OsgPagedLod => found.kind === 'PagedLOD');

function thrown(run: () => unknown): AssetError {
  try {
    run();
  } catch (error) {
    if (error instanceof AssetError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** What a scene says, without the identity of its buffers. */
function contentOf(root: OsgNode | undefined) {
  return {
    lods: pagedOf(root).map(({ files, ranges, center, radius, rangeMode }) => ({
      files,
      ranges,
      center,
      radius,
      rangeMode,
    })),
    meshes: geometriesOf(root).map((geometry) => ({
      positions: [...(geometry.positions?.values ?? [])],
      texcoords: [...(geometry.texcoords[0]?.values ?? [])],
      primitives: geometry.primitives.map(({ mode, draw }) => [
        mode,
        draw.type === 'elements' ? [...draw.indices] : draw,
      ]),
    })),
  };
}

const fixtures = join(import.meta.dirname, 'fixtures');

describe('a scene file', () => {
  test.each(readdirSync(fixtures).filter((name) => name.endsWith('.osgb')))('%s says what all others say', (name) => {
    const { root, version } = readOsgb(name, readFileSync(join(fixtures, name)));
    expect(version).toBe(Number(/\d+/.exec(name)?.[0]));
    expect(contentOf(root)).toEqual({
      lods: [
        {
          files: ['', 'small_L1.osgb'],
          ranges: [
            [0, 8],
            [8, Math.fround(1e30)],
          ],
          center: [1, 2, 3],
          radius: 4,
          rangeMode: 'pixels',
        },
      ],
      meshes: [0, 5].map((shift) => ({
        positions: [shift, 0, 0, shift + 1, 0, 0, shift, 1, 0.5],
        texcoords: [0, 0, 1, 0, 0, 1],
        primitives: [[4, [0, 1, 2]]],
      })),
    });
    const [first] = geometriesOf(root);
    expect(first?.stateSet?.texture?.image?.content).toMatchObject({ type: 'pixels', width: 4, height: 2 });
  });

  test('of the real delivery has the vertices, triangles, levels and pictures of its truth', ({ skip }) => {
    const folder = referenceData(skip, 'oblique/contextcapture');
    const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    for (const [file, expected] of Object.entries(truth.files)) {
      const { root, version } = readOsgb(file, readFileSync(join(folder, 'Data', file)));
      expect(version).toBe(expected.fileVersion);
      expect(
        pagedOf(root).map(({ files, radius, ranges }) => ({
          child: files.filter((name) => name !== ''),
          radius: rounded(radius),
          switchPx: rounded(ranges[1]?.[0] ?? 0),
        })),
        file,
      ).toEqual(
        expected.nodes.map(({ child, radius, switchPx }) => ({
          child,
          radius: rounded(radius),
          switchPx: rounded(switchPx),
        })),
      );
      expect(
        geometriesOf(root).map(({ positions, primitives: [primitive], stateSet }) => {
          const content = stateSet?.texture?.image?.content;
          return {
            vertices: (positions?.values.length ?? 0) / 3,
            triangles: primitive?.draw.type === 'elements' ? primitive.draw.indices.length / 3 : 0,
            jpegSha1: content?.type === 'file' ? createHash('sha1').update(content.bytes).digest('hex') : '',
          };
        }),
        file,
      ).toEqual(expected.geometries.map(({ vertices, triangles, jpegSha1 }) => ({ vertices, triangles, jpegSha1 })));
    }
  });

  test('of other producers shares pictures by identity and may have geometry without texture', ({ skip }) => {
    const folder = referenceData(skip, 'oblique/osgb-variants');
    const read = (name: string) => readOsgb(name, readFileSync(join(folder, name))).root;
    const shared = geometriesOf(read('Tile_+005_+005_L22_000020t4.osgb')).map(
      ({ stateSet }) => stateSet?.texture?.image,
    );
    expect(shared).toHaveLength(5);
    expect(new Set(shared).size).toBe(1);
    const [, bare] = geometriesOf(read('fanvanzh_test_v91_two_geometries.osgb'));
    expect(bare?.texcoords).toEqual([]);
    expect(bare?.stateSet?.texture).toBeUndefined();
    expect(bare?.stateSet?.material?.diffuse?.[0]).toBeCloseTo(0.502, 3);
  });

  test('of every version that osgconv writes from a real tile says the same', ({ skip }) => {
    const folder = referenceData(skip, 'oblique/osgb-variants');
    const source = join(folder, 'fanvanzh_test_v91_two_geometries.osgb');
    const scratch = mkdtempSync(join(tmpdir(), 'upwind-osgb-'));
    try {
      const expected = contentOf(readOsgb(source, readFileSync(source)).root);
      for (const version of [70, 77, 91, 95, 99, 105, 111, 112, 142, 145, 148, 149, 151, 155, 156, 161]) {
        for (const option of ['', 'Compressor=zlib']) {
          const copy = join(scratch, `${version}${option}.osgb`);
          oracle(skip, 'osgconv', ['-O', `TargetFileVersion=${version} ${option}`, source, copy]);
          expect(contentOf(readOsgb(copy, readFileSync(copy)).root), copy).toEqual(expected);
        }
      }
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});

interface Truth {
  files: Record<
    string,
    {
      fileVersion: number;
      nodes: { radius: number; switchPx: number; child: string[] }[];
      geometries: { vertices: number; triangles: number; jpegSha1: string }[];
    }
  >;
}

const rounded = (value: number) => Number(value.toFixed(2));

describe('a damaged file', () => {
  test('cut at any byte is a sentence with a code, whatever its version', () => {
    for (const name of ['version-70.osgb', 'version-111-schema.osgb', 'version-161-packed.osgb', 'version-150.osgb']) {
      const whole = readFileSync(join(fixtures, name));
      for (let length = 0; length < whole.length; length++) {
        const error = thrown(() => readOsgb(name, whole.subarray(0, length)));
        expect(assetErrors, `${name} at ${length}`).toHaveProperty(error.code);
        expect(error.message).toContain(name);
      }
    }
  });

  test('says where it was cut', async () => {
    const whole = writeOsgb([{ meshes: [square(await jpeg('red'))] }]);
    const error = thrown(() => readOsgb('Tile_1.osgb', whole.subarray(0, whole.length - 300)));
    expect(error.code).toBe('UPW_ASSET_OSGB_TRUNCATED');
    expect(error.details['file']).toBe('Tile_1.osgb');
    expect(error.details['length']).toBe(whole.length - 300);
  });

  test('with bytes after its end is refused', () => {
    const whole = readFileSync(join(fixtures, 'version-94.osgb'));
    const error = thrown(() => readOsgb('a.osgb', Buffer.concat([whole, Buffer.from([0])])));
    expect(error.code).toBe('UPW_ASSET_OSGB_TRAILING_BYTES');
    expect(error.details).toMatchObject({ bytes: 1, offset: whole.length });
  });

  test('that is no OSGB, of another version, type or packing says which', () => {
    const whole = readFileSync(join(fixtures, 'version-94.osgb'));
    const changed = (offset: number, value: number) => {
      const copy = Buffer.from(whole);
      copy.writeUInt32LE(value, offset);
      return thrown(() => readOsgb('a.osgb', copy)).code;
    };
    expect(changed(0, 0x46546c67)).toBe('UPW_ASSET_OSGB_NOT_OSGB');
    expect(changed(8, 2)).toBe('UPW_ASSET_OSGB_TYPE');
    expect(changed(12, 69)).toBe('UPW_ASSET_OSGB_VERSION');
    expect(changed(12, 162)).toBe('UPW_ASSET_OSGB_VERSION');
    const packed = Buffer.from(readFileSync(join(fixtures, 'version-161-packed.osgb')));
    packed.write('lzma', packed.indexOf('zlib'));
    expect(thrown(() => readOsgb('a.osgb', packed)).code).toBe('UPW_ASSET_OSGB_COMPRESSOR');
  });

  test('larger than the limit is refused before it is read', () => {
    const whole = readFileSync(join(fixtures, 'version-161-packed.osgb'));
    const limits = { fileBytes: 100, unpackedBytes: 1e6, stringBytes: 1e4, depth: 10, objects: 100 };
    expect(thrown(() => readOsgb('a.osgb', whole, limits)).code).toBe('UPW_ASSET_FILE_TOO_LARGE');
    const inflated = thrown(() => readOsgb('a.osgb', whole, { ...limits, fileBytes: 1e6, unpackedBytes: 500 }));
    expect(inflated.code).toBe('UPW_ASSET_OSGB_INFLATE');
    const small = { ...limits, fileBytes: 1e6 };
    expect(thrown(() => readOsgb('a.osgb', whole, { ...small, depth: 2 })).code).toBe('UPW_ASSET_OSGB_TOO_DEEP');
    expect(thrown(() => readOsgb('a.osgb', whole, { ...small, objects: 5 })).code).toBe('UPW_ASSET_OSGB_TOO_MANY');
  });
});

describe('an unknown class', () => {
  test('in a file without block sizes stops the reading, with its name and place', () => {
    const bytes = renamed('version-94.osgb', 'osg::Texture2D', 'osg::Texture3D');
    const error = thrown(() => readOsgb('a.osgb', bytes));
    expect(error.code).toBe('UPW_ASSET_OSGB_UNKNOWN_CLASS');
    expect(error.details['className']).toBe('osg::Texture3D');
    expect(error.details['offset']).toBe(bytes.indexOf('osg::Texture3D') - 4);
    expect(error.message).toMatch(/^a\.osgb holds an object of class osg::Texture3D at byte \d+/);
  });

  test('in a file with block sizes is stepped over and reported', () => {
    const { root, skipped } = readOsgb(
      'a.osgb',
      renamed('version-161-schema.osgb', '\x0a\x00\x00\x00osg::Geode', '\x0a\x00\x00\x00osg::Geodx'),
    );
    expect(skipped.map(({ className }) => className)).toEqual(['osg::Geodx', 'osg::Geodx']);
    expect(pagedOf(root)).toHaveLength(1);
  });
});

/** A fixture in which a class name is written otherwise wherever an object of it begins. */
function renamed(fixture: string, from: string, to: string): Buffer {
  return Buffer.from(readFileSync(join(fixtures, fixture)).toString('latin1').replaceAll(from, to), 'latin1');
}
