import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { finer, jpeg, square } from '../osgb/small-scene.testing.ts';
import { writeOsgb } from '../osgb/write-osgb.ts';
import { ecefToGeodetic, enuFrame, enuToEcef } from '../placement/geodesy.ts';
import { referenceData } from '../reference-data.testing.ts';
import { checkBinary } from '../tiles/check/check-binary.ts';
import { checkTilesetText } from '../tiles/check/check-tileset.ts';
import { applyTransform } from '../tiles/check/matrix.ts';
import { gltfFaults } from '../tiles/gltf-validator.testing.ts';
import { readGlb } from '../tiles/read-glb.testing.ts';
import type { TileJson, TilesetJson } from '../tiles/tileset.ts';
import { ingest } from './ingest.ts';
import { enuMetadata, filesOf, put, scratchFolder, smallDelivery } from './small-delivery.testing.ts';

const TRUTH_ORIGIN = { lat: 22.495136792, lon: 113.379985671 };

function readTileset(out: string): TilesetJson {
  return JSON.parse(readFileSync(join(out, 'tileset.json'), 'utf8')) as TilesetJson;
}

function tilesOf(tile: TileJson): TileJson[] {
  return [tile, ...(tile.children ?? []).flatMap(tilesOf)];
}

/** Every fault that the checks and Khronos' validator find in a tileset. */
async function faultsOf(out: string): Promise<unknown[]> {
  const uris: string[] = [];
  const faults: unknown[] = checkTilesetText(readFileSync(join(out, 'tileset.json'), 'utf8'), (uri) => uris.push(uri));
  for (const uri of uris) {
    const bytes = readFileSync(join(out, uri));
    faults.push(...checkBinary(bytes, uri), ...(await gltfFaults(bytes)).map((fault) => `${uri}: ${fault}`));
  }
  expect(uris.length).toBeGreaterThan(0);
  return faults;
}

describe('the real delivery', () => {
  test('is counted, placed and tiled without a fault', async ({ skip }) => {
    const folder = referenceData(skip, 'oblique/contextcapture');
    using scratch = scratchFolder();
    const out = join(scratch.path, 'mesh');
    const { counts, origin, warnings } = await ingest(folder, { out });
    const { totals } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as {
      totals: Record<string, number>;
    };
    expect({ ...counts, pagedLOD: counts.pagedLod }).toMatchObject(totals);
    expect(origin.lat).toBeCloseTo(TRUTH_ORIGIN.lat, 8);
    expect(origin.lon).toBeCloseTo(TRUTH_ORIGIN.lon, 8);
    expect(warnings).toEqual([expect.stringContaining('64.8 km'), expect.stringMatching(/^83 finer tiles/)]);
    expect(await faultsOf(out)).toEqual([]);

    const { root } = readTileset(out);
    const levels = new Set(tilesOf(root).map(({ geometricError }) => geometricError));
    for (const error of [128, 64, 32, 16, 8, 4, 0]) expect(levels).toContain(error);
    expect(tilesOf(root).filter(({ content }) => content !== undefined)).toHaveLength(112);

    const [x, y, z] = applyTransform(root.transform ?? [], [0, 0, 0]);
    const placed = ecefToGeodetic([x, y, z]);
    expect(placed.lat).toBeCloseTo(TRUTH_ORIGIN.lat, 8);
    expect(placed.lon).toBeCloseTo(TRUTH_ORIGIN.lon, 8);
  });
});

describe('an ingest', () => {
  test('writes a tileset and a manifest that say the same as its report', async () => {
    using scratch = scratchFolder();
    const out = join(scratch.path, 'a', 'mesh');
    const report = await ingest(await smallDelivery(scratch.path), { out, name: 'Park' });
    expect(report).toEqual({
      counts: {
        files: 3,
        pagedLod: 2,
        geometries: 4,
        vertices: 58,
        triangles: 68,
        jpegBytes: expect.any(Number),
        missingChildren: 1,
      },
      origin: { lat: 30.5, lon: 120.25, height: 0 },
      warnings: [expect.stringMatching(/^1 finer tiles are named but not in the delivery/)],
    });
    const manifest: unknown = JSON.parse(readFileSync(join(out, 'upwind.json'), 'utf8'));
    expect(manifest).toEqual({ name: 'Park', ...report, createdFrom: '交付 1' });
    expect(await faultsOf(out)).toEqual([]);
    expect(readdirSync(scratch.path).filter((name) => name.includes('partial'))).toEqual([]);

    const { root } = readTileset(out);
    expect(root).toMatchObject({ geometricError: 16, refine: 'REPLACE' });
    expect(root.children).toMatchObject([
      // 16 · 2R / T
      { geometricError: 8, children: [{ geometricError: 0 }, { geometricError: 0 }] },
      { geometricError: 0 },
    ]);
  });

  test('turns the picture the right way up: what is north in OSG is north in glTF', async () => {
    using scratch = scratchFolder();
    const out = join(scratch.path, 'mesh');
    await ingest(await smallDelivery(scratch.path), { out });
    const [first] = readTileset(out).root.children ?? [];
    const { json, view, floats } = readGlb(readFileSync(join(out, first?.content?.uri ?? '')));
    const attributes = json.meshes[0]?.primitives[0]?.attributes;
    const positions = floats(attributes?.POSITION ?? -1);
    const texcoords = floats(attributes?.TEXCOORD_0 ?? -1);
    const { data, info } = await sharp(view(json.images?.[0]?.bufferView ?? -1))
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (let vertex = 0; vertex < positions.length / 3; vertex++) {
      const north = (json.nodes[0]?.translation[2] ?? 0) + (positions[3 * vertex + 2] ?? 0) < -5;
      // glTF: v counts from the top of the picture.
      const column = Math.min(info.width - 1, Math.floor((texcoords[2 * vertex] ?? 0) * info.width));
      const row = Math.min(info.height - 1, Math.floor((texcoords[2 * vertex + 1] ?? 0) * info.height));
      const [red = 0, , blue = 0] = data.subarray((row * info.width + column) * info.channels);
      expect(blue > red, `vertex ${vertex}`).toBe(north);
    }
  });

  test('places each vertex on the ellipsoid, not on a plane', async () => {
    using scratch = scratchFolder();
    const delivery = join(scratch.path, 'far');
    const far = 7000;
    const srs = '<a><SRS>EPSG:4544</SRS><SRSOrigin>356000,3456000,0</SRSOrigin></a>';
    put(delivery, 'metadata.xml', srs);
    put(delivery, 'Data/Tile/Tile.osgb', writeOsgb([{ meshes: [square(await jpeg('red'), 10, [far, 0, 0])] }]));
    const out = join(scratch.path, 'mesh');
    const { origin } = await ingest(delivery, { out });
    const [tile] = readTileset(out).root.children ?? [];
    const { json, floats } = readGlb(readFileSync(join(out, tile?.content?.uri ?? '')));
    const [x = 0, y = 0, z = 0] = floats(json.meshes[0]?.primitives[0]?.attributes.POSITION ?? -1);
    const [cx = 0, cy = 0, cz = 0] = json.nodes[0]?.translation ?? [];
    // PROJ's answer for easting 363000, northing 3456000 (cs2cs, EPSG:4544 to geocentric).
    const expected = [-1280271.8671, 5307285.5634, 3286557.3306];
    const found = enuToEcef(enuFrame(origin), [cx + x, -(cz + z), cy + y]);
    expect(Math.hypot(...found.map((value, axis) => value - (expected[axis] ?? 0)))).toBeLessThan(0.05);
  });

  test('of the same delivery gives the same bytes', async () => {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path);
    await ingest(delivery, { out: join(scratch.path, 'one') });
    await ingest(delivery, { out: join(scratch.path, 'two') });
    expect(filesOf(join(scratch.path, 'two'))).toEqual(filesOf(join(scratch.path, 'one')));
  });

  test('tells how far it is, file by file', async () => {
    using scratch = scratchFolder();
    const seen: string[] = [];
    await ingest(await smallDelivery(scratch.path), {
      out: join(scratch.path, 'mesh'),
      onProgress: ({ files, totalFiles, bytes, totalBytes }) =>
        seen.push(`${files}/${totalFiles} ${bytes <= totalBytes}`),
    });
    expect(seen).toEqual(['1/3 true', '2/3 true', '3/3 true']);
  });

  test('finds files in any case, bare files without folders, and metadata above the folder given', async () => {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path);
    const upper = join(delivery, 'Data/Tile_+000_+000/TILE_+000_+000_l16_0.OSGB');
    const lower = join(delivery, 'Data/Tile_+000_+000/Tile_+000_+000_L16_0.osgb');
    writeFileSync(upper, readFileSync(lower));
    rmSync(lower);
    expect((await ingest(join(delivery, 'Data'), { out: join(scratch.path, 'a') })).counts.files).toBe(3);

    const bare = join(scratch.path, 'bare');
    put(bare, 'metadata.xml', enuMetadata);
    put(bare, 'first.osgb', writeOsgb([{ meshes: [square(await jpeg('red'))], ...finer('second.osgb', 7, 20) }]));
    put(bare, 'second.osgb', writeOsgb([{ meshes: [square(await jpeg('red'))] }]));
    put(bare, 'third.osgb', writeOsgb([{ meshes: [square(await jpeg('red'))] }]));
    await ingest(bare, { out: join(scratch.path, 'b') });
    expect(readTileset(join(scratch.path, 'b')).root.children).toHaveLength(2);
  });

  test('reads deliveries that give no place when an origin is given', async () => {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path, undefined);
    rmSync(join(delivery, 'metadata.xml'), { force: true });
    const out = join(scratch.path, 'mesh');
    await expect(ingest(delivery, { out })).rejects.toMatchObject({ code: 'UPW_ASSET_METADATA_MISSING' });
    const { origin } = await ingest(delivery, { out, origin: { lat: -33, lon: 151, height: 12 } });
    expect(origin).toEqual({ lat: -33, lon: 151, height: 12 });
  });
});

describe('an ingest that fails', () => {
  const fine = 'Data/Tile_+000_+000/Tile_+000_+000_L16_0.osgb';

  /** Runs an ingest over an existing tileset, expects its code, and that nothing there or beside has changed. */
  async function expectRefused(code: string, spoil: (delivery: string) => void): Promise<string> {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path);
    const out = join(scratch.path, 'mesh');
    await ingest(delivery, { out });
    const before = filesOf(out);
    spoil(delivery);
    const error: unknown = await ingest(delivery, { out }).catch((refused: unknown) => refused);
    expect(error).toMatchObject({ name: 'AssetError', code });
    expect(filesOf(out)).toEqual(before);
    expect(readdirSync(scratch.path).filter((name) => name !== '交付 1')).toEqual(['mesh']);

    const fresh = join(scratch.path, 'new', 'mesh');
    await expect(ingest(delivery, { out: fresh })).rejects.toMatchObject({ code });
    expect(existsSync(join(scratch.path, 'new'))).toBe(false);
    return error instanceof Error ? error.message : '';
  }

  test('at a truncated file says which and where', async () => {
    const message = await expectRefused('UPW_ASSET_OSGB_TRUNCATED', (delivery) => {
      truncateSync(join(delivery, fine), statSync(join(delivery, fine)).size - 50);
    });
    expect(message).toContain(fine);
    expect(message).toMatch(/at byte \d+/);
  });

  test('at an unknown class says its name and place', async () => {
    const message = await expectRefused('UPW_ASSET_OSGB_UNKNOWN_CLASS', (delivery) => {
      const path = join(delivery, fine);
      const text = readFileSync(path).toString('latin1').replace('osg::Geode', 'osg::Magic');
      writeFileSync(path, text, 'latin1');
    });
    expect(message).toMatch(/class osg::Magic at byte \d+/);
  });

  test('at a missing root file says which', async () => {
    const message = await expectRefused('UPW_ASSET_FILE_MISSING', (delivery) => {
      rmSync(join(delivery, 'Data/Tile_+000_+000/Tile_+000_+000.osgb'));
    });
    expect(message).toContain('Data/Tile_+000_+000/Tile_+000_+000.osgb is missing');
  });

  test('at a metadata.xml that is missing, broken or without place', async () => {
    const metadata = (delivery: string) => join(delivery, 'metadata.xml');
    await expectRefused('UPW_ASSET_METADATA_MISSING', (delivery) => rmSync(metadata(delivery)));
    await expectRefused('UPW_ASSET_METADATA_XML', (delivery) => writeFileSync(metadata(delivery), '<a><SRS>'));
    await expectRefused('UPW_ASSET_METADATA_NO_REFERENCE', (delivery) => {
      writeFileSync(metadata(delivery), enuMetadata.replace('ENU:30.5,120.25', 'LOCAL'));
    });
  });

  test('at files that name each other in a circle, outside the delivery, or twice', async () => {
    const picture = await jpeg('red');
    const naming = (file: string) => writeOsgb([{ meshes: [square(picture)], ...finer(file, 7, 20) }]);
    await expectRefused('UPW_ASSET_TREE_REPEATED', (delivery) => {
      writeFileSync(join(delivery, fine), naming('Tile_+000_+000.osgb'));
    });
    await expectRefused('UPW_ASSET_TREE_OUTSIDE', (delivery) => {
      writeFileSync(join(delivery, fine), naming('../../../../etc/passwd'));
    });
  });

  test('at a delivery with no triangle, or with no file, or that is none', async () => {
    await expectRefused('UPW_ASSET_NOTHING_TO_SHOW', (delivery) => {
      for (const tile of ['Tile_+000_+000', 'Tile_+001_+000']) {
        writeFileSync(join(delivery, 'Data', tile, `${tile}.osgb`), writeOsgb([]));
      }
    });
    await expectRefused('UPW_ASSET_DELIVERY_EMPTY', (delivery) => rmSync(join(delivery, 'Data'), { recursive: true }));
    await expectRefused('UPW_ASSET_DELIVERY_MISSING', (delivery) => rmSync(delivery, { recursive: true }));
  });

  test('because it was stopped', async () => {
    using scratch = scratchFolder();
    const out = join(scratch.path, 'mesh');
    const stop = new AbortController();
    const running = ingest(await smallDelivery(scratch.path), {
      out,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'UPW_ASSET_ABORTED' });
    expect(readdirSync(scratch.path)).toEqual(['交付 1']);
  });

  test('because the output is somebody else’s, or the delivery itself', async () => {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path);
    const out = join(scratch.path, 'photos');
    put(out, 'holiday.jpg', 'mine');
    await expect(ingest(delivery, { out })).rejects.toMatchObject({ code: 'UPW_ASSET_OUT_OCCUPIED' });
    expect(readFileSync(join(out, 'holiday.jpg'), 'utf8')).toBe('mine');
    for (const overlapping of [delivery, scratch.path]) {
      await expect(ingest(delivery, { out: overlapping })).rejects.toMatchObject({ code: 'UPW_ASSET_OUT_OVERLAPS' });
    }
    mkdirSync(join(scratch.path, 'empty'));
    await ingest(delivery, { out: join(scratch.path, 'empty') });
    expect(existsSync(join(scratch.path, 'empty/tileset.json'))).toBe(true);
  });

  test('leaves what a killed run left, to be removed by the next', async () => {
    using scratch = scratchFolder();
    const delivery = await smallDelivery(scratch.path);
    // No process has this number: Linux ends at 4 194 304.
    put(scratch.path, '.mesh.partial-99999999/tiles/a.glb', 'half');
    await ingest(delivery, { out: join(scratch.path, 'mesh') });
    expect(readdirSync(scratch.path).sort()).toEqual(['mesh', '交付 1'].sort());
  });
});
