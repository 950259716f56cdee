import type { WindGrid } from './wind-grid.ts';

/** A solid that stands on the ground, as the wind sees it, in local metres. Angles are radians from east, counter-clockwise. */
export type Obstacle =
  | {
      readonly kind: 'box';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly lengthM: number;
      readonly widthM: number;
      readonly angleRad: number;
      readonly baseM: number;
      readonly topM: number;
      /** Share of the volume that air may pass, 0 solid … 1 nothing there. */
      readonly porosity: number;
      /** Of a porous one: drag coefficient × frontal area per volume, 1/m. */
      readonly dragPerM?: number;
    }
  | {
      readonly kind: 'cylinder';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly radiusM: number;
      readonly baseM: number;
      readonly topM: number;
      readonly porosity: number;
      /** Of a porous one: drag coefficient × frontal area per volume, 1/m. */
      readonly dragPerM?: number;
    };

/** Obstacles on a grid. */
export interface ObstacleRaster {
  readonly grid: WindGrid;
  /** Those that the wind feels on this grid, largest first. */
  readonly obstacles: readonly Obstacle[];
  /** One a cell: 0 air, 1 solid (obstacle or below ground). */
  readonly solid: Uint8Array<ArrayBuffer>;
  /** One a column (j·nx + i): height of the ground over `z0M`, m. */
  readonly groundM: Float32Array<ArrayBuffer>;
  /** How many obstacles were left out: too small for a cell, hidden in others, outside the grid, over the work limit. */
  readonly leftOut?: {
    readonly small: number;
    readonly hidden: number;
    readonly outside: number;
    readonly overLimit: number;
  };
}
