import type { FieldGrid } from '../dispersion/hazard-field.ts';
import { contourOn } from './contour.ts';
import { wholeGrid } from './field-layers.ts';
import type { Ring } from './threat-zone.ts';
import { areaOf } from './zones.ts';

/** Shares of an ensemble that are drawn: nearly all may be hit, as likely as not, nearly sure. */
export const drawnShares = [0.1, 0.5, 0.9] as const;

/** Where a share of the members reaches a limit. */
export interface ShareZone {
  readonly share: number;
  readonly rings: readonly Ring[];
  readonly areaM2: number;
}

/**
 * Counts, member by member, in which cells of a grid a layer reaches a limit: memory of two numbers a cell, however
 * many members. The order of the members does not matter beyond the last digit of their weights' sum.
 */
export interface EnsembleCount {
  /** Adds a member's layer, [j north][i east]; a weight above 0, e.g. its likelihood. NaN counts as clean air. */
  add(layer: Float32Array<ArrayBuffer>, weight?: number): void;
  readonly members: number;
  /** Share of the members' weight at or above the limit in each cell, 0…1. */
  share(): Float32Array<ArrayBuffer>;
  /** Rings around the cells where at least each of these shares reaches the limit. */
  zones(shares?: readonly number[]): ShareZone[];
}

/** An empty count for a limit, in the unit of the layers. */
export function ensembleCount(grid: FieldGrid, limit: number): EnsembleCount {
  const cells = grid.nx * grid.ny;
  const above = new Float64Array(cells);
  let total = 0;
  let members = 0;
  const share = (): Float32Array<ArrayBuffer> => {
    const shares = new Float32Array(cells);
    if (total > 0) for (let cell = 0; cell < cells; cell += 1) shares[cell] = (above[cell] as number) / total;
    return shares;
  };
  return {
    add(layer, weight = 1) {
      if (layer.length !== cells) throw new RangeError(`A layer of ${layer.length} cells on a grid of ${cells}.`);
      if (!(weight > 0) || weight === Number.POSITIVE_INFINITY) throw new RangeError(`A weight of ${weight}.`);
      for (let cell = 0; cell < cells; cell += 1) {
        if ((layer[cell] as number) >= limit) above[cell] = (above[cell] as number) + weight;
      }
      total += weight;
      members += 1;
    },
    get members() {
      return members;
    },
    share,
    zones(shares = drawnShares) {
      const contour = contourOn(grid, 'linear')(share(), 0, wholeGrid(grid));
      return shares.flatMap((wanted) => {
        const rings = contour(wanted);
        return rings.length === 0 ? [] : { share: wanted, rings, areaM2: areaOf(rings) };
      });
    },
  };
}

/** The largest value of each cell over the frames of a field, to ask whether a limit was ever reached. */
export function highestOf(frames: Float32Array<ArrayBuffer>, cells: number): Float32Array<ArrayBuffer> {
  const highest = new Float32Array(cells);
  for (let k = 0; k < frames.length; k += 1) {
    const cell = k % cells;
    const value = frames[k] as number;
    if (value > (highest[cell] as number)) highest[cell] = value;
  }
  return highest;
}
