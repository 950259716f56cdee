import type { RoomEnd } from './room-store.ts';

/** What a trainee's part in the drill has come to. `active` ones are still in it. */
export type TraineeStatus = 'active' | 'mustered' | 'overcome' | 'left';

export interface SeatedTrainee {
  readonly ready: boolean;
  readonly status: TraineeStatus;
}

/** Whether the trainees start the drill themselves: enough of them, and every one of them ready. */
export function startsByItself(trainees: readonly SeatedTrainee[], minSeats: number): boolean {
  return trainees.length >= minSeats && trainees.every((trainee) => trainee.ready);
}

/** Why a running drill is over by itself, if it is. */
export function endsByItself(
  trainees: readonly SeatedTrainee[],
  timeS: number,
  durationS: number,
): Extract<RoomEnd, 'finished' | 'time'> | undefined {
  if (trainees.every((trainee) => trainee.status !== 'active')) return 'finished';
  return timeS >= durationS ? 'time' : undefined;
}
