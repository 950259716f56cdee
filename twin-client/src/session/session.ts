import type { Person, Role, SessionAnswer } from '@upwind/sim-server/contract';
import { create } from 'zustand';
import type { Fault } from '../live/answer.ts';
import { request, whenSignedOut } from '../live/request.ts';

export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'signed-in'; readonly person: Person; readonly expiresAt: number }
  | { readonly kind: 'unreachable'; readonly fault: Fault };

interface SessionStore {
  readonly session: SessionState;
  /** Asks the server who is here, once at the start and after a break. */
  ask(): Promise<void>;
  signIn(name: string, password: string): Promise<Fault | undefined>;
  signOut(): Promise<void>;
}

/** Who sits before this page. The session itself is an HttpOnly cookie: no token is ever in script's reach. */
export const useSession = create<SessionStore>((set) => ({
  session: { kind: 'asking' },
  async ask() {
    const answer = await request<SessionAnswer>('GET', '/api/session');
    if (answer.ok) set({ session: { kind: 'signed-in', ...answer.value } });
    else if (answer.fault.status === 401) set({ session: { kind: 'signed-out' } });
    else set({ session: { kind: 'unreachable', fault: answer.fault } });
  },
  async signIn(name, password) {
    const answer = await request<SessionAnswer>('POST', '/api/session', { name, password });
    if (!answer.ok) return answer.fault;
    set({ session: { kind: 'signed-in', ...answer.value } });
    return undefined;
  },
  async signOut() {
    await request('DELETE', '/api/session');
    set({ session: { kind: 'signed-out' } });
  },
}));

whenSignedOut(() => useSession.setState({ session: { kind: 'signed-out' } }));

/** The person, on pages that only signed-in people see. */
export function usePerson(): Person | undefined {
  return useSession(({ session }) => (session.kind === 'signed-in' ? session.person : undefined));
}

export function useRole(): Role | undefined {
  return usePerson()?.role;
}
