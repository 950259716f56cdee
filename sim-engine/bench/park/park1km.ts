import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A box of the bench park: south-west corner, extent along x and y, height, m. */
export interface ParkBox {
  readonly x: number;
  readonly y: number;
  readonly l: number;
  readonly w: number;
  readonly h: number;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The 500 boxes of park1km in the reference data (`UPWIND_DATA`, else `../shared/data`). */
export function readPark(): readonly ParkBox[] {
  const folder = process.env['UPWIND_DATA'] ?? resolve(root, '../shared/data');
  const file = join(folder, 'wind', 'park1km.json');
  if (!existsSync(file)) throw new Error(`The bench park ${file} is absent: set UPWIND_DATA to the reference data.`);
  return JSON.parse(readFileSync(file, 'utf8')).boxes;
}
