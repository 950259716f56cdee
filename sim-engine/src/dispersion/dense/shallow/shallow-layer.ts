import type { CellBox } from '../../cell-box.ts';
import type { ShallowGround } from './shallow-ground.ts';

/** A layer of heavy gas over the ground, per square metre; cell (i, j) is at j·nx + i. */
export interface ShallowLayer {
  readonly ground: ShallowGround;
  /** Gas and the air taken in, kg/m². */
  readonly mass: Float64Array<ArrayBuffer>;
  /** Gas alone, kg/m². */
  readonly gas: Float64Array<ArrayBuffer>;
  /** Enthalpy over air and vapour at the temperature of the air, J/m². */
  readonly heat: Float64Array<ArrayBuffer>;
  /** Momentum east and north, kg/(m s). */
  readonly east: Float64Array<ArrayBuffer>;
  readonly north: Float64Array<ArrayBuffer>;
  /** Density, kg/m³, and depth, m; kept by whoever knows the mixture. */
  readonly density: Float64Array<ArrayBuffer>;
  readonly depth: Float64Array<ArrayBuffer>;
  /** Cells that may hold anything. */
  readonly box: CellBox;
  /** Gas that has flowed over the edge of the grid, kg. */
  leftKg: number;
  /** Changes of a step: mass, gas, heat, east, north. */
  readonly work: readonly Float64Array<ArrayBuffer>[];
}

export function emptyLayer(ground: ShallowGround): ShallowLayer {
  const { nx, ny } = ground.grid;
  const column = (): Float64Array<ArrayBuffer> => new Float64Array(nx * ny);
  return {
    ground,
    mass: column(),
    gas: column(),
    heat: column(),
    east: column(),
    north: column(),
    density: column(),
    depth: column(),
    box: { iLow: nx, iHigh: -1, jLow: ny, jHigh: -1 },
    leftKg: 0,
    work: [column(), column(), column(), column(), column()],
  };
}

/** Widens the box to hold a cell. */
export function include({ box }: ShallowLayer, i: number, j: number): void {
  if (i < box.iLow) box.iLow = i;
  if (i > box.iHigh) box.iHigh = i;
  if (j < box.jLow) box.jLow = j;
  if (j > box.jHigh) box.jHigh = j;
}

/** Gas on the grid, kg. */
export function gasOf({ gas, ground }: ShallowLayer): number {
  let sum = 0;
  for (const here of gas) sum += here;
  return sum * ground.grid.cellM * ground.grid.cellM;
}
