export { Acknowledge, Alarm, AlarmPriority, AlarmState } from './alarms.ts';
export {
  type ActMessage,
  DrillState,
  type MeterMessage,
  Pose,
  type PoseMessage,
  type ResultMessage,
  Trainee,
} from './drill-state.ts';
export {
  Attempt,
  AttemptRow,
  DrillRoomSummary,
  DrillSummary,
  OpenDrillRoom,
  RoomTicket,
  ScoreLine,
} from './drills.ts';
export { ErrorAnswer } from './fault.ts';
export { HealthAnswer } from './health.ts';
export { IncidentRecord, OpenIncident, WeatherAnswer } from './incidents.ts';
export { LiveFrame } from './live.ts';
export { Login, NewPerson, Person, Role, SessionAnswer } from './people.ts';
export { RealityMesh, SiteSummary } from './sites.ts';
export { HistoryAnswer, IntakeAnswer, Quality, Sample } from './telemetry.ts';
