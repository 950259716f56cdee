import type { ExitState } from './exit-state.ts';

/** What left an inventory in a short time, and how. Without an exit nothing moved. */
export interface Escape {
  readonly massKg: number;
  readonly exit?: ExitState;
}

/** An inventory that empties: a vessel or a pipe. */
export interface Emitter {
  /** Rate with the opening as it is and everything open, kg/s: sets the length of the steps. */
  rate(): number;
  /** Lets `dtS` pass with the hole and the valve open by these shares. */
  advance(dtS: number, hole: number, valve: number): Escape;
  /** What can still come, kg; infinite where somebody feeds without end. */
  remainingKg(): number;
}
