import type { ObstacleRaster } from '../obstacles.ts';
import type { WindAxes } from '../wind-axes.ts';

/**
 * The air of all cells while zones are laid: speed along the approaching wind, to its left and up, m/s. Zones are laid
 * by {@link slow} only: of several claims on a cell the slowest along the wind holds, so their order does not matter.
 */
export interface ZoneAir {
  readonly raster: ObstacleRaster;
  readonly axes: WindAxes;
  readonly along: Float32Array;
  readonly left: Float32Array;
  readonly up: Float32Array;
  /** Speed of the undisturbed wind at a height over ground, m/s. */
  speedAt(heightM: number): number;
}

/** Claims a cell for a slower wind; a faster one changes nothing. */
export function slow(air: ZoneAir, cell: number, along: number, left: number, up: number): void {
  const claim = Math.fround(along);
  const now = air.along[cell] as number;
  if (claim > now) return;
  if (claim === now) {
    // Equal claims from two sides: neither side is preferred.
    if ((air.left[cell] as number) * left <= 0) air.left[cell] = 0;
    else if (Math.abs(left) < Math.abs(air.left[cell] as number)) air.left[cell] = left;
    if (Math.abs(up) < Math.abs(air.up[cell] as number)) air.up[cell] = up;
    return;
  }
  air.along[cell] = claim;
  air.left[cell] = left;
  air.up[cell] = up;
}
