import type { Site } from '@upwind/scenes';
import { useEffect } from 'react';
import { commandApi } from './incidents.ts';
import { useRehearsal } from './rehearsal.ts';

/** Computes the stored incident that the address names, unless it is the one on the scene. */
export function useStoredRun(site: Site, id: string | undefined): void {
  useEffect(() => {
    if (id === undefined || useRehearsal.getState().outcome?.incident.id === id) return;
    let late = false;
    void commandApi.incident(id).then((answer) => {
      if (late) return;
      if (answer.ok) void useRehearsal.getState().compute(site, answer.value.incident);
      else useRehearsal.getState().fail(answer.fault);
    });
    return () => {
      late = true;
    };
  }, [site, id]);
}
