import type { Attempt, AttemptRow } from '@upwind/sim-server/contract';
import { request } from '../live/request.ts';

/** What attempts are asked for. */
export interface AttemptFilter {
  readonly drill?: string;
  readonly trainee?: string;
  /** Id of a room, not its code. */
  readonly room?: string;
}

/** Attempts, typed by the contract. A trainee gets their own only. */
export const reviewApi = {
  attempts(filter: AttemptFilter = {}) {
    const query = new URLSearchParams({ limit: '500', ...filter });
    return request<readonly AttemptRow[]>('GET', `/api/attempts?${query}`);
  },
  attempt: (id: string) => request<Attempt>('GET', `/api/attempts/${encodeURIComponent(id)}`),
} as const;
