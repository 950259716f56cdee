import type { AirborneSource } from '../../../release/airborne.ts';
import type { AreaGas } from '../../area-gas.ts';
import type { CellBox } from '../../cell-box.ts';
import type { CloudPart, CloudRequest } from '../../cloud-part.ts';
import { cloudShape } from '../cloud-shape.ts';
import { surroundingsOf, usualAveragingS } from '../dense-cloud.ts';
import { emissionOf } from '../dense-trail.ts';
import { stratification } from '../entrainment.ts';
import type { MixtureModel } from '../mixture.ts';
import { denseShallowModel } from '../model-statements.ts';
import type { Surroundings } from '../section.ts';
import type { Canvas, Ground } from '../segment-painting.ts';
import { meanShare } from '../vertical-share.ts';
import { paintVolume } from '../volume-canvas.ts';
import { handOver, tighten } from './hand-over.ts';
import { type MixtureTable, mixtureTable } from './mixture-table.ts';
import { exchange, richardsonOf, type ShallowAir, settle, shallowAir, type WindFactors } from './shallow-air.ts';
import { flow, stableStep } from './shallow-flow.ts';
import { levelGround, type ShallowGround } from './shallow-ground.ts';
import { emptyLayer, type ShallowLayer } from './shallow-layer.ts';
import { cellsAround, feedLayer, feedOf } from './shallow-source.ts';

/** What a shallow cloud may be told beyond its request. */
export interface ShallowOptions {
  /** Slopes, buildings and bunds; level open ground on the request's grid where absent. */
  readonly ground?: ShallowGround;
  /** The wind of the ground's cells over that of open ground, in a step of the ladder; the open wind where absent. */
  readonly windFactors?: (step: number) => WindFactors;
  /** Takes the gas that has become passive, once a step of the ladder; without it the layer keeps all gas. */
  readonly onHanded?: (step: number, gas: AreaGas) => void;
  readonly averagingTimeS?: number;
}

/** Air and ground act on the layer at least this often, s. */
const exchangeEveryS = 1;
const longestStepS = 1;
/** The table of mixtures serves until the air is this much warmer or colder, K. */
const tableHoldsK = 0.5;

/** The shallow layer at work: sources feed one layer over the ground, which flows, takes up air and is handed over. */
export function denseShallowCloud(request: CloudRequest, options: ShallowOptions = {}): CloudPart {
  const { ladder, grid, headHeightM } = request;
  const surroundings = surroundingsOf(request, options.averagingTimeS ?? usualAveragingS);
  const layer = emptyLayer(options.ground ?? levelGround(grid));
  const airOf = airsOf(request.sources);
  return {
    model: denseShallowModel,
    *advance(frame, head, box, volume) {
      const { stepS, stepsPerFrame } = ladder;
      let above = airOf(surroundings((frame - 1) * stepsPerFrame));
      for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
        above = airOf(surroundings(n));
        const fed = stepLayer(layer, request.sources, n, above, stepS, options.windFactors?.(n));
        if (options.onHanded !== undefined) {
          const handed = handOver(layer, above, fed);
          if (handed.cell.length > 0) options.onHanded(n, handed);
        }
        tighten(layer);
        yield;
      }
      paintLayer(layer, above, { ground: grid, heightsM: [headHeightM], kgPerM3: head, box });
      yield;
      if (volume === undefined) return;
      paintVolume(volume, (canvas) => paintLayer(layer, above, canvas));
      yield;
    },
  };
}

/** One step of the ladder; returns the cells that a source feeds. */
export function stepLayer(
  layer: ShallowLayer,
  sources: readonly AirborneSource[],
  step: number,
  above: ShallowAir,
  stepS: number,
  factors: WindFactors | undefined,
): ReadonlySet<number> {
  const feeds = sources
    .filter((source) => (source.massKg[step] ?? 0) > 0)
    .map((source) => {
      const feed = feedOf(emissionOf(source, step), above.around);
      return { feed, cells: cellsAround(layer, feed.x, feed.y, feed.radiusM), burst: source.kind === 'burst' };
    });
  const fed = new Set<number>();
  for (const { feed, cells, burst } of feeds) {
    // What bursts is there at once; what flows comes through the step.
    if (burst) layer.leftKg += feedLayer(layer, feed, cells, stepS);
    else for (const cell of cells) fed.add(cell);
  }
  let left = stepS;
  let since = 0;
  for (let n = 0; left > 1e-9 && n < 100_000; n += 1) {
    settle(layer, above);
    const dt = stableStep(layer, above.airDensity, Math.min(left, longestStepS));
    flow(layer, above.airDensity, dt);
    for (const { feed, cells, burst } of feeds) {
      if (!burst) layer.leftKg += feedLayer(layer, feed, cells, dt);
    }
    left -= dt;
    since += dt;
    if (since < exchangeEveryS && left > 1e-9) continue;
    settle(layer, above);
    exchange(layer, above, factors, since);
    since = 0;
  }
  settle(layer, above);
  return fed;
}

/** The air over the layer for each state of the weather; the table of mixtures is kept while the air hardly changes. */
function airsOf(sources: readonly AirborneSource[]): (around: Surroundings) => ShallowAir {
  let table: MixtureTable | undefined;
  let made: MixtureModel | undefined;
  let last: ShallowAir | undefined;
  return (around) => {
    if (last !== undefined && same(last.around, around)) return last;
    const { air } = around.mixture;
    const fits =
      made !== undefined &&
      Math.abs(made.air.temperatureK - air.temperatureK) < tableHoldsK &&
      Math.abs(made.air.humidity - air.humidity) < 5e-4 &&
      Math.abs(made.air.pressurePa - air.pressurePa) < 100;
    if (!fits || table === undefined) {
      made = around.mixture;
      table = mixtureTable(made, leastEnthalpy(sources, made));
    }
    last = shallowAir({ ...around, mixture: made ?? around.mixture }, table);
    return last;
  };
}

function same(a: Surroundings, b: Surroundings): boolean {
  return (
    a.windEast === b.windEast &&
    a.windNorth === b.windNorth &&
    a.air.frictionVelocityMPerS === b.air.frictionVelocityMPerS &&
    a.air.inverseObukhovPerM === b.air.inverseObukhovPerM &&
    a.air.driftShare === b.air.driftShare &&
    a.mixture.air.temperatureK === b.mixture.air.temperatureK
  );
}

function leastEnthalpy(sources: readonly AirborneSource[], mixture: MixtureModel): number {
  let least = 0;
  for (const { massKg, temperatureK, dropletShare } of sources) {
    massKg.forEach((mass, n) => {
      if (mass <= 0) return;
      least = Math.min(least, mixture.enthalpyOf(temperatureK[n] as number, dropletShare[n] as number));
    });
  }
  return least;
}

/** Adds the layer's concentration to a canvas: each place of it has that of the cell below it. */
export function paintLayer(layer: ShallowLayer, above: ShallowAir, canvas: Canvas): void {
  const { ground, heightsM, thickM, kgPerM3, box } = canvas;
  const { grid } = layer.ground;
  const cells = cellsUnder(grid, ground, layer.box);
  for (let j = cells.jLow; j <= cells.jHigh; j += 1) {
    const row = Math.floor((ground.y0M + j * ground.cellM - grid.y0M) / grid.cellM + 0.5);
    if (row < 0 || row >= grid.ny) continue;
    for (let i = cells.iLow; i <= cells.iHigh; i += 1) {
      const column = Math.floor((ground.x0M + i * ground.cellM - grid.x0M) / grid.cellM + 0.5);
      if (column < 0 || column >= grid.nx) continue;
      const cell = row * grid.nx + column;
      const gas = layer.gas[cell] as number;
      const depthM = layer.depth[cell] as number;
      if (gas <= 1e-12 || depthM <= 0) continue;
      const shape = cloudShape(above.around.air, depthM, stratification(richardsonOf(layer, above, cell)));
      const upright = { depthM, scaleM: shape.scaleM, exponent: shape.exponent };
      for (let k = 0; k < heightsM.length; k += 1) {
        const at = (k * ground.ny + j) * ground.nx + i;
        kgPerM3[at] = (kgPerM3[at] as number) + gas * meanShare(upright, heightsM[k] as number, thickM);
      }
      if (i < box.iLow) box.iLow = i;
      if (i > box.iHigh) box.iHigh = i;
      if (j < box.jLow) box.jLow = j;
      if (j > box.jHigh) box.jHigh = j;
    }
  }
}

/** Cells of a canvas that may lie over a box of the layer's grid. */
function cellsUnder(grid: Ground, ground: Ground, box: CellBox): CellBox {
  const low = (from: number, own: number, n: number): number =>
    Math.max(0, Math.floor((from + (n - 1) * grid.cellM - own) / ground.cellM));
  const high = (from: number, own: number, n: number, most: number): number =>
    Math.min(most, Math.ceil((from + (n + 1) * grid.cellM - own) / ground.cellM));
  return {
    iLow: low(grid.x0M, ground.x0M, box.iLow),
    iHigh: high(grid.x0M, ground.x0M, box.iHigh, ground.nx - 1),
    jLow: low(grid.y0M, ground.y0M, box.jLow),
    jHigh: high(grid.y0M, ground.y0M, box.jHigh, ground.ny - 1),
  };
}
