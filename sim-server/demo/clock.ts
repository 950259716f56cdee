import { setTimeout as sleep } from 'node:timers/promises';
import { stepMs } from './simulated-plant.ts';

/** A machine that slept longer than this goes on from now; a shorter delay is made up for step by step. */
const longestCatchUpMs = 30_000;

/** The last whole step before now, UTC milliseconds. */
export function wholeStep(nowMs: number): number {
  return Math.floor(nowMs / stepMs) * stepMs;
}

/** Steps that bring a plant from its time to now: each a number of milliseconds to move on by. */
export function stepsTo(nowMs: number, plantMs: number): number[] {
  const lag = wholeStep(nowMs) - plantMs;
  if (lag <= 0) return [];
  return lag > longestCatchUpMs ? [lag] : Array.from({ length: lag / stepMs }, () => stepMs);
}

/** Calls `step` for every step of the machine's clock until the signal comes. */
export async function followClock(
  plantMs: () => number,
  step: (byMs: number) => void,
  afterSteps: () => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    for (const byMs of stepsTo(Date.now(), plantMs())) step(byMs);
    afterSteps();
    await sleep(stepMs - (Date.now() % stepMs), undefined, { signal }).catch(() => undefined);
  }
}
