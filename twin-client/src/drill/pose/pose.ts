/**
 * A pose on the wire: [x, y, z, qx, qy, qz, qw] in the WebXR convention of the site, metres, right-handed, y up,
 * so that x = east, y = up, z = −north; the rotation is a unit quaternion, identity looks north (−z).
 */
export type PoseTuple = readonly [number, number, number, number, number, number, number];

/** A rotation as [x, y, z, w]. */
export type Rotation = readonly [number, number, number, number];

/** A place as [x, y, z]. */
export type Place = readonly [number, number, number];

/** The same pose for a left-handed, y-up engine (x east, y up, z north), and back: the mirror is its own inverse. */
export function mirrored(pose: PoseTuple): PoseTuple {
  const [x, y, z, qx, qy, qz, qw] = pose;
  return [x, y, -z, -qx, -qy, qz, qw];
}

/** Local ENU metres (x east, y north, z up) of a pose's place. */
export function enuOf(pose: PoseTuple): Place {
  return [pose[0], -pose[2], pose[1]];
}

/** Rotation that looks along `headingRad` (clockwise from north, as a compass) and `pitchRad` (up positive). */
export function looking(headingRad: number, pitchRad: number): Rotation {
  const cy = Math.cos(-headingRad / 2);
  const sy = Math.sin(-headingRad / 2);
  const cp = Math.cos(pitchRad / 2);
  const sp = Math.sin(pitchRad / 2);
  return [cy * sp, sy * cp, -sy * sp, cy * cp];
}

/** Compass heading in radians, 0 north, π/2 east, of where a rotation looks; of its crown when it looks straight down or up. */
export function headingOf(rotation: Rotation): number {
  const [x, , z] = rotated(rotation, [0, 0, -1]);
  if (Math.hypot(x, z) > 1e-4) return Math.atan2(x, -z);
  const [upX, , upZ] = rotated(rotation, [0, 1, 0]);
  return Math.atan2(upX, -upZ);
}

/** A vector turned by a rotation. */
export function rotated([qx, qy, qz, qw]: Rotation, [x, y, z]: Place): Place {
  const tx = 2 * (qy * z - qz * y);
  const ty = 2 * (qz * x - qx * z);
  const tz = 2 * (qx * y - qy * x);
  return [x + qw * tx + (qy * tz - qz * ty), y + qw * ty + (qz * tx - qx * tz), z + qw * tz + (qx * ty - qy * tx)];
}

/** Millimetres and 1e-4 of a quaternion are all a pose carries over the wire. */
export function rounded(pose: PoseTuple): PoseTuple {
  const [x, y, z, qx, qy, qz, qw] = pose;
  const mm = (value: number) => Math.round(value * 1e3) / 1e3;
  const turn = (value: number) => Math.round(value * 1e4) / 1e4;
  return [mm(x), mm(y), mm(z), turn(qx), turn(qy), turn(qz), turn(qw)];
}
