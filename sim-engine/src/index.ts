export type { FieldGrid, HazardField, ModelStatement } from './dispersion/hazard-field.ts';
export type { EvacuationAdvice, Route, Shelter } from './evacuation/route.ts';
export type { Ring, ThreatLevel, ThreatZone } from './exposure/threat-zone.ts';
export type { IncidentResult } from './incident/run.ts';
export type { EngineAnswer, EnginePort, EngineRequest } from './worker/messages.ts';
