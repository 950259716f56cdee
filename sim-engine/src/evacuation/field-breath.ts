import type { HazardField } from '../dispersion/hazard-field.ts';
import { threatLimits, toxicLoadOf } from '../exposure/limits.ts';
import { substanceOf } from '../exposure/substance.ts';
import { loadRate } from '../exposure/toxic-load.ts';
import type { Breath, Poison } from './breath.ts';

/** EPA's shortest AEGL duration, min: ways out last minutes, and a dose on the way counts against its load. */
const levelMinutes = 10;

/** One field's concentration at a place and time, kg/m³: nearest cell, linear in time, the last frame held. */
function concentrationIn(field: HazardField): (x: number, y: number, timeS: number) => number {
  const { grid, timesS, concentration } = field;
  const { x0M, y0M, cellM, nx, ny } = grid;
  const last = timesS.length - 1;
  const first = timesS[0] as number;
  const even = last > 0 ? ((timesS[last] as number) - first) / last : 1;
  return (x, y, timeS) => {
    const i = Math.round((x - x0M) / cellM);
    const j = Math.round((y - y0M) / cellM);
    if (i < 0 || j < 0 || i >= nx || j >= ny) return 0;
    const cell = j * nx + i;
    // Frames may be unevenly spaced: a guess, then steps to the right pair.
    let k = Math.max(0, Math.min(last - 1, Math.floor((timeS - first) / even)));
    while (k > 0 && (timesS[k] as number) > timeS) k -= 1;
    while (k < last - 1 && (timesS[k + 1] as number) <= timeS) k += 1;
    const before = concentration[k * nx * ny + cell] as number;
    if (last < 1) return before;
    const after = concentration[(k + 1) * nx * ny + cell] as number;
    const from = timesS[k] as number;
    const share = Math.max(0, Math.min(1, (timeS - from) / ((timesS[k + 1] as number) - from)));
    return before + share * (after - before);
  };
}

/** What breathing in these fields costs; doses of several chemicals are added, as of independent poisons. */
export function breathOf(fields: readonly HazardField[], temperatureK: number): Breath {
  const parts = fields.flatMap((field) => {
    const chemical = substanceOf(field);
    const exponent = chemical.toxic?.exponent.value;
    if (exponent === undefined) return [];
    const load = (level: 'aegl-2' | 'aegl-3') =>
      toxicLoadOf(chemical, level, levelMinutes, temperatureK) ?? Number.POSITIVE_INFINITY;
    return [{ at: concentrationIn(field), exponent, load2: load('aegl-2'), load3: load('aegl-3') }];
  });
  // Both levels are asked for at the same place and time: what has been worked out there is kept until the next.
  const loads = new Float64Array(parts.length);
  let [lastX, lastY, lastS] = [Number.NaN, Number.NaN, Number.NaN];
  const rate = (level: 'load2' | 'load3') => (x: number, y: number, timeS: number) => {
    if (x !== lastX || y !== lastY || timeS !== lastS) {
      for (let k = 0; k < parts.length; k += 1) {
        const part = parts[k] as (typeof parts)[number];
        const concentration = part.at(x, y, timeS);
        loads[k] = concentration > 0 ? loadRate(concentration, part.exponent) : 0;
      }
      [lastX, lastY, lastS] = [x, y, timeS];
    }
    let sum = 0;
    for (let k = 0; k < parts.length; k += 1) {
      const load = loads[k] as number;
      if (load > 0) sum += load / (60 * (parts[k] as (typeof parts)[number])[level]);
    }
    return sum;
  };
  const flammables = fields.flatMap((field) => {
    const chemical = substanceOf(field);
    const half = threatLimits(chemical, levelMinutes, temperatureK).find(({ level }) => level === 'lfl-50');
    return half === undefined ? [] : [{ at: concentrationIn(field), limit: half.limitKgPerM3 }];
  });
  const isFlammable = (x: number, y: number, timeS: number) =>
    flammables.some(({ at, limit }) => at(x, y, timeS) >= limit);
  const endS = fields.reduce((end, { timesS }) => Math.max(end, timesS[timesS.length - 1] ?? 0), 0);
  const poisons = parts.map(({ at, exponent, load2, load3 }): Poison => {
    const share = (load: number) => (kgPerM3: number) => (kgPerM3 > 0 ? loadRate(kgPerM3, exponent) / (60 * load) : 0);
    return { kgPerM3At: at, aegl2PerS: share(load2), aegl3PerS: share(load3) };
  });
  return { poisons, aegl2PerS: rate('load2'), aegl3PerS: rate('load3'), isFlammable, endS };
}
