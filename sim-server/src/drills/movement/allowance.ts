import { DRILL_MOTION } from '../../contract/index.ts';

/** How far a trainee may be from where they were: it grows with time at the top speed, up to one small jump. */
export interface Allowance {
  readonly metres: number;
  /** Server time of the last message about movement, accepted or not, ms. */
  readonly atMs: number;
}

/** Messages farther apart than this are a gap in the connection, not a rhythm. */
const GAP_MS = 500;

export function fullAllowance(atMs: number): Allowance {
  return { metres: DRILL_MOTION.maxJumpM, atMs };
}

/**
 * The allowance at `nowMs`. A steady stream of messages earns `maxSpeedMPerS`, saved up to one jump. After a silent gap
 * a trainee has what running would have made of it, up to `maxSilenceS`; what exceeds a jump then melts at the same
 * speed, so that poses queued during the gap still pass and nobody keeps a long jump in the pocket. A refused message
 * counts as a message: whoever keeps claiming a far place earns no gap.
 */
export function grow(allowance: Allowance, nowMs: number): Allowance {
  const elapsedMs = Math.max(0, nowMs - allowance.atMs);
  const runM = (DRILL_MOTION.maxSpeedMPerS * elapsedMs) / 1000;
  const { maxJumpM, maxSpeedMPerS, maxSilenceS } = DRILL_MOTION;
  if (elapsedMs > GAP_MS) {
    const gapM = Math.min(runM, maxSpeedMPerS * maxSilenceS);
    return { metres: Math.max(Math.min(allowance.metres + runM, maxJumpM), gapM), atMs: nowMs };
  }
  if (allowance.metres > maxJumpM) return { metres: Math.max(maxJumpM, allowance.metres - runM), atMs: nowMs };
  return { metres: Math.min(maxJumpM, allowance.metres + runM), atMs: nowMs };
}

/** Whether the way is short enough, and what is left. */
export function spend(allowance: Allowance, wayM: number): Allowance | undefined {
  return wayM <= allowance.metres ? { ...allowance, metres: allowance.metres - wayM } : undefined;
}
