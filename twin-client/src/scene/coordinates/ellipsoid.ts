import type { GeodeticPosition } from '@upwind/scenes';

/** WGS 84 (NIMA TR8350.2): semi-major axis in metres and first eccentricity squared. */
const semiMajorM = 6_378_137;
const flattening = 1 / 298.257223563;
const eccentricitySquared = flattening * (2 - flattening);

export type Vector = readonly [number, number, number];

/** Sixteen numbers column by column, as three.js' `Matrix4.fromArray` takes them; every one a double. */
export type Matrix = readonly number[];

const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Earth-centred, Earth-fixed metres of a geodetic position. */
export function ecefOf({ lat, lon, heightM }: GeodeticPosition): Vector {
  const phi = radians(lat);
  const lambda = radians(lon);
  const primeVertical = semiMajorM / Math.sqrt(1 - eccentricitySquared * Math.sin(phi) ** 2);
  const outward = (primeVertical + heightM) * Math.cos(phi);
  return [
    outward * Math.cos(lambda),
    outward * Math.sin(lambda),
    (primeVertical * (1 - eccentricitySquared) + heightM) * Math.sin(phi),
  ];
}

/** Unit vectors east, north and up at a place, in ECEF. */
function axesAt({ lat, lon }: GeodeticPosition): readonly [east: Vector, north: Vector, up: Vector] {
  const phi = radians(lat);
  const lambda = radians(lon);
  const [sinPhi, cosPhi, sinLambda, cosLambda] = [Math.sin(phi), Math.cos(phi), Math.sin(lambda), Math.cos(lambda)];
  return [
    [-sinLambda, cosLambda, 0],
    [-sinPhi * cosLambda, -sinPhi * sinLambda, cosPhi],
    [cosPhi * cosLambda, cosPhi * sinLambda, sinPhi],
  ];
}

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * The transform that takes ECEF metres to the local ENU metres of `origin`. The translation is some six million metres:
 * multiply it with a tileset's own transform in doubles before anything becomes a 32-bit float.
 */
export function enuFromEcef(origin: GeodeticPosition): Matrix {
  const centre = ecefOf(origin);
  const [east, north, up] = axesAt(origin);
  return [
    ...[east[0], north[0], up[0], 0],
    ...[east[1], north[1], up[1], 0],
    ...[east[2], north[2], up[2], 0],
    ...[-dot(east, centre), -dot(north, centre), -dot(up, centre), 1],
  ];
}

/** A geodetic position in the local ENU metres of `origin`. */
export function enuOf(position: GeodeticPosition, origin: GeodeticPosition): Vector {
  const centre = ecefOf(origin);
  const place = ecefOf(position);
  const away: Vector = [place[0] - centre[0], place[1] - centre[1], place[2] - centre[2]];
  const [east, north, up] = axesAt(origin);
  return [dot(east, away), dot(north, away), dot(up, away)];
}
