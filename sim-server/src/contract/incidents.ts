import { Incident, WeatherSample } from '@upwind/scenarios';
import { type Static, Type } from 'typebox';

/** A stored incident: the incident travels, never its field. */
export const IncidentRecord = Type.Object({
  id: Type.String(),
  site: Type.String(),
  openedBy: Type.String(),
  openedTime: Type.Integer(),
  closedTime: Type.Optional(Type.Integer()),
  incident: Incident,
  /** Hash of the result as the opener's engine computed it, for comparison. */
  resultHash: Type.Optional(Type.String()),
});
export type IncidentRecord = Static<typeof IncidentRecord>;

const resultHash = Type.String({ minLength: 1, maxLength: 128 });

/** `POST /api/sites/:site/incidents`; the server gives the id. `resultHash` when the opener's engine has already run it. */
export const OpenIncident = Type.Object(
  { incident: Incident, resultHash: Type.Optional(resultHash) },
  { additionalProperties: false },
);
export type OpenIncident = Static<typeof OpenIncident>;

/** `POST /api/incidents/:id/verify`: the server runs the incident itself; without a hash it compares with the opener's. */
export const VerifyIncident = Type.Object({ resultHash: Type.Optional(resultHash) }, { additionalProperties: false });
export type VerifyIncident = Static<typeof VerifyIncident>;

export const IncidentVerification = Type.Object({
  /** Hash of the server's own result. */
  serverHash: Type.String(),
  /** The hash it was compared with, when there was one. */
  resultHash: Type.Optional(Type.String()),
  verdict: Type.Enum(['equal', 'different', 'nothing-to-compare']),
});
export type IncidentVerification = Static<typeof IncidentVerification>;

/** `GET /api/sites/:site/weather`: what the mast says now, ready for an incident; `sourceTime` is its age's start. */
export const WeatherAnswer = Type.Object({ weather: WeatherSample, sourceTime: Type.Integer(), stale: Type.Boolean() });
export type WeatherAnswer = Static<typeof WeatherAnswer>;
