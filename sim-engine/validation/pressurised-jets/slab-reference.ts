import { erf } from '../../src/arithmetic/error-function.ts';
import { readTable } from '../table.ts';

/** One row of the reference output: largest volume fraction at a height on the axis of the steady plume, and the layer's mean. */
export interface SlabRow {
  readonly distanceM: number;
  readonly fraction: number;
}

/**
 * The axis of the reference plume at a height: its published profile, C = cc·[erf along]·[erf across]·[bells over height]
 * (Ermak 1990, UCRL-MA-105607, §3), in the steady phase where the first bracket is 2.
 */
export function readSlabAxis(folder: string, heightM: number): SlabRow[] {
  const columns = ['x_m', 'zc_m', 'b_m', 'cc_volfrac', 'betac_m', 'sig', 'cv_volfrac'];
  return readTable(folder, 'slab_reference_inpr2.csv', columns).flatMap((row) => {
    const distanceM = row.needed('x_m');
    const [b, beta, sig, zc] = [row.needed('b_m'), row.needed('betac_m'), row.needed('sig'), row.needed('zc_m')];
    if (beta <= 0 || sig <= 0) return [];
    const across = 2 * erf(b / (Math.SQRT2 * beta));
    const bell = (off: number): number => Math.exp(-0.5 * (off / sig) ** 2);
    const fraction = row.needed('cc_volfrac') * 2 * across * (bell(heightM - zc) + bell(heightM + zc));
    return [{ distanceM, fraction }];
  });
}
