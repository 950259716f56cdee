import type { CellBox } from '../dispersion/cell-box.ts';
import type { FieldGrid, HazardField } from '../dispersion/hazard-field.ts';
import { volumeSlice } from '../dispersion/volume-reading.ts';
import { loadRate } from './toxic-load.ts';

/** How far from the field's own height its layer still speaks, m. */
const headReachM = 0.5;

/** Whether a height is read from a field's own layer; else from its volume. */
export function atOwnHeight(field: Pick<HazardField, 'heightM'>, heightM: number): boolean {
  return Math.abs(heightM - field.heightM) <= headReachM;
}

/** The layers of a field at one height over time: concentration as it stands, load of any exponent on asking. */
export interface FieldLayers {
  readonly grid: FieldGrid;
  readonly heightM: number;
  /** kg/m³ in a frame, [j north][i east]. */
  readonly concentration: (frame: number) => Float32Array<ArrayBuffer>;
  /** ∫Cⁿdt from second zero to a frame by trapezia, (mg/m³)ⁿ min, raised by `factor` for fluctuation. */
  readonly load: (frame: number, exponent: number, factor?: number) => Float32Array<ArrayBuffer>;
}

/**
 * A field cut at a height above ground: its own layer within half a metre of its height, else its volume, linear
 * between the volume's layers. Absent where the field has no volume.
 */
export function layersAt(field: HazardField, heightM = field.heightM): FieldLayers | undefined {
  const { volume, timesS } = field;
  const own = atOwnHeight(field, heightM);
  if (!own && volume === undefined) return undefined;
  const { x0M, y0M, cellM, nx, ny } = own || volume === undefined ? field.grid : volume.grid;
  const grid: FieldGrid = { x0M, y0M, cellM, nx, ny };
  const cells = nx * ny;
  const concentration = (frame: number): Float32Array<ArrayBuffer> =>
    own || volume === undefined
      ? field.concentration.subarray(frame * cells, (frame + 1) * cells)
      : volumeSlice(volume, frame, heightM);
  const load = (frame: number, exponent: number, factor = 1): Float32Array<ArrayBuffer> => {
    const sum = new Float32Array(cells);
    let before = concentration(0);
    for (let k = 1; k <= frame; k += 1) {
      const now = concentration(k);
      const half = (0.5 * factor * ((timesS[k] as number) - (timesS[k - 1] as number))) / 60;
      for (let cell = 0; cell < cells; cell += 1) {
        const [a, b] = [before[cell] as number, now[cell] as number];
        if (a > 0 || b > 0) sum[cell] = (sum[cell] as number) + half * (loadRate(a, exponent) + loadRate(b, exponent));
      }
      before = now;
    }
    return sum;
  };
  return { grid, heightM, concentration, load };
}

/** All cells of a grid. */
export function wholeGrid({ nx, ny }: FieldGrid): CellBox {
  return { iLow: 0, iHigh: nx - 1, jLow: 0, jHigh: ny - 1 };
}
