import type { Site } from '@upwind/scenes';
import { coarserGrid, gridAround } from '../dispersion/grid.ts';
import type { FieldGrid } from '../dispersion/hazard-field.ts';
import { type TimeLadder, timeLadder } from '../dispersion/time-ladder.ts';
import type { VolumeGrid } from '../dispersion/volume.ts';
import { volumeGridOver } from '../dispersion/volume-grid.ts';

/** Where and when an incident is computed. */
export interface Fineness {
  readonly ladder: TimeLadder;
  readonly grid: FieldGrid;
  readonly volumeGrid: VolumeGrid;
}

/** A first look has fewer frames, cells and layers, so that it is there within a blink; steps and formulas are the same. */
const preview = { mostFrames: 30, mostCells: 10_000, layerM: 6 } as const;

/** The frames and grids of an incident of this length with releases at these places; coarser ones for a first look. */
export function finenessOf(
  site: Site,
  durationS: number,
  places: readonly (readonly [number, number, number])[],
  firstLook: boolean,
): Fineness {
  const whole = gridAround(site, places);
  if (!firstLook) return { ladder: timeLadder(durationS), grid: whole, volumeGrid: volumeGridOver(whole) };
  const grid = coarserGrid(whole, preview.mostCells);
  return {
    ladder: timeLadder(durationS, preview.mostFrames),
    grid,
    volumeGrid: volumeGridOver(grid, preview.layerM),
  };
}
