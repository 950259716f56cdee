import type { ProfileZone } from '@upwind/sim-engine';
import { useMemo, useState } from 'react';
import type { Outcome } from '../rehearsal.ts';
import { frameAt } from '../scene/field-texture.ts';
import { firstProfile, type ProfileChoice, type ZoneView, zonesIn } from './zone-view.ts';

interface Zones {
  readonly view: ZoneView;
  readonly setView: (view: ZoneView) => void;
  /** Cut as they are viewed, at the shown time. */
  readonly zones: readonly ProfileZone[];
  /** The same at head height. */
  readonly headZones: readonly ProfileZone[];
}

const headHeightM = 1.5;

/** The zones at a time as the reader views them; a list that the chemical has no limits for gives way to its first. */
export function useZones(outcome: Outcome | undefined, timeS: number): Zones {
  const [wish, setWish] = useState<{
    readonly profile?: ProfileChoice;
    readonly heightM?: number;
    readonly run?: number;
  }>({});
  const field = outcome?.result.fields[0];
  const run = outcome?.run;
  const view = useMemo<ZoneView>(() => {
    const kept = wish.run === run ? wish : {};
    const first = outcome === undefined || field === undefined ? 'aegl' : firstProfile(field, outcome.incident);
    const known = field?.heightM ?? headHeightM;
    return {
      profile: kept.profile ?? first,
      heightM: field?.volume === undefined ? known : (kept.heightM ?? known),
    };
  }, [wish, run, outcome, field]);
  const setView = ({ profile, heightM }: ZoneView) =>
    setWish({ profile, heightM, ...(run === undefined ? {} : { run }) });

  // Zones change from frame to frame, not with every moment between them.
  const frameTimeS = field === undefined ? 0 : (field.timesS[frameAt(field.timesS, timeS).frame] ?? 0);
  const atHead = field === undefined || view.heightM === field.heightM;
  const headZones = useMemo(
    () =>
      outcome === undefined || field === undefined
        ? []
        : zonesIn(outcome.result, outcome.incident, { ...view, heightM: field.heightM }, frameTimeS),
    [outcome, field, view, frameTimeS],
  );
  const zones = useMemo(
    () => (outcome === undefined || atHead ? headZones : zonesIn(outcome.result, outcome.incident, view, frameTimeS)),
    [outcome, atHead, headZones, view, frameTimeS],
  );
  return { view, setView, zones, headZones };
}
