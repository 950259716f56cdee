import type { GroundPosition } from '@upwind/scenes';
import type { Place } from '../pose/pose.ts';
import { isBlocked, type Obstacles } from './obstacles.ts';
import { pushedOut, reached } from './walking.ts';

/** How far one leap of a headset goes, and how fast the body follows: within what the room lets a person move. */
export const leapM = 8;
export const leapMPerS = 7;

/** Speed and fall of the aiming arc, m/s and m/s²: an easy throw that lands near. */
const throwMPerS = 7.4;
const fallMPerS2 = 9.8;

/** The aiming arc of a headset's teleport and where it leads. */
export interface Leap {
  /** Places of the arc in local ENU metres, from the hand to the ground. */
  readonly arc: readonly Place[];
  readonly to: GroundPosition;
  /** Why it leads nowhere, if it does not. */
  readonly refused?: 'blocked' | 'too-near';
}

/** Aims from a hand (local ENU metres, direction of unit length) for somebody who stands at `from`. */
export function aimed(obstacles: Obstacles, hand: Place, direction: Place, from: GroundPosition): Leap {
  const arc: Place[] = [hand];
  let [x, y, z] = hand;
  let [vx, vy, vz] = [direction[0] * throwMPerS, direction[1] * throwMPerS, direction[2] * throwMPerS];
  for (let step = 0; step < 80 && z > 0; step++) {
    const seconds = 0.04;
    vz -= fallMPerS2 * seconds;
    [x, y, z] = [x + vx * seconds, y + vy * seconds, z + vz * seconds];
    arc.push([x, y, Math.max(0, z)]);
  }
  const farM = Math.hypot(x - from[0], y - from[1]);
  const share = farM > leapM ? leapM / farM : 1;
  const landing: GroundPosition = [from[0] + (x - from[0]) * share, from[1] + (y - from[1]) * share];
  const to = reached(obstacles, from, landing);
  const goneM = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (goneM < 0.4) return { arc, to: from, refused: isBlocked(obstacles, landing) ? 'blocked' : 'too-near' };
  return { arc, to: pushedOut(obstacles, to) };
}

/** Where the body is on its way after `seconds`, and whether it has arrived. */
export function carried(
  from: GroundPosition,
  to: GroundPosition,
  seconds: number,
): { at: GroundPosition; there: boolean } {
  const wayM = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const goneM = leapMPerS * seconds;
  if (goneM >= wayM) return { at: to, there: true };
  const share = goneM / wayM;
  return { at: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share], there: false };
}
