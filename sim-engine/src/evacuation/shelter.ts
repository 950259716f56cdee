import type { Breath } from './breath.ts';

/**
 * Share of outdoor toxic load that somebody takes in who shelters in a closed building over the horizon. With an air
 * change rate a, the indoor concentration follows dC/dt = a (C_out − C); 0.5 per hour stands for a closed building
 * with its ventilation off (Wilson 1987, ASHRAE infiltration of ordinary buildings: 0.1–1 per hour). The load is
 * nonlinear in C; taking the rate of the load itself as what seeps in overstates it for exponents above 1, to the
 * safe side.
 */
const airChangesPerS = 0.5 / 3600;

/** Shares of the AEGL-2 and AEGL-3 loads indoors at (x, y) from second zero until `untilS`. */
export function doseIndoors(
  breath: Breath,
  x: number,
  y: number,
  untilS: number,
): { readonly aegl2: number; readonly aegl3: number } {
  const stepS = 10;
  let [in2, in3, aegl2, aegl3] = [0, 0, 0, 0];
  for (let t = 0; t < untilS; t += stepS) {
    const out2 = breath.aegl2PerS(x, y, t + stepS / 2);
    const out3 = breath.aegl3PerS(x, y, t + stepS / 2);
    in2 += airChangesPerS * stepS * (out2 - in2);
    in3 += airChangesPerS * stepS * (out3 - in3);
    aegl2 += in2 * stepS;
    aegl3 += in3 * stepS;
  }
  return { aegl2, aegl3 };
}
