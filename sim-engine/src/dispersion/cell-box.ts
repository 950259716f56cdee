import type { FieldGrid } from './hazard-field.ts';

/** A box of cells, both ends included; empty when a low end is above its high end. */
export interface CellBox {
  iLow: number;
  iHigh: number;
  jLow: number;
  jHigh: number;
}

/** The box that holds no cell of a grid, ready to grow. */
export function emptyBox({ nx, ny }: FieldGrid): CellBox {
  return { iLow: nx, iHigh: -1, jLow: ny, jHigh: -1 };
}

/** Widens `box` to hold `other` as well. */
export function grow(box: CellBox, other: CellBox): void {
  box.iLow = Math.min(box.iLow, other.iLow);
  box.iHigh = Math.max(box.iHigh, other.iHigh);
  box.jLow = Math.min(box.jLow, other.jLow);
  box.jHigh = Math.max(box.jHigh, other.jHigh);
}
