export { Acknowledge, Alarm, AlarmPriority, AlarmState } from './alarms.ts';
export { AuditAnswer, AuditEntry } from './audit.ts';
export { DRILL_MOTION } from './drill-motion.ts';
export {
  type ActedMessage,
  type ActMessage,
  DrillState,
  type MeterMessage,
  Pose,
  type PoseMessage,
  type RefusedMessage,
  type ResultMessage,
  Sign,
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
export { IncidentRecord, IncidentVerification, OpenIncident, VerifyIncident, WeatherAnswer } from './incidents.ts';
export { LiveFrame } from './live.ts';
export { Login, NewPerson, Person, PersonChange, Role, SessionAnswer } from './people.ts';
export { RealityMesh, type SiteAnswer, SiteSummary } from './sites.ts';
export { HistoryAnswer, IntakeAnswer, Quality, Sample } from './telemetry.ts';
