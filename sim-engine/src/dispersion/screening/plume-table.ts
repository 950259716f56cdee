import { exp } from '../../arithmetic/exponential.ts';
import { ln } from '../../arithmetic/logarithm.ts';
import { bracket, type MixingAir, verticalSpread } from './vertical-spread.ts';

/** What a table says at one height, on the table's ladder of distances. */
export interface HeightColumn {
  /** Share of the emitted mass per metre of height, 1/m. */
  readonly densityPerM: Float64Array<ArrayBuffer>;
  /** Crosswind-integrated concentration per unit of emitted flux times friction velocity, 1/m: density over speed. */
  readonly integralPerM: Float64Array<ArrayBuffer>;
}

/** Vertical spread on an even ladder of distances, so that a look-up is one multiplication. */
export interface PlumeTable {
  readonly stepM: number;
  /** Mean transport speed over friction velocity. */
  readonly speed: Float64Array<ArrayBuffer>;
  /** Travel time times friction velocity, m. */
  readonly timeM: Float64Array<ArrayBuffer>;
  readonly meanHeightM: Float64Array<ArrayBuffer>;
  /** Share of the emitted mass that is still in the air. */
  readonly airborne: Float64Array<ArrayBuffer>;
  /** The columns of a height above ground; made once. */
  at(heightM: number): HeightColumn;
  /** The columns of the mean between two heights: layers that fill the height hold all of the mass. */
  between(lowM: number, highM: number): HeightColumn;
}

/** The spread of a source between 0 and `farthestM`, on rungs of `stepM`. */
export function plumeTable(air: MixingAir, sourceHeightM: number, farthestM: number, stepM: number): PlumeTable {
  const spread = verticalSpread(air, sourceHeightM, farthestM + 2 * stepM);
  const rungs = Math.ceil(farthestM / stepM) + 2;
  const from = new Int32Array(rungs);
  const share = new Float64Array(rungs);
  const { distanceM, centreM, faceM, profile } = spread;
  for (let k = 0, at = 0; k < rungs; k += 1) {
    const x = k * stepM;
    while (at < distanceM.length - 2 && (distanceM[at + 1] as number) < x) at += 1;
    const low = distanceM[at] as number;
    from[k] = at;
    share[k] = Math.min(1, Math.max(0, (x - low) / ((distanceM[at + 1] as number) - low)));
  }
  const evenly = (values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> => {
    const column = new Float64Array(rungs);
    for (let k = 0; k < rungs; k += 1) {
      const at = from[k] as number;
      const low = values[at] as number;
      column[k] = low + ((values[at + 1] as number) - low) * (share[k] as number);
    }
    return column;
  };
  const speed = evenly(spread.speed);
  const columns = new Map<string, HeightColumn>();
  const column = (key: string, integrals: () => Float64Array<ArrayBuffer>): HeightColumn => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    const integralPerM = evenly(integrals());
    const densityPerM = new Float64Array(rungs);
    for (let k = 0; k < rungs; k += 1) densityPerM[k] = (integralPerM[k] as number) * (speed[k] as number);
    const made = { densityPerM, integralPerM };
    columns.set(key, made);
    return made;
  };
  const layers = centreM.length;
  const steps = distanceM.length;
  return {
    stepM,
    speed,
    timeM: evenly(spread.timeM),
    meanHeightM: evenly(spread.meanHeightM),
    airborne: evenly(spread.airborne),
    at: (heightM) =>
      column(`${heightM}`, () => {
        const { low, share: up } = bracket(heightM, centreM);
        const values = new Float64Array(steps);
        for (let at = 0; at < steps; at += 1) {
          const under = profile[at * layers + low] as number;
          values[at] = under + ((profile[at * layers + low + 1] as number) - under) * up;
        }
        return values;
      }),
    between: (lowM, highM) =>
      column(`${lowM}…${highM}`, () => {
        const values = new Float64Array(steps);
        for (let k = 0; k < layers; k += 1) {
          const inside = Math.min(highM, faceM[k + 1] as number) - Math.max(lowM, faceM[k] as number);
          if (inside <= 0) continue;
          for (let at = 0; at < steps; at += 1) {
            values[at] = (values[at] as number) + inside * (profile[at * layers + k] as number);
          }
        }
        for (let at = 0; at < steps; at += 1) values[at] = (values[at] as number) / (highM - lowM);
        return values;
      }),
  };
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

/**
 * Remembers tables by air, on ladders of 10 % in L and 20 % in the lid and in the ground's uptake, for winds that change
 * from minute to minute.
 */
export function plumeTables(sourceHeightM: number, farthestM: number, stepM: number): (air: MixingAir) => PlumeTable {
  const known = new Map<string, PlumeTable>();
  return ({ inverseObukhovPerM: inverse, mixingHeightM, roughnessM, uptake = 0 }) => {
    const side = Math.abs(inverse) < 5e-4 ? 0 : inverse < 0 ? -1 : 1;
    const rung = side === 0 ? 0 : Math.floor(ln(Math.abs(inverse) / 5e-4) / 0.1 + 0.5);
    const lidRung = Math.floor(ln(mixingHeightM) / 0.2 + 0.5);
    const takenRung = uptake <= 0 ? Number.NEGATIVE_INFINITY : Math.floor(ln(uptake) / 0.2 + 0.5);
    const key = `${side}/${rung}/${lidRung}/${roughnessM}/${takenRung}`;
    let table = known.get(key);
    if (table === undefined) {
      const rounded = {
        roughnessM,
        inverseObukhovPerM: 5e-4 * exp(0.1 * rung) * side,
        mixingHeightM: exp(0.2 * lidRung),
        uptake: uptake <= 0 ? 0 : exp(0.2 * takenRung),
      };
      table = plumeTable(rounded, sourceHeightM, farthestM, stepM);
      known.set(key, table);
    }
    return table;
  };
}
