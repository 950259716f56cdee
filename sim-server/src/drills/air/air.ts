import type { ExposureFacts, TrackPoint } from '@upwind/scenarios';
import type { Position } from '@upwind/scenes';
import type { MeterMessage } from '../../contract/index.ts';
import type { Dose } from './dose.ts';

/** A release that everyone at the place can see and hear: a sign of the hazard, not its extent. */
export interface VisibleRelease {
  readonly release: string;
  readonly chemical: string;
  readonly at: Position;
  /** Rate at which the chemical is released, kg/s. */
  readonly kgPerS: number;
}

/**
 * The air of a drill: the engine's answer to the drill's incident, computed once when the room opens. It stays on the
 * server; a trainee's client only ever hears what an instrument in its hand would show.
 */
export interface DrillAir {
  /** Digest of the engine's result. */
  readonly hash: string;
  /** What a meter at this place shows. */
  meter(at: Position, timeS: number): MeterMessage;
  startDose(): Dose;
  /** What is leaking at a time. */
  releasesAt(timeS: number): readonly VisibleRelease[];
  /** What the air did to somebody who went this way. */
  exposureAlong(track: readonly TrackPoint[]): ExposureFacts;
}
