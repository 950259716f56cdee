import { type Static, Type } from 'typebox';

/** `GET /api/health`, open to everyone, says nothing of the plant. */
export const HealthAnswer = Type.Object({
  status: Type.Enum(['ok', 'degraded']),
  version: Type.String(),
  parts: Type.Object({
    database: Type.Enum(['ok', 'down']),
    broker: Type.Enum(['ok', 'down']),
    rooms: Type.Enum(['ok', 'down']),
  }),
});
export type HealthAnswer = Static<typeof HealthAnswer>;
