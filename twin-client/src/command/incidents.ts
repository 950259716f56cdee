import type { Incident } from '@upwind/scenarios';
import type { IncidentRecord, WeatherAnswer } from '@upwind/sim-server/contract';
import { request } from '../live/request.ts';

const at = (site: string, ...rest: readonly string[]) =>
  `/api/sites/${[site, ...rest].map(encodeURIComponent).join('/')}`;

/** The routes of the command desk. */
export const commandApi = {
  weather: (site: string) => request<WeatherAnswer>('GET', at(site, 'weather')),
  incidents: (site: string) => request<readonly IncidentRecord[]>('GET', at(site, 'incidents')),
  incident: (id: string) => request<IncidentRecord>('GET', `/api/incidents/${encodeURIComponent(id)}`),
  open: (site: string, incident: Incident) => request<IncidentRecord>('POST', at(site, 'incidents'), { incident }),
} as const;
