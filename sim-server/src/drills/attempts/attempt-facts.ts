import type { AttemptFacts, Drill, TrackPoint } from '@upwind/scenarios';
import type { DrillAir } from '../air/air.ts';
import { siteOf } from '../movement/placement.ts';
import { timeOf } from '../recording/track.ts';
import type { TraineeSeat } from '../seats/trainee-seat.ts';

/** What the room knows of one trainee, as scoring takes it: the recording, and the engine's answers along it. */
export function attemptFacts(
  seat: Pick<TraineeSeat, 'role' | 'track' | 'actions' | 'leftS'>,
  drill: Drill,
  air: DrillAir,
  endedS: number,
): AttemptFacts {
  const track = seat.track.map(({ tick, head }): TrackPoint => [timeOf(tick), ...siteOf(head)]);
  const releaseStartS = Math.min(...drill.incident.releases.map(({ startS }) => startS));
  const { weather } = drill.incident;
  const wind = weather.findLast(({ timeS }) => timeS <= releaseStartS) ?? weather[0];
  return {
    role: seat.role,
    track,
    actions: seat.actions.map(({ action, timeS }) => ({ action, timeS })),
    ...(seat.leftS !== undefined && { leftS: seat.leftS }),
    endedS,
    releaseStartS,
    windFromDeg: wind?.windFromDeg ?? 0,
    exposure: air.exposureAlong(track),
  };
}
