import { type Static, Type } from 'typebox';

/** One row of the audit chain: who did what to what. `hash` covers this row and the one before it. */
export const AuditEntry = Type.Object({
  seq: Type.Integer(),
  time: Type.Integer(),
  actor: Type.String(),
  actorName: Type.String(),
  action: Type.String(),
  subject: Type.String(),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;

/** `GET /api/audit?before&limit`: newest first, and whether the whole chain still holds together. */
export const AuditAnswer = Type.Object({
  entries: Type.Array(AuditEntry),
  chain: Type.Union([
    Type.Object({ intact: Type.Literal(true), rows: Type.Integer(), head: Type.String() }),
    Type.Object({ intact: Type.Literal(false), rows: Type.Integer(), brokenAt: Type.Integer() }),
  ]),
});
export type AuditAnswer = Static<typeof AuditAnswer>;
