import type { ResultMessage } from '../../contract/index.ts';
import type { DrillPorts } from '../ports.ts';
import type { Journal } from '../recording/journal.ts';
import { type OpenedRoom, type RoomEnd, RoomStore } from '../rooms/room-store.ts';
import { AttemptStore } from './attempt-store.ts';
import { type FinishedCourse, judgeRoom } from './judge-room.ts';
import { untilStored } from './until-stored.ts';

/** A room that has ended. Without a course nothing was done that could be judged. */
export interface EndedRoom {
  readonly opened: OpenedRoom;
  readonly why: RoomEnd;
  readonly journal: Journal;
  readonly course: FinishedCourse | undefined;
}

/**
 * Judges what was done, stores it with the end of the room and the rest of the journal, and gives the results by
 * person. Waits for a database that is away; never rejects: what cannot be stored is logged, and the journal has it.
 */
export async function settleDrill(
  ports: DrillPorts,
  { opened, why, journal, course }: EndedRoom,
): Promise<ReadonlyMap<string, ResultMessage>> {
  const results = new Map<string, ResultMessage>();
  const { database, log, now, sites } = ports;
  try {
    // Judged once: a second try at storing must not make a second row.
    const attempts = course === undefined ? [] : judgeRoom(course, sites.get(opened.drill.site));
    await untilStored(log, async () => {
      await new AttemptStore(database).add(attempts);
      for (const { id, trainee, score, verdict } of attempts) results.set(trainee, { attempt: id, score, verdict });
      await new RoomStore(database).ended(opened.room, why, now());
      await journal.close();
    });
  } catch (error) {
    log.error({ err: error, room: opened.room }, 'the end of the drill could not be stored');
  }
  return results;
}
