import { parentPort, workerData } from 'node:worker_threads';
import type { Site } from '@upwind/scenes';
import type { RootTile } from './root-grid.ts';
import { writeRootTile } from './root-tile-files.ts';

/** What a worker is started with; it is then sent one root tile after another. */
export interface RootTileWork {
  readonly site: Site;
  readonly folder: string;
}

const { site, folder } = workerData as RootTileWork;

parentPort?.on('message', (root: RootTile) => {
  writeRootTile(site, root, folder).then(
    (bytes) => parentPort?.postMessage(bytes),
    (error: unknown) => {
      // Thrown outside the promise it ends the worker, and the one who started it hears of it.
      queueMicrotask(() => {
        throw error;
      });
    },
  );
});
