import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { finer, jpeg, square } from '../osgb/small-scene.testing.ts';
import { writeOsgb } from '../osgb/write-osgb.ts';

/** A folder that is gone when the test is. */
export function scratchFolder(): { path: string; [Symbol.dispose]: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'upwind-assets-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

export function put(folder: string, path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

export const enuMetadata = `<?xml version="1.0" encoding="utf-8"?>
<ModelMetadata version="1"><SRS>ENU:30.5,120.25</SRS><SRSOrigin>0,0,0</SRSOrigin></ModelMetadata>`;

/**
 * Two root tiles side by side; the first has a finer level in one file of two tiles, of which the second names a file
 * that is not there. Blue is north, red south.
 */
export async function smallDelivery(folder: string, metadata: string | undefined = enuMetadata): Promise<string> {
  const delivery = join(folder, '交付 1');
  const picture = await jpeg('#0000ff', '#ff0000');
  const root = { meshes: [square(picture)], ...finer('Tile_+000_+000_L16_0.osgb', 7.5, 30) };
  const fine = [
    { meshes: [square(picture, 5, [0, 0, 0.5], 4)] },
    { meshes: [square(picture, 5, [5, 0, 0.25], 4)], ...finer('Tile_+000_+000_L17_01.osgb', 3.75, 60) },
  ];
  put(delivery, 'Data/Tile_+000_+000/Tile_+000_+000.osgb', writeOsgb([root]));
  put(delivery, 'Data/Tile_+000_+000/Tile_+000_+000_L16_0.osgb', writeOsgb(fine));
  put(delivery, 'Data/Tile_+001_+000/Tile_+001_+000.osgb', writeOsgb([{ meshes: [square(picture, 10, [10, 0, 0])] }]));
  if (metadata !== undefined) put(delivery, 'metadata.xml', metadata);
  return delivery;
}

/** Every file below a folder, with a hash of its bytes. */
export function filesOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const walk = (path: string) => {
    for (const name of readdirSync(path).sort()) {
      const inside = join(path, name);
      if (statSync(inside).isDirectory()) walk(inside);
      else files[relative(folder, inside)] = createHash('sha256').update(readFileSync(inside)).digest('hex');
    }
  };
  walk(folder);
  return files;
}
