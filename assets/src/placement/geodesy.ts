/** Latitude and longitude in degrees, height in metres above the ellipsoid (WGS 84). */
export interface Geodetic {
  readonly lat: number;
  readonly lon: number;
  readonly height: number;
}

export type Vector3 = readonly [number, number, number];

/** WGS 84 defining parameters (NIMA TR8350.2, third edition, table 3.1). */
const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const E2 = FLATTENING * (2 - FLATTENING);
const DEGREE = Math.PI / 180;

/** Earth-centred, earth-fixed metres of a geodetic position. */
export function geodeticToEcef({ lat, lon, height }: Geodetic): Vector3 {
  const sinLat = Math.sin(lat * DEGREE);
  const cosLat = Math.cos(lat * DEGREE);
  const normal = SEMI_MAJOR_M / Math.sqrt(1 - E2 * sinLat * sinLat);
  const ring = (normal + height) * cosLat;
  return [ring * Math.cos(lon * DEGREE), ring * Math.sin(lon * DEGREE), (normal * (1 - E2) + height) * sinLat];
}

/** Geodetic position of earth-centred metres, by Bowring's iteration; below a nanometre after five rounds on Earth. */
export function ecefToGeodetic([x, y, z]: Vector3): Geodetic {
  const ring = Math.hypot(x, y);
  let lat = Math.atan2(z, ring * (1 - E2));
  for (let round = 0; round < 5; round++) {
    const sinLat = Math.sin(lat);
    const normal = SEMI_MAJOR_M / Math.sqrt(1 - E2 * sinLat * sinLat);
    lat = Math.atan2(z + E2 * normal * sinLat, ring);
  }
  const sinLat = Math.sin(lat);
  const height = ring * Math.cos(lat) + z * sinLat - SEMI_MAJOR_M * Math.sqrt(1 - E2 * sinLat * sinLat);
  return { lat: lat / DEGREE, lon: Math.atan2(y, x) / DEGREE, height };
}

/** The east-north-up frame that touches the ellipsoid's normal at a place. */
export interface EnuFrame {
  readonly at: Geodetic;
  readonly ecef: Vector3;
  readonly east: Vector3;
  readonly north: Vector3;
  readonly up: Vector3;
}

export function enuFrame(at: Geodetic): EnuFrame {
  const sinLat = Math.sin(at.lat * DEGREE);
  const cosLat = Math.cos(at.lat * DEGREE);
  const sinLon = Math.sin(at.lon * DEGREE);
  const cosLon = Math.cos(at.lon * DEGREE);
  return {
    at,
    ecef: geodeticToEcef(at),
    east: [-sinLon, cosLon, 0],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}

/** Earth-centred metres in a frame. */
export function ecefToEnu(frame: EnuFrame, [x, y, z]: Vector3): Vector3 {
  const dx = x - frame.ecef[0];
  const dy = y - frame.ecef[1];
  const dz = z - frame.ecef[2];
  const along = (axis: Vector3) => axis[0] * dx + axis[1] * dy + axis[2] * dz;
  return [along(frame.east), along(frame.north), along(frame.up)];
}

/** Earth-centred metres of a point of a frame. */
export function enuToEcef({ ecef, east, north, up }: EnuFrame, [e, n, u]: Vector3): Vector3 {
  return [
    ecef[0] + east[0] * e + north[0] * n + up[0] * u,
    ecef[1] + east[1] * e + north[1] * n + up[1] * u,
    ecef[2] + east[2] * e + north[2] * n + up[2] * u,
  ];
}

/** The frame as a 4 × 4 matrix, column by column, as a 3D Tiles `transform` has it. */
export function enuToEcefMatrix({ ecef, east, north, up }: EnuFrame): number[] {
  return [...east, 0, ...north, 0, ...up, 0, ...ecef, 1];
}
