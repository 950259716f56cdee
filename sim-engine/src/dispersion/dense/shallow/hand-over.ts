import type { AreaGas } from '../../area-gas.ts';
import { richardsonOf, type ShallowAir } from './shallow-air.ts';
import type { ShallowLayer } from './shallow-layer.ts';

/**
 * A layer under this Richardson number g(ρ − ρa)h/(ρa u*²) is passive: its top mixes at three quarters of the speed of
 * passive gas (1/√1.8) and its front is slower than the turbulence of the wind (Spicer & Havens 1987 hand over at 1).
 */
export const passiveRichardson = 1;

/** A layer deeper than this many cells is no shallow layer any more: it piles up before a wall that air would flow over. */
const deepestCells = 2;

/** Takes the passive cells out of the layer; cells that a source feeds stay while it does. */
export function handOver(layer: ShallowLayer, air: ShallowAir, fed: ReadonlySet<number>): AreaGas {
  const { mass, gas, heat, east, north, depth, density, box, ground } = layer;
  const { nx, cellM } = ground.grid;
  const [cells, masses, heights]: [number[], number[], number[]] = [[], [], []];
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      const k = j * nx + i;
      const here = gas[k] as number;
      if (here <= 0) continue;
      const deep = (depth[k] as number) > deepestCells * cellM;
      if (!deep && (fed.has(k) || richardsonOf(layer, air, k) >= passiveRichardson)) continue;
      cells.push(k);
      masses.push(here * cellM * cellM);
      heights.push(depth[k] as number);
      for (const column of [mass, gas, heat, east, north, depth]) column[k] = 0;
      density[k] = air.airDensity;
    }
  }
  return { cell: Int32Array.from(cells), massKg: Float64Array.from(masses), heightM: Float64Array.from(heights) };
}

/** Draws the box in to the cells that still hold gas. */
export function tighten(layer: ShallowLayer): void {
  const { gas, box, ground } = layer;
  const { nx, ny } = ground.grid;
  const next = { iLow: nx, iHigh: -1, jLow: ny, jHigh: -1 };
  for (let j = box.jLow; j <= box.jHigh; j += 1) {
    for (let i = box.iLow; i <= box.iHigh; i += 1) {
      if ((gas[j * nx + i] as number) <= 0) continue;
      next.iLow = Math.min(next.iLow, i);
      next.iHigh = Math.max(next.iHigh, i);
      next.jLow = Math.min(next.jLow, j);
      next.jHigh = Math.max(next.jHigh, j);
    }
  }
  Object.assign(box, next);
}
