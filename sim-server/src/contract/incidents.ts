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

/** `POST /api/sites/:site/incidents`; the server gives the id. */
export const OpenIncident = Type.Object({ incident: Incident }, { additionalProperties: false });
export type OpenIncident = Static<typeof OpenIncident>;

/** `GET /api/sites/:site/weather`: what the mast says now, ready for an incident; `sourceTime` is its age's start. */
export const WeatherAnswer = Type.Object({ weather: WeatherSample, sourceTime: Type.Integer(), stale: Type.Boolean() });
export type WeatherAnswer = Static<typeof WeatherAnswer>;
