import { hypot } from '../../../arithmetic/hypotenuse.ts';
import type { Surroundings } from '../section.ts';
import { stateOf } from '../section-state.ts';
import { advance } from '../section-step.ts';
import { chargeOf, type Emission, sectionOf } from '../source-section.ts';
import { include, type ShallowLayer } from './shallow-layer.ts';

/** Where and with what a source feeds a layer, per second. */
export interface Feed {
  readonly x: number;
  readonly y: number;
  readonly radiusM: number;
  readonly massKgPerS: number;
  readonly gasKgPerS: number;
  readonly heatW: number;
  readonly eastN: number;
  readonly northN: number;
}

/** A jet that has not come down after this time is fed where it is by then, s. */
const longestFlightS = 120;

/** What reaches the ground of an emission: a pool as it is, a jet with the air it took in on its way down. */
export function feedOf(emission: Emission, around: Surroundings): Feed {
  const { rateKgPerS, at, radiusM } = emission;
  if (emission.kind !== 'jet' || emission.speedMPerS <= 0) {
    const { gasFraction, heatJPerKg } = chargeOf(emission, around.mixture);
    const massKgPerS = rateKgPerS / gasFraction;
    const heatW = massKgPerS * heatJPerKg;
    return { x: at[0], y: at[1], radiusM, massKgPerS, gasKgPerS: rateKgPerS, heatW, eastN: 0, northN: 0 };
  }
  const section = sectionOf(emission, around);
  for (let n = 0; n < 400 && section.aloft && section.clockS < longestFlightS; n += 1) {
    advance(section, around, 0.02 + 0.1 * section.clockS);
  }
  const state = stateOf(section, around);
  const wind = state.windMPerS;
  return {
    x: section.x,
    y: section.y,
    radiusM: state.effectiveHalfWidthM,
    massKgPerS: section.massKgPerS,
    gasKgPerS: section.gasKgPerS,
    heatW: section.heatW,
    eastN: section.pushEastN + section.massKgPerS * wind * around.windEast,
    northN: section.pushNorthN + section.massKgPerS * wind * around.windNorth,
  };
}

/** Open cells within a radius of a place, at least the nearest open one; indices into the layer. */
export function cellsAround(layer: ShallowLayer, x: number, y: number, radiusM: number): number[] {
  const { x0M, y0M, cellM, nx, ny } = layer.ground.grid;
  const { closed } = layer.ground;
  const cells: number[] = [];
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  const reach = Math.max(radiusM, 6 * cellM);
  const iLow = Math.max(0, Math.floor((x - reach - x0M) / cellM));
  const iHigh = Math.min(nx - 1, Math.ceil((x + reach - x0M) / cellM));
  const jLow = Math.max(0, Math.floor((y - reach - y0M) / cellM));
  const jHigh = Math.min(ny - 1, Math.ceil((y + reach - y0M) / cellM));
  for (let j = jLow; j <= jHigh; j += 1) {
    for (let i = iLow; i <= iHigh; i += 1) {
      const cell = j * nx + i;
      if (closed[cell] === 1) continue;
      const away = hypot(x0M + i * cellM - x, y0M + j * cellM - y);
      if (away <= radiusM) cells.push(cell);
      if (away < least) {
        least = away;
        nearest = cell;
      }
    }
  }
  if (cells.length === 0 && nearest >= 0) cells.push(nearest);
  return cells;
}

/** Adds what a feed gives in `stepS` to its cells, evenly. Returns the gas that found no open cell, kg. */
export function feedLayer(layer: ShallowLayer, feed: Feed, cells: readonly number[], stepS: number): number {
  if (cells.length === 0) return feed.gasKgPerS * stepS;
  const { nx, cellM } = layer.ground.grid;
  const share = stepS / (cells.length * cellM * cellM);
  for (const cell of cells) {
    layer.mass[cell] = (layer.mass[cell] as number) + share * feed.massKgPerS;
    layer.gas[cell] = (layer.gas[cell] as number) + share * feed.gasKgPerS;
    layer.heat[cell] = (layer.heat[cell] as number) + share * Math.min(0, feed.heatW);
    layer.east[cell] = (layer.east[cell] as number) + share * feed.eastN;
    layer.north[cell] = (layer.north[cell] as number) + share * feed.northN;
    include(layer, cell % nx, Math.floor(cell / nx));
  }
  return 0;
}
