import { leastBleedPorosity } from './obstacle-kinds.ts';
import type { Obstacle } from './obstacles.ts';
import type { WindGrid } from './wind-grid.ts';

/** How a grid can show an obstacle: as solid cells, as drag on the air in cells, or not at all. */
export type Resolution = 'solid' | 'drag' | 'none';

/** Frontal area below this share of a cell's face is not felt. */
const leastFrontShare = 0.1;

/** Solid where a cell fits into its plan, drag where it is porous or slimmer, none where low or tiny. */
export function resolutionOf(obstacle: Obstacle, { cellM, layerM }: WindGrid): Resolution {
  const heightM = obstacle.topM - obstacle.baseM;
  const sizes = [obstacle.x, obstacle.y, heightM, lengthOf(obstacle), widthOf(obstacle)];
  if (!sizes.every(Number.isFinite) || heightM < 0.5 * layerM || obstacle.porosity >= 1) return 'none';
  const narrow = Math.min(lengthOf(obstacle), widthOf(obstacle));
  if (obstacle.porosity < leastBleedPorosity && narrow >= cellM) return 'solid';
  if (!(narrow > 0) || meanFrontM(obstacle) * Math.min(heightM, layerM) < leastFrontShare * cellM * layerM)
    return 'none';
  return 'drag';
}

/** Extent along the obstacle's own x axis, m. */
export function lengthOf(obstacle: Obstacle): number {
  return obstacle.kind === 'box' ? obstacle.lengthM : 2 * obstacle.radiusM;
}

/** Extent along the obstacle's own y axis, m. */
export function widthOf(obstacle: Obstacle): number {
  return obstacle.kind === 'box' ? obstacle.widthM : 2 * obstacle.radiusM;
}

/** Width across the wind, averaged over all winds, m: perimeter over π (Cauchy). */
export function meanFrontM(obstacle: Obstacle): number {
  return obstacle.kind === 'box' ? (2 * (obstacle.lengthM + obstacle.widthM)) / Math.PI : 2 * obstacle.radiusM;
}

/** Area covered on the ground, m². */
export function planArea(obstacle: Obstacle): number {
  return obstacle.kind === 'box' ? obstacle.lengthM * obstacle.widthM : Math.PI * obstacle.radiusM * obstacle.radiusM;
}
