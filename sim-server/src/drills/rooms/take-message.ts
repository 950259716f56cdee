import type { Drill } from '@upwind/scenarios';
import type { Ground } from '../movement/judge-pose.ts';
import type { RefusalCode } from '../refusals.ts';
import type { TraineeSeat } from '../seats/trainee-seat.ts';
import { readAct, readReady } from './messages.ts';
import type { RoomPhase } from './summary.ts';

/** What a message of a trainee came to. */
export type Taken =
  | { readonly kind: 'moved' }
  | { readonly kind: 'readied'; readonly ready: boolean }
  | { readonly kind: 'acted'; readonly action: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly code: RefusalCode };

/** What the room knows when a message arrives. */
export interface Circumstances {
  readonly phase: RoomPhase;
  readonly drill: Drill;
  readonly ground: Ground;
  readonly nowMs: number;
}

/** How far an arm reaches from head or hand when an action does not say, m. */
const ARM_M = 1.5;

const refused = (code: RefusalCode): Taken => ({ kind: 'refused', code });

/** Takes a message for a seat, or refuses it by the table of refusals; a refused one has changed nothing. */
export function takeMessage(seat: TraineeSeat | undefined, type: string, message: unknown, now: Circumstances): Taken {
  if (type !== 'pose' && type !== 'ready' && type !== 'act') return refused('UPW_DRILL_MESSAGE_UNKNOWN');
  if (seat === undefined) return refused('UPW_DRILL_OBSERVER');
  if (type === 'pose') return move(seat, message, now);
  return type === 'ready' ? makeReady(seat, message, now) : act(seat, message, now);
}

function move(seat: TraineeSeat, message: unknown, { phase, ground, nowMs }: Circumstances): Taken {
  if (phase === 'ended' || seat.status === 'overcome') return refused('UPW_DRILL_POSE_FINISHED');
  const refusal = seat.move(message, phase, ground, nowMs);
  return refusal === undefined ? { kind: 'moved' } : refused(refusal);
}

function makeReady(seat: TraineeSeat, message: unknown, { phase }: Circumstances): Taken {
  const ready = readReady(message);
  if (ready === undefined) return refused('UPW_DRILL_MESSAGE_MALFORMED');
  // Too late to matter: no reason to reproach anybody.
  if (phase !== 'waiting') return { kind: 'nothing' };
  seat.shown.ready = ready;
  return { kind: 'readied', ready };
}

function act(seat: TraineeSeat, message: unknown, { phase, drill }: Circumstances): Taken {
  const claim = readAct(message);
  if (claim === undefined) return refused('UPW_DRILL_MESSAGE_MALFORMED');
  if (phase !== 'running' || seat.status !== 'active') return refused('UPW_DRILL_NOT_RUNNING');
  const action = drill.actions.find(({ id }) => id === claim.action);
  if (action === undefined) return refused('UPW_DRILL_ACTION_UNKNOWN');
  if (action.at !== undefined && seat.distanceM(action.at) > (action.reachM ?? ARM_M)) {
    return refused('UPW_DRILL_ACTION_TOO_FAR');
  }
  return { kind: 'acted', action: action.id };
}
