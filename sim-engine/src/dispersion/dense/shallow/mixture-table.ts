import type { MixtureModel } from '../mixture.ts';

/**
 * Density and temperature of a cloud by its gas share y and the heat it still lacks, s = e/(y e₀): 1 as released, 0 warmed
 * to the temperature of the air. Even steps of √y and of s, linear between.
 */
export interface MixtureTable {
  readonly densityKgPerM3: Float64Array<ArrayBuffer>;
  readonly temperatureK: Float64Array<ArrayBuffer>;
  /** Enthalpy of a kilogram of the released stuff, J/kg; below 0. */
  readonly sourceEnthalpy: number;
}

export const gasRungs = 64;
export const heatRungs = 12;

/** The table of clouds whose stuff leaves with this enthalpy (J/kg) or more. */
export function mixtureTable(model: MixtureModel, sourceEnthalpy: number): MixtureTable {
  const least = Math.min(-1, sourceEnthalpy);
  const size = (gasRungs + 1) * (heatRungs + 1);
  const densityKgPerM3 = new Float64Array(size);
  const temperatureK = new Float64Array(size);
  for (let a = 0; a <= gasRungs; a += 1) {
    const y = (a / gasRungs) * (a / gasRungs);
    for (let b = 0; b <= heatRungs; b += 1) {
      const state = model.at(y, (y * least * b) / heatRungs);
      densityKgPerM3[a * (heatRungs + 1) + b] = state.densityKgPerM3;
      temperatureK[a * (heatRungs + 1) + b] = state.temperatureK;
    }
  }
  return { densityKgPerM3, temperatureK, sourceEnthalpy: least };
}

/** Value of a column at a gas share and a share of the lacking heat. */
export function tableAt(column: Float64Array<ArrayBuffer>, gasShare: number, heatShare: number): number {
  const p = gasRungs * Math.sqrt(Math.min(1, Math.max(0, gasShare)));
  const q = heatRungs * Math.min(1, Math.max(0, heatShare));
  const a = Math.min(gasRungs - 1, Math.floor(p));
  const b = Math.min(heatRungs - 1, Math.floor(q));
  const [fa, fb] = [p - a, q - b];
  const at = a * (heatRungs + 1) + b;
  const low = (column[at] as number) * (1 - fb) + (column[at + 1] as number) * fb;
  const high = (column[at + heatRungs + 1] as number) * (1 - fb) + (column[at + heatRungs + 2] as number) * fb;
  return low + fa * (high - low);
}
