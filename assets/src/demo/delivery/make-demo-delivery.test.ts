import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingest } from '../../ingest/ingest.ts';
import { filesOf, put, scratchFolder } from '../../ingest/small-delivery.testing.ts';
import { readOsgb } from '../../osgb/read-osgb.ts';
import type { OsgNode } from '../../osgb/scene.ts';
import { oracle } from '../../reference-data.testing.ts';
import { gltfFaults } from '../../tiles/gltf-validator.testing.ts';
import type { TileJson, TilesetJson } from '../../tiles/tileset.ts';
import { smallSite } from '../small-site.testing.ts';
import { type DemoDelivery, makeDemoDelivery } from './make-demo-delivery.ts';

const ROOT = 'Data/Tile_+000_+000/Tile_+000_+000.osgb';

function tilesOf(tile: TileJson): TileJson[] {
  return [tile, ...(tile.children ?? []).flatMap(tilesOf)];
}

describe('a demo delivery', () => {
  const shared = scratchFolder();
  const delivery = join(shared.path, 'delivery');
  let made: DemoDelivery;
  beforeAll(async () => {
    made = await makeDemoDelivery(smallSite, delivery);
  }, 60_000);
  afterAll(() => shared[Symbol.dispose]());

  test('goes through the ingest: placed at the site, three levels of detail, not a fault', async () => {
    using scratch = scratchFolder();
    const out = join(scratch.path, 'mesh');
    expect(made.rootTiles).toBe(1);
    const { counts, origin, warnings } = await ingest(delivery, { out });
    expect(warnings).toEqual([]);
    expect(counts).toMatchObject({ files: 6, pagedLod: 5, geometries: 21, missingChildren: 0 });
    expect(counts.jpegBytes).toBeLessThan(made.bytes);
    expect(origin.lat).toBeCloseTo(30.5, 9);
    expect(origin.lon).toBeCloseTo(120.25, 9);
    expect(origin.height).toBeCloseTo(12, 6);

    const { root } = JSON.parse(readFileSync(join(out, 'tileset.json'), 'utf8')) as TilesetJson;
    const tiles = tilesOf(root);
    const errors = tiles.map(({ geometricError }) => Math.round(geometricError));
    const counted = [128, 64, 8, 0].map((error) => [error, errors.filter((found) => found === error).length]);
    expect(counted).toEqual([
      [128, 1],
      [64, 1],
      [8, 4],
      [0, 16],
    ]);
    for (const { content } of tiles) {
      if (content !== undefined) expect(await gltfFaults(readFileSync(join(out, content.uri)))).toEqual([]);
    }
    // The office is 12 m high, its parapet and air handler stand on that; the bank falls 3.2 m.
    const [, , z = 0, , , , , , , , , half = 0] = root.boundingVolume.box;
    expect(z + half).toBeGreaterThan(12.5);
    expect(z + half).toBeLessThan(15.5);
    expect(z - half).toBeLessThan(-3);
  });

  test('of the same site has the same bytes, and replaces an older one when it is whole', async () => {
    using scratch = scratchFolder();
    const second = join(scratch.path, 'delivery');
    put(second, 'metadata.xml', '<old/>');
    put(second, 'old.txt', 'old');
    await makeDemoDelivery(smallSite, second);
    expect(Object.keys(filesOf(delivery))).toContain(ROOT);
    expect(filesOf(second)).toEqual(filesOf(delivery));
  });

  test('shows asphalt on roads, lawn on greens, water in ponds', async () => {
    const { root } = readOsgb('root', readFileSync(join(delivery, ROOT)));
    const { bytes, positions, texcoords } = firstMesh(root);
    const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    /** The mean colour around a place of the ground, by way of the texture coordinates of its mesh. */
    const colourAt = (x: number, y: number): [number, number, number] => {
      const [u, v] = groundCoordinates(positions, texcoords, x, y);
      const [column, row] = [Math.round(u * info.width), Math.round((1 - v) * info.height)];
      const sum: [number, number, number] = [0, 0, 0];
      for (const [i, j] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [-1, 0],
        [0, -1],
      ] as const) {
        const at = ((row + j) * info.width + column + i) * 3;
        for (const channel of [0, 1, 2] as const) sum[channel] += (data[at + channel] ?? 0) / 5;
      }
      return sum;
    };
    const [roadRed, , roadBlue] = colourAt(-45, -28);
    expect(Math.abs(roadRed - roadBlue)).toBeLessThan(20);
    expect(roadRed).toBeLessThan(130);
    const [lawnRed, lawnGreen, lawnBlue] = colourAt(48, -16);
    expect(lawnGreen).toBeGreaterThan(lawnRed);
    expect(lawnGreen).toBeGreaterThan(lawnBlue + 20);
    const [pondRed, , pondBlue] = colourAt(-40, -12);
    expect(pondBlue).toBeGreaterThan(pondRed);
  });

  test('is read by OpenSceneGraph itself', async ({ skip }) => {
    using scratch = scratchFolder();
    const folder = join(delivery, 'Data/Tile_+000_+000');
    for (const file of readdirSync(folder)) {
      const { stdout, stderr } = oracle(skip, 'osgconv', [join(folder, file), join(scratch.path, `${file}.osgt`)]);
      expect(stdout + stderr, file).toContain('written to');
      const text = readFileSync(join(scratch.path, `${file}.osgt`), 'utf8');
      expect(text).toMatch(/osg::Vec3Array \{[\s\S]*osg::Vec2Array \{/);
      expect(text).toMatch(/Size \d+ \d+ 1/);
    }
  });

  test('leaves alone a folder that is not one', async () => {
    using scratch = scratchFolder();
    put(scratch.path, 'photos/mine.jpg', 'mine');
    const refused = makeDemoDelivery(smallSite, join(scratch.path, 'photos'));
    await expect(refused).rejects.toMatchObject({ code: 'UPW_ASSET_OUT_OCCUPIED' });
    expect(readdirSync(scratch.path)).toEqual(['photos']);
  });

  test('that is stopped leaves nothing', async () => {
    using scratch = scratchFolder();
    const folder = join(scratch.path, 'delivery');
    const refused = makeDemoDelivery(smallSite, folder, { signal: AbortSignal.abort() });
    await expect(refused).rejects.toMatchObject({ code: 'UPW_ASSET_ABORTED' });
    expect(readdirSync(scratch.path)).toEqual([]);
  });
});

function firstMesh(node: OsgNode | undefined) {
  if (node?.kind !== 'PagedLOD') throw new Error('the root is no PagedLOD');
  const [geode] = node.children;
  const geometry = geode?.kind === 'Geode' ? geode.drawables[0] : undefined;
  if (geometry?.kind !== 'Geometry') throw new Error('there is no geometry');
  const content = geometry.stateSet?.texture?.image?.content;
  return {
    bytes: content?.type === 'file' ? content.bytes : new Uint8Array(),
    positions: geometry.positions?.values ?? [],
    texcoords: geometry.texcoords[0]?.values ?? [],
  };
}

/** The ground is a level net of vertices: its texture coordinates grow evenly with x and y. */
function groundCoordinates(
  positions: ArrayLike<number>,
  texcoords: ArrayLike<number>,
  x: number,
  y: number,
): [number, number] {
  const at = (vertex: number) => ({
    x: positions[3 * vertex] ?? 0,
    y: positions[3 * vertex + 1] ?? 0,
    u: texcoords[2 * vertex] ?? 0,
    v: texcoords[2 * vertex + 1] ?? 0,
  });
  const first = at(0);
  const count = positions.length / 3;
  const along = at(1);
  let up = first;
  for (let i = 1; i < count && up.y === first.y; i++) up = at(i);
  const perX = (along.u - first.u) / (along.x - first.x);
  const perY = (up.v - first.v) / (up.y - first.y);
  return [first.u + (x - first.x) * perX, first.v + (y - first.y) * perY];
}
