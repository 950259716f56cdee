import type { Element } from '@upwind/scenes';
import { heightOf } from '@upwind/scenes';
import { airChangesPerHour, type ShutBuilding, type Tightness } from '../dispersion/indoor/air-exchange.ts';
import { indoorOf } from '../dispersion/indoor/indoor.ts';
import type { BoundaryLayer } from '../weather/boundary-layer.ts';
import type { Breath } from './breath.ts';

/** What somebody takes in who shelters, and how long to stay. */
export interface ShelterDose {
  /** Shares of the AEGL-2 and AEGL-3 toxic loads from second zero to the horizon. */
  readonly aegl2: number;
  readonly aegl3: number;
  /** From when on the air outside is the cleaner: open up or leave then. Absent where that does not come. */
  readonly ventilateAtS?: number;
}

/** How tight buildings of a kind are with doors, windows and ventilation shut; others are ordinary. */
const tightness: Readonly<Partial<Record<Element['kind'], Tightness>>> = {
  'control-room': 'tight',
  workshop: 'leaky',
  warehouse: 'leaky',
};
/** Of a building that nobody describes in air that nobody measured, 1/h (Wilson 1987: 0.1–1 of ordinary buildings). */
const usualChangesPerHour = 0.5;
const usualHeightM = 4;
const stepS = 10;

/** Air changes an hour over time of the building that people are in, or of an ordinary one at their place. */
export function airChangesOf(
  element: Element | undefined,
  airAt: ((timeS: number) => BoundaryLayer) | undefined,
): (timeS: number) => number {
  if (airAt === undefined) return () => usualChangesPerHour;
  const building: ShutBuilding = {
    heightM: element === undefined ? usualHeightM : Math.max(usualHeightM, heightOf(element)),
    tightness: (element && tightness[element.kind]) ?? 'ordinary',
  };
  return (timeS) => airChangesPerHour(building, airAt(timeS));
}

/**
 * Load indoors at (x, y) from second zero until `untilS`. Poison by poison the air inside follows the air outside (see
 * `indoorOf`) and its load is taken from the concentration inside. Where only loads are known, the load itself seeps in,
 * which overstates it for exponents above 1, to the safe side.
 */
export function doseIndoors(
  breath: Breath,
  [x, y]: readonly [number, number],
  untilS: number,
  changesPerHour: (timeS: number) => number,
): ShelterDose {
  const count = Math.max(2, Math.ceil(untilS / stepS) + 1);
  const timesS = Float64Array.from({ length: count }, (_, k) => Math.min(untilS, k * stepS));
  const changes = new Map<number, number>();
  const changesAt = (timeS: number): number => {
    const known = changes.get(timeS) ?? changesPerHour(timeS);
    changes.set(timeS, known);
    return known;
  };
  let [aegl2, aegl3] = [0, 0];
  let ventilateAtS: number | undefined;
  let never = false;
  const add = (outside: (t: number) => number, shares: (value: number) => readonly [number, number]): void => {
    const indoors = indoorOf({ timesS, kgPerM3: timesS.map(outside) }, changesAt);
    let before: readonly [number, number] = [0, 0];
    let any = false;
    for (let k = 1; k < count; k += 1) {
      const value = indoors.kgPerM3[k] as number;
      any ||= value > 0;
      const now = shares(value);
      const step = (timesS[k] as number) - (timesS[k - 1] as number);
      aegl2 += 0.5 * (before[0] + now[0]) * step;
      aegl3 += 0.5 * (before[1] + now[1]) * step;
      before = now;
    }
    if (!any) return;
    if (indoors.ventilateAtS === undefined) never = true;
    else ventilateAtS = Math.max(ventilateAtS ?? 0, indoors.ventilateAtS);
  };
  if (breath.poisons === undefined) {
    add(
      (t) => breath.aegl2PerS(x, y, t),
      (rate) => [rate, 0],
    );
    add(
      (t) => breath.aegl3PerS(x, y, t),
      (rate) => [0, rate],
    );
  } else {
    for (const { kgPerM3At, aegl2PerS, aegl3PerS } of breath.poisons) {
      add(
        (t) => kgPerM3At(x, y, t),
        (inside) => [aegl2PerS(inside), aegl3PerS(inside)],
      );
    }
  }
  return { aegl2, aegl3, ...(never || ventilateAtS === undefined ? {} : { ventilateAtS }) };
}
