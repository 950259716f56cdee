import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assetError } from '../errors.ts';
import { readOsgb } from '../osgb/read-osgb.ts';
import type { OsgImage } from '../osgb/scene.ts';
import type { Placement } from '../placement/placement.ts';
import type { Mesh } from '../tiles/mesh.ts';
import { type Picture, pictureOf } from '../tiles/picture.ts';
import { placeTile } from '../tiles/placed-tile.ts';
import { type SceneTiles, tilesOfScene } from '../tiles/tile-source.ts';
import { type TileNode, tileNode } from '../tiles/tileset.ts';
import { addCounts, type IngestCounts, noCounts } from './counts.ts';
import type { Delivery } from './delivery.ts';
import type { IngestOptions } from './ingest.ts';
import type { Staging } from './staging.ts';
import { stopIfAsked } from './stopping.ts';
import { tileNames } from './tile-names.ts';

/** Levels below a root: 3D Tiles of a city have twenty. */
const DEEPEST_LEVEL = 64;

export interface TileTrees {
  readonly roots: readonly TileNode[];
  readonly counts: IngestCounts;
  readonly warnings: readonly string[];
}

/** Reads all files of a delivery from its roots down, writes their tiles, and returns the tree of boxes. */
export async function buildTileTrees(
  delivery: Delivery,
  placement: Placement,
  staging: Staging,
  { onProgress, signal }: IngestOptions,
): Promise<TileTrees> {
  const nameTile = tileNames();
  const namedBy = new Map<string, string>();
  const skippedClasses = new Map<string, number>();
  let counts = noCounts;
  let unfollowed = 0;
  let bytes = 0;
  let firstMissing: string | undefined;

  /** The tiles of one file, with everything below them. */
  async function tilesOfFile(file: string, level: number): Promise<TileNode[]> {
    stopIfAsked(delivery.path, signal);
    if (level > DEEPEST_LEVEL) throw assetError('UPW_ASSET_TREE_TOO_DEEP', { file, limit: DEEPEST_LEVEL });
    const read = await convertFile(file);
    const tiles: TileNode[] = [];
    for (const { own, geometricError, finer } of read) {
      const children: TileNode[] = [];
      for (const child of finer) children.push(...(await tilesOfFile(child, level + 1)));
      const node = tileNode(own, geometricError, children);
      if (node !== undefined) tiles.push(node);
    }
    return tiles;
  }

  /** Writes the tiles of one file; what it held in memory is free when this returns. */
  async function convertFile(file: string) {
    const content = await readFile(join(delivery.path, file)).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw assetError('UPW_ASSET_FILE_UNREADABLE', { file, reason }, cause);
    });
    const scene = readOsgb(file, content);
    for (const { className } of scene.skipped) {
      skippedClasses.set(className, (skippedClasses.get(className) ?? 0) + 1);
    }
    const found = tilesOfScene(file, scene);
    const pictures = await picturesOf(file, join(delivery.path, dirname(file)), found);
    counts = addCounts(counts, countsOf(found));
    unfollowed += found.unfollowed;

    const written = [];
    for (const [part, { meshes, geometricError, finerFiles }] of found.tiles.entries()) {
      const placed = placeTile(meshes, pictures, placement);
      const uri = placed === undefined ? undefined : nameTile(file, part, found.tiles.length);
      if (placed !== undefined && uri !== undefined) await staging.write(uri, placed.glb);
      const own = placed === undefined || uri === undefined ? undefined : { box: placed.box, uri };
      written.push({ own, geometricError, finer: present(file, finerFiles) });
    }
    bytes += content.byteLength;
    const { files: totalFiles } = delivery;
    onProgress?.({ files: counts.files, totalFiles: totalFiles.length, bytes, totalBytes: delivery.totalBytes, file });
    return written;
  }

  /** Those of the files named that are there. */
  function present(from: string, names: readonly string[]): string[] {
    const files: string[] = [];
    for (const named of names) {
      const file = delivery.resolve(from, named);
      if (file === undefined) {
        counts = addCounts(counts, { missingChildren: 1 });
        firstMissing ??= `${named}, named by ${from}`;
        continue;
      }
      claim(file, from);
      files.push(file);
    }
    return files;
  }

  function claim(file: string, parent: string): void {
    if (namedBy.has(file)) throw assetError('UPW_ASSET_TREE_REPEATED', { file, parent });
    namedBy.set(file, parent);
  }

  const rootFiles = delivery.rootsByReference ? await unnamedFiles(delivery, signal) : delivery.roots;
  for (const root of rootFiles) claim(root, 'the delivery');
  const roots: TileNode[] = [];
  for (const root of rootFiles) roots.push(...(await tilesOfFile(root, 0)));

  const warnings: string[] = [];
  if (counts.missingChildren > 0) {
    warnings.push(
      `${counts.missingChildren} finer tiles are named but not in the delivery (first ${firstMissing}): the tiles above them are shown as the finest; if they should be there, copy the delivery again.`,
    );
  }
  const unread = delivery.files.length - counts.files;
  if (unread > 0) {
    const example = delivery.files.find((file) => !namedBy.has(file)) ?? '';
    warnings.push(
      `${unread} files are named by no tile that was read (first ${example}) and are left out: copy the delivery again if they should show.`,
    );
  }
  if (unfollowed > 0) {
    warnings.push(`${unfollowed} finer tiles are named by a PagedLOD inside another’s content and were not read.`);
  }
  for (const [className, times] of skippedClasses) {
    warnings.push(`${times} objects of class ${className} were stepped over.`);
  }
  return { roots, counts, warnings };
}

async function picturesOf(file: string, folder: string, { tiles }: SceneTiles): Promise<Map<Mesh, Picture>> {
  const converted = new Map<OsgImage, Picture>();
  const pictures = new Map<Mesh, Picture>();
  for (const mesh of tiles.flatMap(({ meshes }) => meshes)) {
    if (mesh.image === undefined) continue;
    const picture = converted.get(mesh.image) ?? (await pictureOf(file, folder, mesh.image));
    converted.set(mesh.image, picture);
    pictures.set(mesh, picture);
  }
  return pictures;
}

function countsOf({ tiles, pagedLods, geometries }: SceneTiles): Partial<IngestCounts> {
  const meshes = tiles.flatMap((tile) => tile.meshes);
  const images = new Set(meshes.map(({ image }) => image));
  let jpegBytes = 0;
  for (const image of images) {
    if (image?.content.type === 'file') jpegBytes += image.content.bytes.byteLength;
  }
  return {
    files: 1,
    pagedLod: pagedLods,
    geometries,
    vertices: meshes.reduce((sum, { vertexCount }) => sum + vertexCount, 0),
    triangles: meshes.reduce((sum, { indices }) => sum + indices.length / 3, 0),
    jpegBytes,
  };
}

/** In a layout without folders: the files that no other file names. Every file is read once for it. */
async function unnamedFiles(delivery: Delivery, signal: AbortSignal | undefined): Promise<string[]> {
  const named = new Set<string>();
  for (const file of delivery.files) {
    stopIfAsked(delivery.path, signal);
    const { tiles } = tilesOfScene(file, readOsgb(file, await readFile(join(delivery.path, file))));
    for (const child of tiles.flatMap(({ finerFiles }) => finerFiles)) {
      const found = delivery.resolve(file, child);
      if (found !== undefined) named.add(found);
    }
  }
  const roots = delivery.files.filter((file) => !named.has(file));
  const [first] = delivery.files;
  if (roots.length === 0 && first !== undefined) {
    throw assetError('UPW_ASSET_TREE_REPEATED', { file: first, parent: 'a file below it' });
  }
  return roots;
}
