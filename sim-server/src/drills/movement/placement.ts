import type { Position } from '@upwind/scenes';

/** [x, y, z, qx, qy, qz, qw] in the WebXR convention of the wire: x east, y up, z south, unit quaternion. */
export type PoseArray = readonly [number, number, number, number, number, number, number];

/** Head and the hands that are tracked. */
export interface BodyPose {
  readonly head: PoseArray;
  readonly left?: PoseArray;
  readonly right?: PoseArray;
}

/** Where a pose is on the site: local ENU metres. */
export function siteOf(pose: PoseArray): Position {
  return [pose[0], -pose[2], pose[1]];
}

/**
 * The pose of a head `heightM` above a place of the site that looks towards `facingDeg`
 * (compass degrees, 0 north, 90 east). WebXR looks along −z, which is north.
 */
export function headAt(place: Position, heightM: number, facingDeg: number): PoseArray {
  const half = (-facingDeg * Math.PI) / 360;
  return [place[0], place[2] + heightM, -place[1], 0, Math.sin(half), 0, Math.cos(half)];
}

/** Ground distance between two places, m. */
export function groundDistanceM(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
