import { posix, sep } from 'node:path';
import { type AssetError, assetError } from '../errors.ts';
import type { Geodetic } from '../placement/geodesy.ts';
import { findMetadata, readMetadata } from '../placement/metadata.ts';
import { type Placement, placementOf, tangentPlacement } from '../placement/placement.ts';
import type { Delivery } from './delivery.ts';

/** Places a delivery by the metadata.xml in it, above it or beside its scene folder, else by the origin given. */
export async function deliveryPlacement({ path, files }: Delivery, origin: Geodetic | undefined): Promise<Placement> {
  if (origin !== undefined) checkOrigin(origin);
  const metadata = (await findMetadata(path)) ?? (await findBesideFolder(path, files));
  if (metadata === undefined) {
    if (origin === undefined) throw assetError('UPW_ASSET_METADATA_MISSING', { path });
    return tangentPlacement(origin);
  }
  const name = metadata.startsWith(path) ? metadata.slice(path.length).replace(sep, '') : metadata;
  return placementOf(await readMetadata(metadata, name), origin);
}

/** Some programs put the whole delivery into one more folder. */
async function findBesideFolder(path: string, files: readonly string[]): Promise<string | undefined> {
  const [first] = files;
  for (let folder = posix.dirname(first ?? '.'); folder !== '.'; folder = posix.dirname(folder)) {
    const found = await findMetadata(posix.join(path, folder));
    if (found !== undefined) return found;
  }
  return undefined;
}

function checkOrigin({ lat, lon, height }: Geodetic): void {
  const given = `${lat},${lon},${height}`;
  const wrong = (reason: string): AssetError => assetError('UPW_ASSET_ORIGIN_INVALID', { given, reason });
  if (![lat, lon, height].every(Number.isFinite)) throw wrong('it must be three numbers');
  if (Math.abs(lat) > 90) throw wrong('latitude comes first and ends at 90');
  if (Math.abs(lon) > 180) throw wrong('longitude ends at 180');
  if (Math.abs(height) > 12_000) throw wrong('no ground is that far from the ellipsoid');
}
