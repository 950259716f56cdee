import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Site } from '@upwind/scenes';
import { assetError } from '../../errors.ts';
import { openStaging } from '../../ingest/staging.ts';
import { type RootTile, rootGrid } from './root-grid.ts';
import type { RootTileWork } from './root-tile-worker.ts';

export interface DemoDeliveryOptions {
  /** told after each root tile */
  readonly onProgress?: (progress: { readonly tiles: number; readonly totalTiles: number }) => void;
  readonly signal?: AbortSignal;
}

export interface DemoDelivery {
  readonly rootTiles: number;
  /** of all scene files */
  readonly bytes: number;
}

/**
 * Makes an oblique-photography delivery of a site as a photogrammetry program would have made it from a flight: textured
 * ground, roads, roofs and walls in three levels of detail, `Data/Tile_…/*.osgb` and metadata.xml. An older delivery in
 * `folder` is replaced when the new one is whole. The same site gives the same bytes.
 *
 * @throws AssetError UPW_ASSET_OUT_OCCUPIED, UPW_ASSET_OUT_UNWRITABLE, UPW_ASSET_ABORTED
 */
export async function makeDemoDelivery(
  site: Site,
  folder: string,
  { onProgress, signal }: DemoDeliveryOptions = {},
): Promise<DemoDelivery> {
  const staging = await openStaging(folder, { ours: METADATA });
  try {
    await staging.write(METADATA, metadataOf(site));
    const roots = rootGrid(site);
    let [tiles, bytes] = [0, 0];
    await inWorkers(roots, { site, folder: staging.path }, signal, (written) => {
      bytes += written;
      onProgress?.({ tiles: ++tiles, totalTiles: roots.length });
    });
    if (signal?.aborted) throw assetError('UPW_ASSET_ABORTED', { path: folder });
    await staging.publish();
    return { rootTiles: roots.length, bytes };
  } catch (error) {
    await staging.discard();
    const refused = error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
    if (refused) throw assetError('UPW_ASSET_OUT_UNWRITABLE', { path: folder, reason: error.message }, error);
    throw error;
  }
}

const METADATA = 'metadata.xml';

/** The site's own frame: east, north, up at its origin. ENU knows no height, so the origin's stands in SRSOrigin. */
function metadataOf({ origin: { lat, lon, heightM } }: Site): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<ModelMetadata version="1">
	<SRS>ENU:${lat},${lon}</SRS>
	<SRSOrigin>0,0,${heightM}</SRSOrigin>
	<Texture>
		<ColorSource>Visible</ColorSource>
	</Texture>
</ModelMetadata>
`;
}

/** Does the root tiles in as many workers as there are cores; the first fault ends all. */
async function inWorkers(
  roots: readonly RootTile[],
  work: RootTileWork,
  signal: AbortSignal | undefined,
  onDone: (bytes: number) => void,
): Promise<void> {
  const waiting = [...roots];
  const workers = new Set<Worker>();
  const endAll = () => Promise.all([...workers].map((worker) => worker.terminate()));
  const stop = () => void endAll();
  if (signal?.aborted) return;
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const count = Math.min(roots.length, availableParallelism());
    await Promise.all(
      Array.from({ length: count }, () => {
        const worker = new Worker(new URL('./root-tile-worker.ts', import.meta.url), { workerData: work });
        workers.add(worker);
        return runWorker(worker, waiting, onDone);
      }),
    );
  } finally {
    signal?.removeEventListener('abort', stop);
    await endAll();
  }
}

function runWorker(worker: Worker, waiting: RootTile[], onDone: (bytes: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const root = waiting.shift();
      if (root === undefined) resolve();
      else worker.postMessage(root);
    };
    worker.on('message', (bytes: number) => {
      onDone(bytes);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
    next();
  });
}
