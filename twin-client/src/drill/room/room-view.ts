import type { MeterMessage, ResultMessage, Trainee } from '@upwind/sim-server/contract';
import type { Fault } from '../../live/answer.ts';

/** How the page stands with the room. */
export type Link =
  | { readonly kind: 'joining' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly sinceMs: number }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'gone'; readonly why: 'ended' | 'lost' | 'replaced' };

export type Phase = 'waiting' | 'running' | 'ended';

export type Status = 'active' | 'mustered' | 'overcome' | 'left';

/** Somebody in the room, without the poses: what lists and tags show. */
export interface Attendee {
  readonly session: string;
  readonly person: string;
  readonly displayName: string;
  readonly role: string;
  readonly connected: boolean;
  readonly ready: boolean;
  readonly inHeadset: boolean;
  readonly status: Status;
}

/** Something that was said to this trainee, shown for a while and read out as a caption. */
export interface Caption {
  readonly id: number;
  readonly kind: 'acted' | 'refused' | 'meter-low' | 'meter-high' | 'started' | 'mustered' | 'overcome' | 'vapour';
  readonly code?: string;
}

/** What the page knows of the room. Times are drill seconds. */
export interface RoomView {
  readonly link: Link;
  readonly session: string;
  /** Id of the room, as its attempts name it. */
  readonly roomId: string;
  readonly phase: Phase;
  readonly timeS: number;
  readonly durationS: number;
  readonly wind: { readonly fromDeg: number; readonly speedMPerS: number };
  readonly attendees: readonly Attendee[];
  readonly meter: MeterMessage | undefined;
  readonly acted: readonly string[];
  readonly result: ResultMessage | undefined;
  readonly captions: readonly Caption[];
}

export const emptyView: RoomView = {
  link: { kind: 'joining' },
  session: '',
  roomId: '',
  phase: 'waiting',
  timeS: 0,
  durationS: 0,
  wind: { fromDeg: 0, speedMPerS: 0 },
  attendees: [],
  meter: undefined,
  acted: [],
  result: undefined,
  captions: [],
};

export function attendeeOf(session: string, trainee: Trainee): Attendee {
  return {
    session,
    person: trainee.person,
    displayName: trainee.displayName,
    role: trainee.role,
    connected: trainee.connected,
    ready: trainee.ready,
    inHeadset: trainee.inHeadset,
    status: statusOf(trainee.status),
  };
}

export function phaseOf(phase: string): Phase {
  return phase === 'running' || phase === 'ended' ? phase : 'waiting';
}

function statusOf(status: string): Status {
  return status === 'mustered' || status === 'overcome' || status === 'left' ? status : 'active';
}

/** Whether two lists say the same, so that a page is not drawn twenty times a second for nothing. */
export function sameAttendees(one: readonly Attendee[], other: readonly Attendee[]): boolean {
  return (
    one.length === other.length &&
    one.every((attendee, index) => {
      const twin = other[index];
      return (
        twin !== undefined &&
        attendee.session === twin.session &&
        attendee.displayName === twin.displayName &&
        attendee.role === twin.role &&
        attendee.connected === twin.connected &&
        attendee.ready === twin.ready &&
        attendee.inHeadset === twin.inHeadset &&
        attendee.status === twin.status
      );
    })
  );
}
