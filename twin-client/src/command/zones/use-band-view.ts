import type { ProfileLevel } from '@upwind/sim-engine';
import { useMemo } from 'react';
import { type Outcome, useRehearsal } from '../rehearsal.ts';
import { useBand } from './band.ts';
import { type BandRings, type BandStanding, bandAt, bandLevel, bandLevels, bandStanding } from './band-view.ts';
import type { ZoneView } from './zone-view.ts';

export interface BandView {
  readonly standing: BandStanding;
  readonly levels: readonly ProfileLevel[];
  readonly level: ProfileLevel | undefined;
  /** What is drawn: absent unless the band is wanted and there. */
  readonly rings: BandRings | undefined;
}

/** The band of an outcome at a time, as the reader wants it. */
export function useBandView(outcome: Outcome | undefined, view: ZoneView, timeS: number): BandView | undefined {
  const band = useBand((state) => state.band);
  const wanted = useBand((state) => state.wanted);
  const chosen = useBand((state) => state.level);
  const computing = useRehearsal((state) => state.run.kind === 'computing');
  const field = outcome?.result.fields[0];
  const levels = useMemo(
    () => (outcome === undefined || field === undefined ? [] : bandLevels(field, outcome, view)),
    [outcome, field, view],
  );
  const level = bandLevel(levels, chosen);
  const standing = useMemo<BandStanding | undefined>(
    () =>
      outcome === undefined || field === undefined ? undefined : bandStanding(band, outcome, field, view, computing),
    [band, outcome, field, view, computing],
  );
  const result = standing?.kind === 'here' && band.kind === 'here' && wanted ? band.result : undefined;
  const latest = result?.timesS.findLast((each) => each <= timeS) ?? 0;
  const rings = useMemo(
    () => (result === undefined || level === undefined ? undefined : bandAt(result, level, latest)),
    [result, level, latest],
  );
  return standing === undefined ? undefined : { standing, levels, level, rings };
}
