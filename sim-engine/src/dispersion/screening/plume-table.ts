import { exp } from '../../arithmetic/exponential.ts';
import { ln } from '../../arithmetic/logarithm.ts';
import { type MixingAir, type VerticalSpread, verticalSpread } from './vertical-spread.ts';

/** Vertical spread on an even ladder of distances, so that a look-up is one multiplication. */
export interface PlumeTable {
  readonly stepM: number;
  readonly densityPerM: Float64Array<ArrayBuffer>;
  /** Mean transport speed over friction velocity. */
  readonly speed: Float64Array<ArrayBuffer>;
  /** Travel time times friction velocity, m. */
  readonly timeM: Float64Array<ArrayBuffer>;
  /** Crosswind-integrated concentration per unit flux times friction velocity, 1/m: density over speed. */
  readonly integralPerM: Float64Array<ArrayBuffer>;
  readonly meanHeightM: Float64Array<ArrayBuffer>;
}

/** The spread of a source between 0 and `farthestM`, on rungs of `stepM`. */
export function plumeTable(
  air: MixingAir,
  sourceHeightM: number,
  receptorHeightM: number,
  farthestM: number,
  stepM: number,
): PlumeTable {
  const spread = verticalSpread(air, sourceHeightM, receptorHeightM, farthestM + 2 * stepM);
  const rungs = Math.ceil(farthestM / stepM) + 2;
  const densityPerM = new Float64Array(rungs);
  const speed = new Float64Array(rungs);
  const timeM = new Float64Array(rungs);
  const integralPerM = new Float64Array(rungs);
  const meanHeightM = new Float64Array(rungs);
  let at = 0;
  for (let k = 0; k < rungs; k += 1) {
    const x = k * stepM;
    while (at < spread.distanceM.length - 2 && (spread.distanceM[at + 1] as number) < x) at += 1;
    const share = shareOf(spread, at, x);
    densityPerM[k] = mix(spread.densityPerM, at, share);
    speed[k] = mix(spread.speed, at, share);
    timeM[k] = mix(spread.timeM, at, share);
    integralPerM[k] = (densityPerM[k] as number) / (speed[k] as number);
    meanHeightM[k] = mix(spread.meanHeightM, at, share);
  }
  return { stepM, densityPerM, speed, timeM, integralPerM, meanHeightM };
}

/** Value of one column at a distance; held at the far end. */
export function lookUp(column: Float64Array<ArrayBuffer>, stepM: number, distanceM: number): number {
  const place = Math.min(Math.max(0, distanceM / stepM), column.length - 1.000001);
  const k = Math.floor(place);
  const low = column[k] as number;
  return low + ((column[k + 1] as number) - low) * (place - k);
}

/** The distance at which a plume of this table has this mean height. */
export function distanceOfHeight(table: PlumeTable, heightM: number): number {
  const { meanHeightM, stepM } = table;
  let low = 0;
  let high = meanHeightM.length - 1;
  if (heightM <= (meanHeightM[0] as number)) return 0;
  if (heightM >= (meanHeightM[high] as number)) return high * stepM;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((meanHeightM[middle] as number) <= heightM) low = middle;
    else high = middle;
  }
  const from = meanHeightM[low] as number;
  return (low + (heightM - from) / ((meanHeightM[high] as number) - from)) * stepM;
}

/** Remembers tables by air, on ladders of 10 % in L and 20 % in the lid, for winds that change from minute to minute. */
export function plumeTables(
  sourceHeightM: number,
  receptorHeightM: number,
  farthestM: number,
  stepM: number,
): (air: MixingAir) => PlumeTable {
  const known = new Map<string, PlumeTable>();
  return (air) => {
    const size = Math.abs(air.inverseObukhovPerM);
    const rung = size < 5e-4 ? 0 : Math.floor(ln(size / 5e-4) / 0.1 + 0.5);
    const lidRung = Math.floor(ln(air.mixingHeightM) / 0.2 + 0.5);
    const key = `${size < 5e-4 ? 0 : air.inverseObukhovPerM < 0 ? -1 : 1}/${rung}/${lidRung}/${air.roughnessM}`;
    let table = known.get(key);
    if (table === undefined) {
      const inverseObukhovPerM = size < 5e-4 ? 0 : 5e-4 * exp(0.1 * rung) * (air.inverseObukhovPerM < 0 ? -1 : 1);
      const rounded = { roughnessM: air.roughnessM, inverseObukhovPerM, mixingHeightM: exp(0.2 * lidRung) };
      table = plumeTable(rounded, sourceHeightM, receptorHeightM, farthestM, stepM);
      known.set(key, table);
    }
    return table;
  };
}

function shareOf(spread: VerticalSpread, at: number, x: number): number {
  const from = spread.distanceM[at] as number;
  const to = spread.distanceM[at + 1] as number;
  return Math.min(1, Math.max(0, (x - from) / (to - from)));
}

function mix(column: Float64Array<ArrayBuffer>, at: number, share: number): number {
  const low = column[at] as number;
  return low + ((column[at + 1] as number) - low) * share;
}
