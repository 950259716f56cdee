import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RealityMeshManifest } from '@upwind/assets';
import type { GroundPosition } from '@upwind/scenes';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RealityMesh } from '../contract/index.ts';

/** A reality mesh as it lies in its folder. */
export interface FoundMesh {
  readonly mesh: RealityMesh;
  readonly folder: string;
  /** Part of every address of its files, which may so be kept for ever: other content has another version. */
  readonly version: string;
  /** The ground it covers, metres east and north of its origin. */
  readonly extent: { readonly min: GroundPosition; readonly max: GroundPosition };
}

/** What a server needs of `upwind.json`; the ingest may write more. */
const manifestForm = Compile(
  Type.Object({
    name: Type.String({ minLength: 1, maxLength: 400 }),
    origin: Type.Object({
      lat: Type.Number({ minimum: -90, maximum: 90 }),
      lon: Type.Number({ minimum: -180, maximum: 180 }),
      height: Type.Number({ minimum: -1000, maximum: 9000 }),
    }),
    counts: Type.Object({ triangles: Type.Integer({ minimum: 0 }) }),
    warnings: Type.Array(Type.String()),
  }),
);

/** Half-axes of the root's box tell the extent; 500 m where a tileset of another maker has none. */
const rootForm = Compile(
  Type.Object({
    root: Type.Object({
      boundingVolume: Type.Object({ box: Type.Array(Type.Number(), { minItems: 12, maxItems: 12 }) }),
      transform: Type.Array(Type.Number(), { minItems: 16, maxItems: 16 }),
    }),
  }),
);
const usualReachM = 500;

/**
 * Changes when the files do. Nothing where there is no finished mesh (the ingest renames it into place last).
 */
export async function meshSignature(folder: string): Promise<string | undefined> {
  try {
    const files = await Promise.all(['upwind.json', 'tileset.json'].map((file) => stat(join(folder, file))));
    return files.map((file) => `${file.mtimeMs}-${file.size}-${file.ino}`).join(' ');
  } catch {
    return undefined;
  }
}

/** Reads a mesh's manifest and the root of its tileset. Throws an `Error` that says what is wrong with them. */
export async function readMesh(id: string, folder: string, signature: string): Promise<FoundMesh> {
  const [manifestText, tilesetText] = await Promise.all([
    readFile(join(folder, 'upwind.json'), 'utf8'),
    readFile(join(folder, 'tileset.json'), 'utf8'),
  ]);
  const manifest: unknown = JSON.parse(manifestText);
  if (!manifestForm.Check(manifest)) {
    const [first] = manifestForm.Errors(manifest);
    throw new Error(`upwind.json ${first?.instancePath ?? ''} ${first?.message ?? 'is not a manifest'}`);
  }
  const { name, origin, counts, warnings } = manifest satisfies Pick<
    RealityMeshManifest,
    'name' | 'origin' | 'warnings'
  >;
  const version = createHash('sha256')
    .update(manifestText)
    .update(tilesetText)
    .update(signature)
    .digest('hex')
    .slice(0, 16);
  return {
    folder,
    version,
    extent: extentOf(JSON.parse(tilesetText)),
    mesh: {
      id,
      name,
      tilesetUrl: `/reality/${id}/${version}/tileset.json`,
      origin: { lat: origin.lat, lon: origin.lon, heightM: origin.height },
      triangles: counts.triangles,
      warnings,
    },
  };
}

function extentOf(tileset: unknown): FoundMesh['extent'] {
  if (!rootForm.Check(tileset)) {
    return { min: [-usualReachM, -usualReachM], max: [usualReachM, usualReachM] };
  }
  const [x = 0, y = 0, , ax = 0, ay = 0, , bx = 0, by = 0, , cx = 0, cy = 0] = tileset.root.boundingVolume.box;
  const reachX = Math.abs(ax) + Math.abs(bx) + Math.abs(cx);
  const reachY = Math.abs(ay) + Math.abs(by) + Math.abs(cy);
  return { min: [x - reachX, y - reachY], max: [x + reachX, y + reachY] };
}
