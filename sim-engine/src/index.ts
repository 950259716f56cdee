export type { Chemical, ProbitConstants, SixtyMinuteLevels, Sourced, ToxicLimits } from './chemicals/chemical.ts';
export { chemicals, chemicalsOf, knowsChemical } from './chemicals/table.ts';
export type { CrewPort } from './crew/score.ts';
export { serveCrew } from './crew/serve.ts';
export type { FieldGrid, HazardField, ModelStatement } from './dispersion/hazard-field.ts';
export { airChangesPerHour, type ShutBuilding, type Tightness } from './dispersion/indoor/air-exchange.ts';
export { type Indoors, indoorOf, type Outdoors } from './dispersion/indoor/indoor.ts';
export { concentrationOf, type HazardVolume, type VolumeFrame, type VolumeGrid } from './dispersion/volume.ts';
export { volumeAt, volumeSlice } from './dispersion/volume-reading.ts';
export { EngineError, type EngineErrorCode, engineErrorCodes } from './errors.ts';
export type { EvacuationAdvice, Route, Shelter } from './evacuation/route.ts';
export { type Averaged, averagedOver, toAveragingTime } from './exposure/averaging.ts';
export { drawnShares, type EnsembleCount, ensembleCount, highestOf, type ShareZone } from './exposure/ensemble.ts';
export { fatalShare, lethalConcentration, probabilityOfProbit } from './exposure/fatality.ts';
export { type FieldLayers, layersAt } from './exposure/field-layers.ts';
export { isFlammable, lowerLimitShare } from './exposure/flammability.ts';
export { type Fluctuation, loadFactor, meanderIntensity, peakToMean, shareAbove } from './exposure/fluctuation.ts';
export { type ThreatLimit, threatLimits } from './exposure/limits.ts';
export {
  type ProfileLevel,
  type ProfileLimit,
  type ProfileSetting,
  profileLevels,
  profileLimits,
  type ZoneProfile,
  zoneProfiles,
} from './exposure/profile.ts';
export { type ProfileZone, profileZones, type ZoneRequest } from './exposure/profile-zones.ts';
export { substanceOf } from './exposure/substance.ts';
export type { Ring, ThreatLevel, ThreatZone } from './exposure/threat-zone.ts';
export { type RunRequest, runIncident } from './incident/conductor.ts';
export type { ChanceZone, EnsembleResult } from './incident/ensemble.ts';
export { type ProbeCurve, probeCurves } from './incident/probe.ts';
export {
  concentrationAt,
  type DoseFractions,
  doseAlong,
  fractionsOf,
  insideZone,
  loadAlong,
  ppmOf,
  type TimedPath,
  toxicLoadAt,
  zonesAt,
} from './incident/readings.ts';
export type { IncidentResult } from './incident/run.ts';
export { connectEngine, type Engine, type RunOptions, type StopSignal } from './worker/connect.ts';
export type { KeptRun } from './worker/kept-run.ts';
export type {
  Answers,
  EngineAnswer,
  EnginePort,
  EngineRequest,
  Question,
  Slice,
  VolumeCut,
} from './worker/messages.ts';
export {
  type ChannelLike,
  type EmitterEndpoint,
  type EventedEndpoint,
  type Later,
  laterBy,
  portOfWorker,
} from './worker/ports.ts';
export { serveEngine } from './worker/serve.ts';
