import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AssetError } from '../errors.ts';
import { tangentPlacement } from '../placement/placement.ts';
import { seededRandom } from '../reference-data.testing.ts';
import { placeTile } from '../tiles/placed-tile.ts';
import { tilesOfScene } from '../tiles/tile-source.ts';
import { readOsgb } from './read-osgb.ts';

/** Seeds stay once they are here: one that ever failed is worth keeping. */
const seeds = [1, 2, 3, 20261122, 0xdeadbeef, 77, 4711, 65537];
const ROUNDS = 300;

const fixtures = join(import.meta.dirname, 'fixtures');
const originals = readdirSync(fixtures)
  .filter((name) => name.endsWith('.osgb'))
  .map((name) => ({ name, bytes: readFileSync(join(fixtures, name)) }));

test.each(seeds)('a file changed by seed %i is either read or refused with a code, and converted likewise', (seed) => {
  const random = seededRandom(seed);
  const placement = tangentPlacement({ lat: 30, lon: 120, height: 0 });
  let refused = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { name, bytes } = originals[Math.floor(random() * originals.length)] ?? { name: '', bytes: Buffer.alloc(0) };
    const changed = mutate(bytes, random);
    try {
      const { tiles } = tilesOfScene(name, readOsgb(name, changed));
      for (const { meshes, geometricError } of tiles) {
        placeTile(meshes, new Map(), placement);
        expect(geometricError).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(geometricError)).toBe(true);
      }
    } catch (error) {
      expect(error, `${name}, seed ${seed}, round ${round}`).toBeInstanceOf(AssetError);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(ROUNDS / 10);
});

/** One to four changes: a bit, a byte, a 32-bit number, a piece cut out, a piece doubled. */
function mutate(original: Uint8Array, random: () => number): Uint8Array {
  let bytes = Uint8Array.from(original);
  const changes = 1 + Math.floor(random() * 4);
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(random() * (bytes.length - 4));
    const piece = 1 + Math.floor(random() * 32);
    switch (Math.floor(random() * 5)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        break;
      case 1:
        bytes[at] = Math.floor(random() * 256);
        break;
      case 2:
        new DataView(bytes.buffer).setUint32(at, numbers[Math.floor(random() * numbers.length)] ?? 0, true);
        break;
      case 3:
        bytes = Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + piece)]);
        break;
      default:
        bytes = Uint8Array.from([...bytes.subarray(0, at + piece), ...bytes.subarray(at)]);
    }
  }
  return bytes;
}

const numbers = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff, 0x7f800000, 0x7fc00000, 65536, 1e8];
