import { type Static, Type } from 'typebox';

/** OPC UA's three: good, uncertain, bad. Stale is not a quality: it is age, judged where it is shown. */
export const Quality = Type.Enum(['good', 'uncertain', 'bad']);
export type Quality = Static<typeof Quality>;

/** One sample (样本) as it travels and rests. Times are UTC milliseconds. */
export const Sample = Type.Object({
  point: Type.String(),
  sourceTime: Type.Integer(),
  receivedTime: Type.Integer(),
  value: Type.Number(),
  quality: Quality,
});
export type Sample = Static<typeof Sample>;

/** `GET /api/sites/:site/points/:point/history?from&to&limit` */
export const HistoryAnswer = Type.Object({
  point: Type.String(),
  from: Type.Integer(),
  to: Type.Integer(),
  samples: Type.Array(Type.Object({ sourceTime: Type.Integer(), value: Type.Number(), quality: Quality })),
  /** How many samples the span holds; more than `samples` when they were thinned to `limit` (min and max of each bucket kept). */
  total: Type.Integer(),
});
export type HistoryAnswer = Static<typeof HistoryAnswer>;

/** Why messages were refused since the server started: nothing is dropped uncounted. */
export const IntakeAnswer = Type.Object({
  received: Type.Integer(),
  stored: Type.Integer(),
  duplicates: Type.Integer(),
  refused: Type.Array(
    Type.Object({ code: Type.String(), count: Type.Integer(), lastMessage: Type.String(), lastTime: Type.Integer() }),
  ),
});
export type IntakeAnswer = Static<typeof IntakeAnswer>;
