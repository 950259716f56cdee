import { type Static, Type } from 'typebox';

export const AlarmPriority = Type.Enum(['critical', 'high', 'medium', 'low']);
export type AlarmPriority = Static<typeof AlarmPriority>;

/** ISA-18.2: active or returned to normal, acknowledged or not. `normal` alarms are history. */
export const AlarmState = Type.Enum(['active-unacked', 'active-acked', 'rtn-unacked', 'normal']);
export type AlarmState = Static<typeof AlarmState>;

/**
 * One activation of one limit of one point. `GET /api/sites/:site/alarms` gives those that are not over; with
 * `?state=all&limit&before` the newest, over or not.
 */
export const Alarm = Type.Object({
  id: Type.String(),
  site: Type.String(),
  point: Type.String(),
  element: Type.String(),
  limit: Type.Enum(['lowLow', 'low', 'high', 'highHigh']),
  limitValue: Type.Number(),
  priority: AlarmPriority,
  state: AlarmState,
  /** The value that crossed the limit, and the newest one. */
  raisedValue: Type.Number(),
  value: Type.Number(),
  raisedSourceTime: Type.Integer(),
  raisedReceivedTime: Type.Integer(),
  clearedSourceTime: Type.Optional(Type.Integer()),
  acknowledgedTime: Type.Optional(Type.Integer()),
  acknowledgedBy: Type.Optional(Type.String()),
  comment: Type.Optional(Type.String()),
});
export type Alarm = Static<typeof Alarm>;

/** `POST /api/sites/:site/alarms/:alarm/acknowledge`; gives the alarm, with the name of whoever was first. */
export const Acknowledge = Type.Object(
  { comment: Type.Optional(Type.String({ maxLength: 400 })) },
  { additionalProperties: false },
);
export type Acknowledge = Static<typeof Acknowledge>;
