import { exp } from '../../arithmetic/exponential.ts';

/** The air outside a building over time, times in order. */
export interface Outdoors {
  readonly timesS: ArrayLike<number>;
  readonly kgPerM3: ArrayLike<number>;
}

/** What a closed building takes in. */
export interface Indoors {
  /** kg/m³ at the times given. */
  readonly kgPerM3: Float64Array<ArrayBuffer>;
  /**
   * From when on the air outside stays cleaner than inside: then open up or leave, for a closed building keeps what it
   * took in. Absent where that does not come before the last time, or nothing came in.
   */
  readonly ventilateAtS?: number;
}

/**
 * One well-mixed room: dCi/dt = a (Co − Ci) − λ Ci, from clean air; a air changes an hour (or a function of time in
 * seconds), λ loss an hour on the walls. Between two times Co and a are constant at their mean, which is solved exactly:
 * the result is never negative and never above the largest Co.
 */
export function indoorOf(
  { timesS, kgPerM3 }: Outdoors,
  airChangesPerHour: number | ((timeS: number) => number),
  lossPerHour = 0,
): Indoors {
  const count = timesS.length;
  const inside = new Float64Array(count);
  for (let k = 1; k < count; k += 1) {
    const [from, to] = [timesS[k - 1] as number, timesS[k] as number];
    const changes = typeof airChangesPerHour === 'number' ? airChangesPerHour : airChangesPerHour((from + to) / 2);
    const rate = Math.max(0, changes + lossPerHour);
    const outside = ((kgPerM3[k - 1] as number) + (kgPerM3[k] as number)) / 2;
    const level = rate > 0 ? (outside * Math.max(0, changes)) / rate : 0;
    const kept = exp((-rate * (to - from)) / 3600);
    inside[k] = level + ((inside[k - 1] as number) - level) * kept;
  }
  let k = count;
  while (k > 0 && (kgPerM3[k - 1] as number) < (inside[k - 1] as number)) k -= 1;
  return k < count ? { kgPerM3: inside, ventilateAtS: timesS[k] as number } : { kgPerM3: inside };
}
