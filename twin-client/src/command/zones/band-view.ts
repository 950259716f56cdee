import type { ChanceZone, EnsembleResult, HazardField, ProfileLevel } from '@upwind/sim-engine';
import type { Outcome } from '../rehearsal.ts';
import type { BandState } from './band.ts';
import { limitsOf, type ZoneView } from './zone-view.ts';

/** The rings of a level at a moment of the ensemble. */
export interface BandRings {
  /** The moment of the ensemble that is shown, s. */
  readonly timeS: number;
  readonly level: ProfileLevel;
  readonly members: number;
  readonly spread: EnsembleResult['spread'];
  /** Empty where fewer than a tenth of the members reach the limit. */
  readonly zones: readonly ChanceZone[];
}

/** Why there is no band to be seen, or how far it is. */
export type BandStanding =
  | { readonly kind: 'here' }
  | { readonly kind: 'computing'; readonly fraction: number }
  /** Its run is not finished. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Limits, or a height, that the ensemble does not count. */
  | { readonly kind: 'other-limits' }
  | { readonly kind: 'other-height' };

/** The latest moment of an ensemble that is not after the shown one: a picture never runs ahead of its time. */
export function bandAt(result: EnsembleResult, level: ProfileLevel, timeS: number): BandRings {
  const { members, spread, timesS } = result;
  let at = timesS[0] ?? 0;
  for (const each of timesS) if (each <= timeS) at = each;
  const zones = result.zones.filter((zone) => zone.level === level && zone.timeS === at);
  return { timeS: at, level, members, spread, zones };
}

/** The levels of the viewed list that an ensemble counts: AEGL and shares of the LEL. */
export function bandLevels(field: HazardField, { incident }: Outcome, view: ZoneView): readonly ProfileLevel[] {
  if (view.profile !== 'aegl' && view.profile !== 'lel') return [];
  return limitsOf(field, incident, view.profile).map(({ level }) => level);
}

/** The chosen level where the list has it; else that of lasting harm, or half of what burns; else the first. */
export function bandLevel(levels: readonly ProfileLevel[], chosen: ProfileLevel | undefined): ProfileLevel | undefined {
  return levels.find((level) => level === chosen) ?? levels.find((level) => /-2$|-50$/.test(level)) ?? levels[0];
}

/** How the band of an outcome stands. `computing`: whether a run is under way, which a band waits for. */
export function bandStanding(
  band: BandState,
  outcome: Outcome,
  field: HazardField,
  view: ZoneView,
  computing: boolean,
): BandStanding {
  if (bandLevels(field, outcome, view).length === 0) return { kind: 'other-limits' };
  if (Math.abs(view.heightM - field.heightM) > 0.25) return { kind: 'other-height' };
  if (band.kind === 'none' || band.run !== outcome.run) return { kind: computing ? 'waiting' : 'stopped' };
  if (band.kind === 'stopped') return { kind: computing ? 'waiting' : 'stopped' };
  return band;
}
