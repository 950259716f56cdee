import { randomUUID } from 'node:crypto';
import { type AttemptFacts, scoreAttempt } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import type { Attempt } from '../../contract/index.ts';
import type { DrillAir } from '../air/air.ts';
import { timeOf } from '../recording/track.ts';
import type { OpenedRoom } from '../rooms/room-store.ts';
import type { TraineeSeat } from '../seats/trainee-seat.ts';
import { attemptFacts } from './attempt-facts.ts';
import type { JudgedAttempt } from './attempt-store.ts';
import { thinTrack } from './thin-track.ts';

/** A drill that is over. */
export interface FinishedCourse {
  readonly opened: OpenedRoom;
  readonly seats: readonly TraineeSeat[];
  readonly air: DrillAir;
  /** UTC milliseconds of drill second zero. */
  readonly startedTime: number;
  readonly endS: number;
  /** UTC milliseconds of the end. */
  readonly endedTime: number;
}

/** Judges every trainee of a finished drill. */
export function judgeRoom(course: FinishedCourse, site: Site): JudgedAttempt<AttemptFacts>[] {
  const { drill, profile, room } = course.opened;
  return course.seats.map((seat) => {
    const facts = attemptFacts(seat, drill, course.air, course.endS);
    const { score, verdict, reasons, steps, faults } = scoreAttempt({ drill, profile, site, facts });
    const atS = (timeS: number) => Math.min(course.startedTime + Math.round(timeS * 1000), course.endedTime);
    const first = seat.track.at(0)?.tick ?? 0;
    return {
      id: randomUUID(),
      drill: drill.id,
      drillVersion: drill.version,
      drillTitle: drill.title,
      profile: profile.id,
      profileVersion: profile.version,
      room,
      trainee: seat.person,
      traineeName: seat.displayName,
      role: seat.role,
      startedTime: atS(timeOf(first)),
      endedTime: seat.leftS === undefined ? course.endedTime : atS(seat.leftS),
      score,
      verdict,
      reasons: [...reasons],
      steps: steps.map((line): Attempt['steps'][number] => ({ ...line })),
      faults: faults.map((line): Attempt['faults'][number] => ({ ...line })),
      track: thinTrack(seat.track),
      facts,
      engineHash: course.air.hash,
    };
  });
}
