/**
 * How a trainee may move: the room refuses what is outside, so a client keeps its locomotion inside.
 * A step longer than `maxJumpM` at once is refused even after standing still; after a silent gap in the connection
 * a trainee may be as far as running for `maxSilenceS` would have taken them.
 */
export const DRILL_MOTION = {
  /** Faster than any person in protective clothing runs, with room for a headset's own walking speed. */
  maxSpeedMPerS: 8,
  maxJumpM: 4,
  maxSilenceS: 3,
  maxHandReachM: 1.5,
  /** Head above the floor the trainee started on: lying down to standing on the steps over a bund wall. */
  minHeadHeightM: 0.1,
  maxHeadHeightM: 4,
  maxPosesPerS: 30,
  /** While the room waits, a trainee stays this near to their start place. */
  waitingRadiusM: 5,
  /** Head height a trainee starts with, until their own pose says better. */
  startHeadHeightM: 1.65,
} as const;
