import { basename, resolve } from 'node:path';
import { assetError } from '../errors.ts';
import type { Geodetic } from '../placement/geodesy.ts';
import { checkTileset } from '../tiles/check/check-tileset.ts';
import { tileset } from '../tiles/tileset.ts';
import type { IngestCounts } from './counts.ts';
import { findDelivery } from './delivery.ts';
import { deliveryPlacement } from './delivery-placement.ts';
import { MANIFEST_FILE, type RealityMeshManifest, TILESET_FILE } from './manifest.ts';
import type { IngestProgress } from './progress.ts';
import { openStaging } from './staging.ts';
import { stopIfAsked } from './stopping.ts';
import { buildTileTrees } from './tile-trees.ts';

export interface IngestOptions {
  /** folder for the tileset; an existing tileset there is replaced when the new one is whole */
  readonly out: string;
  /** the place of the model's point 0,0,0, for deliveries that give none */
  readonly origin?: Geodetic;
  /** what the mesh is called; the delivery's folder name unless given */
  readonly name?: string;
  readonly onProgress?: (progress: IngestProgress) => void;
  readonly signal?: AbortSignal;
}

export interface IngestReport {
  readonly counts: IngestCounts;
  /** where the SRS origin is on Earth */
  readonly origin: Geodetic;
  readonly warnings: readonly string[];
}

/**
 * Reads an OSGB delivery, places it by its metadata.xml and writes 3D Tiles 1.1 to `out`, file by file; what is in
 * memory at any time is one scene file and the tree of boxes. The same delivery gives the same bytes.
 *
 * @example
 * const { origin } = await ingest('/data/park', { out: '/srv/meshes/park' });
 *
 * @throws AssetError; nothing at `out` has changed then
 */
export async function ingest(delivery: string, options: IngestOptions): Promise<IngestReport> {
  const found = await findDelivery(delivery);
  const placement = await deliveryPlacement(found, options.origin);
  const staging = await openStaging(options.out, { ours: TILESET_FILE, apartFrom: delivery });
  try {
    const built = await buildTileTrees(found, placement, staging, options);
    const json = tileset(built.roots, placement.transform);
    if (json === undefined) {
      throw assetError('UPW_ASSET_NOTHING_TO_SHOW', { path: delivery, files: built.counts.files });
    }
    const [issue] = checkTileset(json);
    if (issue !== undefined) {
      const where = `${issue.type} at ${issue.path}: ${issue.message}`;
      throw assetError('UPW_ASSET_TILESET_INVALID', { path: delivery, issue: where });
    }
    const report: IngestReport = {
      counts: built.counts,
      origin: placement.origin,
      warnings: [...placement.warnings, ...built.warnings],
    };
    const createdFrom = basename(resolve(delivery));
    const manifest: RealityMeshManifest = { name: options.name ?? createdFrom, ...report, createdFrom };
    await staging.write(TILESET_FILE, JSON.stringify(json));
    await staging.write(MANIFEST_FILE, `${JSON.stringify(manifest, undefined, 2)}\n`);
    stopIfAsked(delivery, options.signal);
    await staging.publish();
    return report;
  } catch (error) {
    await staging.discard();
    throw error;
  }
}
