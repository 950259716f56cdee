import type { Drill } from '@upwind/scenarios';
import type { DrillRoomSummary, DrillSummary } from '../../contract/index.ts';
import type { OpenedRoom } from './room-store.ts';
import type { Roster } from './roster.ts';

export const drillSummary = (drill: Drill): DrillSummary => ({
  id: drill.id,
  version: drill.version,
  site: drill.site,
  title: drill.title,
  briefing: drill.briefing,
  durationS: drill.durationS,
  seats: drill.seats,
  roles: drill.roles.map(({ id, title }) => ({ id, title })),
  steps: drill.steps,
  actions: drill.actions,
});

export type RoomPhase = DrillRoomSummary['phase'];

/** A room as the lobby lists it; it travels as Colyseus metadata, so that every server of the house can list all rooms. */
export const roomSummary = (opened: OpenedRoom, phase: RoomPhase, roster: Roster): DrillRoomSummary => ({
  code: opened.code,
  drill: drillSummary(opened.drill),
  phase,
  trainees: roster.seats
    .filter((seat) => seat.status !== 'left')
    .map(({ person, displayName }) => ({ person, displayName })),
  openedBy: opened.openedBy,
  openedTime: opened.openedTime,
});
