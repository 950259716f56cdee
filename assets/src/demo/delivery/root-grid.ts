import type { Site } from '@upwind/scenes';
import { BANK_M } from '../mesh/bank.ts';
import type { Rectangle } from '../mesh/ground-mesh.ts';

/** A root tile: where it lies, and what its folder is called. */
export interface RootTile {
  readonly name: string;
  readonly area: Rectangle;
}

/** About how long the side of a root tile is, metres. */
const SIDE_M = 450;

const numbered = (index: number) => `+${String(index).padStart(3, '0')}`;

/** Cuts a site, with the bank around it, into equal root tiles. */
export function rootGrid({ extent: { min, max } }: Site): RootTile[] {
  const [minX, minY] = [min[0] - BANK_M, min[1] - BANK_M];
  const [width, depth] = [max[0] + BANK_M - minX, max[1] + BANK_M - minY];
  const columns = Math.max(1, Math.round(width / SIDE_M));
  const rows = Math.max(1, Math.round(depth / SIDE_M));
  return Array.from({ length: columns * rows }, (_, i): RootTile => {
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return {
      name: `Tile_${numbered(column)}_${numbered(row)}`,
      area: {
        minX: minX + (width * column) / columns,
        maxX: minX + (width * (column + 1)) / columns,
        minY: minY + (depth * row) / rows,
        maxY: minY + (depth * (row + 1)) / rows,
      },
    };
  });
}

/** The pieces of an area when each side is cut into `split`, row by row from the south-west. */
export function quartered({ minX, minY, maxX, maxY }: Rectangle, split: number): Rectangle[] {
  return Array.from({ length: split * split }, (_, i): Rectangle => {
    const [column, row] = [i % split, Math.floor(i / split)];
    return {
      minX: minX + ((maxX - minX) * column) / split,
      maxX: minX + ((maxX - minX) * (column + 1)) / split,
      minY: minY + ((maxY - minY) * row) / split,
      maxY: minY + ((maxY - minY) * (row + 1)) / split,
    };
  });
}
