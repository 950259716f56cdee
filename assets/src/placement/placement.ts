import { assetError } from '../errors.ts';
import {
  type EnuFrame,
  ecefToEnu,
  ecefToGeodetic,
  enuFrame,
  enuToEcef,
  enuToEcefMatrix,
  type Geodetic,
  geodeticToEcef,
  type Vector3,
} from './geodesy.ts';
import type { DeliveryMetadata } from './metadata.ts';
import { comparedWithClaim, readSrsOrigin, withFittingZone } from './projected-origin.ts';
import type { Projection } from './projection.ts';
import { readReferenceSystem } from './reference-system.ts';

/** Where a delivery stands on Earth, and how its vertices get there. */
export interface Placement {
  /** the place of the model's point 0,0,0: the SRS origin */
  readonly origin: Geodetic;
  /** east-north-up at the origin → earth-centred, 4 × 4, column by column */
  readonly transform: readonly number[];
  readonly warnings: readonly string[];
  /**
   * Metres of the delivery (x, y, z per vertex) → metres east, north, up of the origin. Every vertex goes through
   * projection, ellipsoid and earth-centred frame, in doubles: a plane taken for the projection is 39 m wrong at 3 km.
   */
  readonly place: (positions: ArrayLike<number>) => Float64Array;
}

/** @throws AssetError UPW_ASSET_METADATA_… */
export function placementOf(metadata: DeliveryMetadata, givenOrigin?: Geodetic): Placement {
  const system = readReferenceSystem(metadata);
  const { file } = metadata;
  if (system.kind === 'local') {
    if (givenOrigin === undefined) {
      throw assetError('UPW_ASSET_METADATA_NO_REFERENCE', { file, found: system.found });
    }
    return tangentPlacement(givenOrigin);
  }
  const warnings: string[] = [];
  if (givenOrigin !== undefined) {
    warnings.push(`The origin given is not used, because ${file} places the model.`);
  }
  if (system.kind === 'enu') {
    const offset = metadata.srsOrigin === undefined ? ([0, 0, 0] as const) : readSrsOrigin(metadata);
    const placement = tangentPlacement({ lat: system.lat, lon: system.lon, height: system.height }, offset);
    return { ...placement, warnings };
  }
  warnings.push(...system.warnings);
  const read = readSrsOrigin(metadata);
  const { origin, warning } = withFittingZone(read, system.projection, metadata);
  if (warning !== undefined) warnings.push(warning);
  const contradiction = comparedWithClaim(system, origin, file);
  if (contradiction !== undefined) warnings.push(contradiction);
  return projectedPlacement(system.projection, origin, metadata, warnings);
}

/** The delivery's axes are already east, north, up of `at`; its point 0,0,0 lies at `offset` of that frame. */
export function tangentPlacement(at: Geodetic, offset: Vector3 = [0, 0, 0]): Placement {
  const tangent = enuFrame(at);
  const moved = offset.some((metres) => metres !== 0);
  const frame = moved ? enuFrame(ecefToGeodetic(enuToEcef(tangent, offset))) : tangent;
  const [x0, y0, z0] = offset;
  return {
    origin: frame.at,
    transform: enuToEcefMatrix(frame),
    warnings: [],
    place: (positions) => {
      if (!moved) return Float64Array.from(positions);
      return eachVertex(positions, (x, y, z) => ecefToEnu(frame, enuToEcef(tangent, [x0 + x, y0 + y, z0 + z])));
    },
  };
}

function projectedPlacement(
  { toLonLat }: Projection,
  [easting, northing, height]: Vector3,
  { file, srsOrigin = '' }: DeliveryMetadata,
  warnings: readonly string[],
): Placement {
  const [lon, lat] = toLonLat(easting, northing);
  if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lat) > 90) {
    throw assetError('UPW_ASSET_METADATA_ORIGIN', { file, origin: srsOrigin, reason: 'the SRS has no such place' });
  }
  const frame: EnuFrame = enuFrame({ lat, lon, height });
  return {
    origin: frame.at,
    transform: enuToEcefMatrix(frame),
    warnings,
    place: (positions) =>
      eachVertex(positions, (x, y, z) => {
        const [vertexLon, vertexLat] = toLonLat(easting + x, northing + y);
        return ecefToEnu(frame, geodeticToEcef({ lat: vertexLat, lon: vertexLon, height: height + z }));
      }),
  };
}

function eachVertex(positions: ArrayLike<number>, place: (x: number, y: number, z: number) => Vector3): Float64Array {
  const placed = new Float64Array(positions.length);
  for (let i = 0; i + 2 < positions.length; i += 3) {
    placed.set(place(positions[i] ?? 0, positions[i + 1] ?? 0, positions[i + 2] ?? 0), i);
  }
  return placed;
}
