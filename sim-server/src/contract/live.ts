import { type Static, Type } from 'typebox';
import { Alarm } from './alarms.ts';
import { Quality, Sample } from './telemetry.ts';

/**
 * Server → client frames of the live WebSocket, `/live?site=<id>`, JSON. The session cookie and the Origin are checked
 * at the handshake. First comes `snapshot`; then samples in batches (at most ten a second), newest by source time.
 */
export const LiveFrame = Type.Union([
  Type.Object({
    kind: Type.Literal('snapshot'),
    site: Type.String(),
    serverTime: Type.Integer(),
    latest: Type.Array(Sample),
    alarms: Type.Array(Alarm),
  }),
  Type.Object({
    kind: Type.Literal('samples'),
    serverTime: Type.Integer(),
    /** [point, sourceTime, value, quality] */
    samples: Type.Array(Type.Tuple([Type.String(), Type.Integer(), Type.Number(), Quality])),
  }),
  Type.Object({ kind: Type.Literal('alarm'), serverTime: Type.Integer(), alarm: Alarm }),
  /** The reality meshes or the incidents of the site changed: fetch them again. */
  Type.Object({ kind: Type.Literal('changed'), what: Type.Enum(['reality', 'incidents', 'drills']) }),
]);
export type LiveFrame = Static<typeof LiveFrame>;
