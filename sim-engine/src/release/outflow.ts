import type { Release } from '@upwind/scenarios';
import type { Chemical } from '../chemicals/chemical.ts';
import type { Discharge } from './airborne.ts';
import { dischargeOf } from './discharge.ts';
import type { DischargeAir } from './surrounding-air.ts';

/** What has come out by each time of an even ladder from second zero: out of the vessel, and into the air. */
export interface Outflow {
  readonly stepS: number;
  /** Out of the vessel by the end of each step, kg; one more than there are steps, starting with 0. */
  readonly leftKg: Float64Array<ArrayBuffer>;
  /** Airborne by then, kg: vapour and the drops that stay aloft, from jets, pools and bursts together. */
  readonly airborneKg: Float64Array<ArrayBuffer>;
}

/** Surroundings of an outflow: wind at 10 m and air temperature over time. */
export type OutflowAir = DischargeAir;

/** The outflow of a release over `steps` of `stepS` seconds. Throws an EngineError that names the release. */
export function outflow(release: Release, chemical: Chemical, stepS: number, steps: number, air: OutflowAir): Outflow {
  return outflowOf(dischargeOf(release, chemical, stepS, steps, air));
}

/** A discharge as sums, for models that know one place and no momentum. */
export function outflowOf({ stepS, leftKg, sources }: Discharge): Outflow {
  const airborneKg = new Float64Array(leftKg.length);
  for (let n = 0; n + 1 < leftKg.length; n += 1) {
    let now = 0;
    for (const { massKg } of sources) now += massKg[n] as number;
    airborneKg[n + 1] = (airborneKg[n] as number) + now;
  }
  return { stepS, leftKg, airborneKg };
}
