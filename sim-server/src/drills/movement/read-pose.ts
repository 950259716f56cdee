import { DRILL_MOTION } from '../../contract/index.ts';
import type { BodyPose, PoseArray } from './placement.ts';

/** What a client claims with one `pose` message, when it has the right form. */
export interface PoseClaim extends BodyPose {
  readonly inHeadset: boolean;
}

/** Float32 on the way and a headset's own rounding leave a quaternion this far from unit length at most. */
const QUATERNION_TOLERANCE = 0.02;
/** Sites are at most 100 km across, as `Position` of the scenes says. */
const FARTHEST_M = 50_000;

/**
 * Reads a `pose` message of a client as far as its form goes: seven finite numbers a pose, a unit quaternion, hands
 * within arm's reach of the head. Anything else is not a pose.
 */
export function readPose(message: unknown): PoseClaim | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { head: headIn, left: leftIn, right: rightIn, inHeadset } = message as Readonly<Record<string, unknown>>;
  if (!isPoseArray(headIn) || typeof inHeadset !== 'boolean') return undefined;
  const left = readHand(leftIn, headIn);
  const right = readHand(rightIn, headIn);
  if (left === 'wrong' || right === 'wrong') return undefined;
  return { head: headIn, inHeadset, ...(left && { left }), ...(right && { right }) };
}

function readHand(value: unknown, head: PoseArray): PoseArray | 'wrong' | undefined {
  // A codec may send an absent hand as null: both mean that the hand is not tracked.
  if (value === undefined || value === null) return undefined;
  if (!isPoseArray(value)) return 'wrong';
  const reachM = Math.hypot(value[0] - head[0], value[1] - head[1], value[2] - head[2]);
  return reachM <= DRILL_MOTION.maxHandReachM ? value : 'wrong';
}

function isPoseArray(value: unknown): value is PoseArray {
  if (!Array.isArray(value) || value.length !== 7) return false;
  if (!value.every((part) => typeof part === 'number' && Number.isFinite(part))) return false;
  const [x, y, z, ...rotation] = value as number[];
  const onTheSite = [x, y, z].every((metres) => Math.abs(metres ?? 0) <= FARTHEST_M);
  return onTheSite && Math.abs(Math.hypot(...rotation) - 1) <= QUATERNION_TOLERANCE;
}
