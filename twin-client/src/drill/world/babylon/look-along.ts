import { Quaternion, Vector3 } from '@babylonjs/core/Maths/math.vector.js';

/** The turn that lays a thing's z along a direction with its y as upright as it can be. */
export function lookAlong(direction: Vector3): Quaternion {
  const z = direction.normalizeToNew();
  const up = Math.abs(z.y) > 0.999 ? Vector3.Forward() : Vector3.Up();
  const x = Vector3.Cross(up, z).normalize();
  const y = Vector3.Cross(z, x);
  return Quaternion.RotationQuaternionFromAxis(x, y, z);
}
