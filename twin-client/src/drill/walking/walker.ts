import type { GroundPosition } from '@upwind/scenes';
import { groundHeightM, type Obstacles } from './obstacles.ts';
import { runMPerS, type Stride, velocityOf, walked } from './walking.ts';

/** Somebody on foot at a desk: where they stand, where they look, how far they have come. */
export interface Walker {
  readonly at: GroundPosition;
  readonly headingRad: number;
  readonly pitchRad: number;
  /** Height of the ground under the feet, smoothed, m. */
  readonly floorM: number;
  readonly walkedM: number;
  /** 0 standing … 1 running, smoothed. */
  readonly effort: number;
}

const mostPitchRad = 1.35;

export function standing(at: GroundPosition, headingRad: number): Walker {
  return { at, headingRad, pitchRad: 0, floorM: 0, walkedM: 0, effort: 0 };
}

/** The walker after `seconds` with a stride and a turn of the head (radians right and up), kept within `leash` of a place. */
export function moved(
  walker: Walker,
  obstacles: Obstacles,
  stride: Stride,
  look: readonly [number, number],
  seconds: number,
  leash?: { readonly at: GroundPosition; readonly radiusM: number },
): Walker {
  const headingRad = walker.headingRad + look[0];
  const pitchRad = Math.min(mostPitchRad, Math.max(-mostPitchRad, walker.pitchRad + look[1]));
  const velocity = velocityOf(stride, headingRad);
  const still = velocity[0] === 0 && velocity[1] === 0;
  const free = still ? walker.at : walked(obstacles, walker.at, velocity, seconds);
  const at = leash ? leashed(free, leash.at, leash.radiusM) : free;
  const wayM = Math.hypot(at[0] - walker.at[0], at[1] - walker.at[1]);
  const ease = Math.min(1, seconds * 8);
  const effort = seconds > 0 ? Math.min(1, wayM / seconds / runMPerS) : walker.effort;
  return {
    at,
    headingRad,
    pitchRad,
    floorM: walker.floorM + (groundHeightM(obstacles, at) - walker.floorM) * Math.min(1, seconds * 12),
    walkedM: walker.walkedM + wayM,
    effort: walker.effort + (effort - walker.effort) * ease,
  };
}

function leashed(at: GroundPosition, to: GroundPosition, radiusM: number): GroundPosition {
  const distanceM = Math.hypot(at[0] - to[0], at[1] - to[1]);
  if (distanceM <= radiusM) return at;
  const share = radiusM / distanceM;
  return [to[0] + (at[0] - to[0]) * share, to[1] + (at[1] - to[1]) * share];
}
