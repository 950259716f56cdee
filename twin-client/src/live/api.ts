import type {
  Alarm,
  AuditAnswer,
  HealthAnswer,
  HistoryAnswer,
  IntakeAnswer,
  NewPerson,
  Person,
  PersonChange,
  RealityMesh,
  SiteAnswer,
  SiteSummary,
} from '@upwind/sim-server/contract';
import type { Answer } from './answer.ts';
import { request } from './request.ts';

const at = (...parts: readonly string[]) => `/api/${parts.map(encodeURIComponent).join('/')}`;

/** Every route the twin, the shell and the administration use, typed by the contract. Desks add their own beside it. */
export const api = {
  health: () => request<HealthAnswer>('GET', '/api/health'),
  sites: () => request<readonly SiteSummary[]>('GET', '/api/sites'),
  site: (site: string) => request<SiteAnswer>('GET', at('sites', site)),
  reality: (site: string) => request<readonly RealityMesh[]>('GET', at('sites', site, 'reality')),
  history: (site: string, point: string, from: number, to: number, limit: number): Promise<Answer<HistoryAnswer>> =>
    request('GET', `${at('sites', site, 'points', point, 'history')}?from=${from}&to=${to}&limit=${limit}`),
  acknowledge: (site: string, alarm: string, comment: string) =>
    request<Alarm>('POST', at('sites', site, 'alarms', alarm, 'acknowledge'), comment === '' ? {} : { comment }),
  intake: () => request<IntakeAnswer>('GET', '/api/intake'),
  people: () => request<readonly Person[]>('GET', '/api/people'),
  addPerson: (person: NewPerson) => request<Person>('POST', '/api/people', person),
  changePerson: (person: string, change: PersonChange) => request<Person>('PATCH', at('people', person), change),
  audit: (before?: number) =>
    request<AuditAnswer>('GET', `/api/audit${before === undefined ? '' : `?before=${before}`}`),
} as const;
