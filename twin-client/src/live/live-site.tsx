import type { Alarm } from '@upwind/sim-server/contract';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useStore } from 'zustand';
import type { Newest } from './newest.ts';
import { acquireSiteLive, hurryAll, type SiteLive, type SiteLiveState } from './site-live.ts';

const LiveContext = createContext<SiteLive | undefined>(undefined);

window.addEventListener('online', hurryAll);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && hurryAll());

/** Holds the site's live stream open for everything inside it. */
export function LiveSite({ site, children }: { readonly site: string; readonly children: ReactNode }) {
  const [live, setLive] = useState<SiteLive>();
  useEffect(() => {
    const held = acquireSiteLive(site);
    setLive(held.live);
    return () => {
      setLive(undefined);
      held.release();
    };
  }, [site]);
  return live === undefined ? undefined : <LiveContext value={live}>{children}</LiveContext>;
}

/** The live state of the site around this component. */
export function useLive(): SiteLive {
  const live = useContext(LiveContext);
  if (live === undefined) throw new Error('useLive stands outside a <LiveSite>.');
  return live;
}

/** A slice of what changes seldom. */
export function useLiveState<T>(slice: (state: SiteLiveState) => T): T {
  return useStore(useLive().store, slice);
}

/** The newest sample of one point; only this component renders when it changes. */
export function useNewest(point: string | undefined): Newest | undefined {
  const { newest } = useLive();
  const listen = useCallback(
    (listener: () => void) => (point === undefined ? () => undefined : newest.listen(point, listener)),
    [newest, point],
  );
  return useSyncExternalStore(listen, () => (point === undefined ? undefined : newest.get(point)));
}

const rank = { critical: 0, high: 1, medium: 2, low: 3 } as const;

/** Unacknowledged before acknowledged, active before returned, then by priority, then the newest first. */
export function compareAlarms(a: Alarm, b: Alarm): number {
  const waiting = (alarm: Alarm) => (alarm.state === 'active-unacked' ? 0 : alarm.state === 'rtn-unacked' ? 1 : 2);
  return rank[a.priority] - rank[b.priority] || waiting(a) - waiting(b) || b.raisedSourceTime - a.raisedSourceTime;
}

/** The site's alarms that are not history, worst first. */
export function useAlarms(): readonly Alarm[] {
  const alarms = useLiveState((state) => state.alarms);
  return useMemo(() => [...alarms.values()].sort(compareAlarms), [alarms]);
}
