/**
 * Why the room refuses a message of a client. The client says it in the reader's language by its code; nothing refused
 * changes the room's state, the recording or a score, and everything refused is counted.
 */
export const REFUSALS = {
  UPW_DRILL_POSE_MALFORMED:
    'This pose is not seven finite numbers with a unit quaternion and hands within reach: send head, left and right as [x,y,z,qx,qy,qz,qw].',
  UPW_DRILL_POSE_TOO_OFTEN: 'More than 30 poses came within a second: send at most 30, 20 are enough.',
  UPW_DRILL_POSE_TOO_FAR:
    'This place is farther than a person gets in the time since the last pose: go there at up to 8 m/s or in jumps of up to 4 m.',
  UPW_DRILL_POSE_HEIGHT: 'The head is below the floor or higher than a jump: set the height of the floor again.',
  UPW_DRILL_POSE_INSIDE: 'This place is inside a solid element of the site: walk around it.',
  UPW_DRILL_POSE_OUTSIDE: 'This place is outside the ground of the site: stay on it.',
  UPW_DRILL_POSE_WAITING: 'The drill has not begun: stay within 5 m of the start place until it does.',
  UPW_DRILL_POSE_FINISHED: 'This trainee has finished the drill: the pose is no longer recorded.',
  UPW_DRILL_MESSAGE_UNKNOWN: 'The room knows no message of this type: send pose, ready or act.',
  UPW_DRILL_MESSAGE_MALFORMED: 'This message has the wrong form: ready is true or false, act is {action}.',
  UPW_DRILL_MESSAGE_FLOOD: 'Too many messages within a second: the connection was closed; join again.',
  UPW_DRILL_ACTION_UNKNOWN: 'This drill has no such action: use one of its list.',
  UPW_DRILL_ACTION_TOO_FAR: 'The hand does not reach the place of this action: go nearer.',
  UPW_DRILL_NOT_RUNNING: 'Actions count only while the drill is running.',
  UPW_DRILL_OBSERVER: 'An observer has no seat in this drill: watch, or join as a trainee.',
} as const;

export type RefusalCode = keyof typeof REFUSALS;

/** Why an entry was refused before anybody sat down. */
export type TicketRefusal = 'unknown' | 'used' | 'expired' | 'other-room' | 'other-person';

/** How often this server has refused what, since it started: nothing is dropped uncounted. */
export class RefusalCounts {
  readonly #counts = new Map<string, number>();

  count(code: RefusalCode | `ticket-${TicketRefusal}`): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
  }

  get all(): readonly { readonly code: string; readonly count: number }[] {
    return [...this.#counts].map(([code, count]) => ({ code, count }));
  }
}
