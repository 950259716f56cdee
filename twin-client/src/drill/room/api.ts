import type { DrillRoomSummary, DrillSummary, RoomTicket } from '@upwind/sim-server/contract';
import { request } from '../../live/request.ts';

const room = (code: string, what = '') => `/api/drill-rooms/${encodeURIComponent(code)}${what}`;

/** The routes of drills and their rooms, typed by the contract. */
export const drillApi = {
  drills: () => request<readonly DrillSummary[]>('GET', '/api/drills'),
  rooms: () => request<readonly DrillRoomSummary[]>('GET', '/api/drill-rooms'),
  room: (code: string) => request<DrillRoomSummary>('GET', room(code)),
  open: (drill: string) => request<DrillRoomSummary>('POST', '/api/drill-rooms', { drill }),
  ticket: (code: string) => request<RoomTicket>('POST', room(code, '/ticket')),
  start: (code: string) => request<undefined>('POST', room(code, '/start')),
  end: (code: string) => request<undefined>('POST', room(code, '/end')),
} as const;
