import { assetError } from '../errors.ts';
import { epsgSystem } from './epsg.ts';
import { geodeticToEcef, type Vector3 } from './geodesy.ts';
import type { DeliveryMetadata } from './metadata.ts';
import { type Projection, projection } from './projection.ts';
import type { ReferenceSystem } from './reference-system.ts';

/** The three numbers of <SRSOrigin>: easting, northing, height. @throws AssetError UPW_ASSET_METADATA_ORIGIN */
export function readSrsOrigin({ file, srsOrigin }: DeliveryMetadata): Vector3 {
  const unusable = (reason: string) =>
    assetError('UPW_ASSET_METADATA_ORIGIN', { file, origin: srsOrigin ?? '', reason });
  if (srsOrigin === undefined) throw unusable('there is none');
  const parts = srsOrigin.split(/[,;\s]+/).filter((part) => part !== '');
  const numbers = parts.map(Number);
  const [x, y, z = 0] = numbers;
  if (x === undefined || y === undefined || parts.length > 3) throw unusable(`it has ${parts.length} numbers`);
  if (!numbers.every(Number.isFinite)) throw unusable('not all of it are numbers');
  if (Math.abs(z) > 12_000) throw unusable(`a height of ${z} m is not on Earth’s surface`);
  return [x, y, z];
}

/** No easting lies farther from the central meridian's than this: a sixth of the way round the equator. */
const FARTHEST_M = 1_000_000;

/**
 * Gauss-Krüger eastings are written with or without the zone number in front (20 483 810), and an SRS expects one or
 * the other. When they disagree the number is put right, if the zone is the one of the central meridian.
 */
export function withFittingZone(
  origin: Vector3,
  { isTransverseMercator, falseEasting, centralMeridian }: Projection,
  { file, srsOrigin = '' }: DeliveryMetadata,
): { origin: Vector3; warning?: string } {
  const [easting, northing, height] = origin;
  const unusable = (reason: string) => assetError('UPW_ASSET_METADATA_ORIGIN', { file, origin: srsOrigin, reason });
  if (easting === 0 && northing === 0) {
    throw unusable('0,0 is a place in the model, not in a projected SRS');
  }
  if (!isTransverseMercator || Math.abs(easting - falseEasting) < FARTHEST_M) return { origin };
  const zone = Math.floor(easting / 1e6);
  const expected = Math.floor(falseEasting / 1e6);
  const fitting = easting - zone * 1e6 + expected * 1e6;
  const zoneFits = [zone * 3, zone * 6 - 3].some((meridian) => Math.abs(meridian - centralMeridian) < 1e-6);
  if (expected === 0 && zone > 0 && zone < 100 && zoneFits) {
    return {
      origin: [fitting, northing, height],
      warning: `${file}: the easting ${easting} has the zone number ${zone} in front, which the SRS does not; ${fitting} is used.`,
    };
  }
  if (expected > 0 && zone === 0) {
    return {
      origin: [fitting, northing, height],
      warning: `${file}: the easting ${easting} lacks the zone number ${expected} that the SRS has; ${fitting} is used.`,
    };
  }
  const swapped = Math.abs(northing - falseEasting) < FARTHEST_M ? '; it looks like northing,easting' : '';
  throw unusable(
    `easting ${easting} is ${Math.round(Math.abs(easting - falseEasting) / 1000)} km from the central meridian ${centralMeridian}${swapped}`,
  );
}

/** A sentence when the code that a WKT names and the parameters it gives are two different systems. */
export function comparedWithClaim(
  system: Extract<ReferenceSystem, { kind: 'projected' }>,
  [easting, northing]: Vector3,
  file: string,
): string | undefined {
  const { claimedEpsg } = system;
  if (claimedEpsg === undefined) return undefined;
  const claimed = epsgSystem(claimedEpsg);
  if (claimed === undefined) return undefined;
  const other = projection(claimed.proj);
  const apart = distance(system.projection.toLonLat(easting, northing), other.toLonLat(easting, northing));
  if (apart < 0.01) return undefined;
  const differences = (
    [
      ['central meridian', 'centralMeridian'],
      ['false easting', 'falseEasting'],
      ['false northing', 'falseNorthing'],
      ['scale', 'scale'],
    ] as const
  )
    .filter(([, key]) => Math.abs(system.projection[key] - other[key]) > 1e-9)
    .map(([name, key]) => `${name} ${round(system.projection[key])} against ${round(other[key])}`);
  const how = differences.length > 0 ? differences.join(', ') : 'another ellipsoid';
  const far = apart >= 1000 ? `${(apart / 1000).toFixed(1)} km` : `${apart.toFixed(2)} m`;
  return `${file} contradicts itself: its PARAMETERs and the code it names, EPSG:${claimedEpsg}, are different systems (${how}), ${far} apart; the PARAMETERs are used.`;
}

const round = (value: number) => Number(value.toFixed(9));

function distance([lonA, latA]: readonly [number, number], [lonB, latB]: readonly [number, number]): number {
  const a = geodeticToEcef({ lat: latA, lon: lonA, height: 0 });
  const b = geodeticToEcef({ lat: latB, lon: lonB, height: 0 });
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
