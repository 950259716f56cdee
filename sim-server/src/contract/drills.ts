import { DrillAction, Step } from '@upwind/scenarios';
import { Text } from '@upwind/scenes';
import { type Static, Type } from 'typebox';

export const DrillSummary = Type.Object({
  id: Type.String(),
  version: Type.String(),
  site: Type.String(),
  title: Text,
  briefing: Text,
  durationS: Type.Number(),
  seats: Type.Object({ min: Type.Integer(), max: Type.Integer() }),
  roles: Type.Array(Type.Object({ id: Type.String(), title: Text })),
  /** What is to be done, in order, and with what: the task line reads it. The incident is never in it. */
  steps: Type.Optional(Type.Array(Step)),
  actions: Type.Optional(Type.Array(DrillAction)),
});
export type DrillSummary = Static<typeof DrillSummary>;

/** `POST /api/drill-rooms` (trainer) opens a room for a drill. */
export const OpenDrillRoom = Type.Object({ drill: Type.String() }, { additionalProperties: false });
export type OpenDrillRoom = Static<typeof OpenDrillRoom>;

/** `GET /api/drill-rooms`, `POST /api/drill-rooms`. `code` is what people say to each other. */
export const DrillRoomSummary = Type.Object({
  code: Type.String(),
  drill: DrillSummary,
  phase: Type.Enum(['waiting', 'running', 'ended']),
  trainees: Type.Array(Type.Object({ person: Type.String(), displayName: Type.String() })),
  openedBy: Type.String(),
  openedTime: Type.Integer(),
});
export type DrillRoomSummary = Static<typeof DrillRoomSummary>;

/** `POST /api/drill-rooms/:code/ticket`: a single-use room ticket of 60 s, given to Colyseus as `options.ticket` with `roomId`. */
export const RoomTicket = Type.Object({ ticket: Type.String(), roomId: Type.String(), expiresAt: Type.Integer() });
export type RoomTicket = Static<typeof RoomTicket>;

/** One judged line of a score sheet: what it is, what it counted, and the evidence. */
export const ScoreLine = Type.Object({
  id: Type.String(),
  title: Text,
  outcome: Type.Enum(['done', 'missed', 'committed', 'avoided']),
  severity: Type.Optional(Type.Enum(['minor', 'major', 'fatal'])),
  weight: Type.Number(),
  /** Points this line adds (step) or takes away (fault). */
  points: Type.Number(),
  /** Drill second of the deciding moment and the fact in words. */
  evidence: Type.Object({ timeS: Type.Optional(Type.Number()), fact: Text }),
  clause: Type.Optional(Type.String()),
});
export type ScoreLine = Static<typeof ScoreLine>;

/** One trainee's go at one drill, as stored: append-only. */
export const Attempt = Type.Object({
  id: Type.String(),
  drill: Type.String(),
  drillVersion: Type.String(),
  drillTitle: Text,
  profile: Type.String(),
  room: Type.String(),
  trainee: Type.String(),
  traineeName: Type.String(),
  role: Type.String(),
  startedTime: Type.Integer(),
  endedTime: Type.Integer(),
  score: Type.Number(),
  verdict: Type.Enum(['pass', 'fail']),
  reasons: Type.Array(Text),
  steps: Type.Array(ScoreLine),
  faults: Type.Array(ScoreLine),
  /** [timeS, x, y, z] of the head, thinned for the page. */
  track: Type.Array(Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()])),
});
export type Attempt = Static<typeof Attempt>;

/** `GET /api/attempts`: rows without lines and track. */
export const AttemptRow = Type.Omit(Attempt, ['steps', 'faults', 'track', 'reasons']);
export type AttemptRow = Static<typeof AttemptRow>;
