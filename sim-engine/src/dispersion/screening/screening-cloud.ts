import type { AirborneSource } from '../../release/airborne.ts';
import { type BoundaryLayer, windSpeedAt } from '../../weather/boundary-layer.ts';
import type { CloudPart, CloudRequest } from '../cloud-part.ts';
import { surfaceResistanceOf, uptakeOver } from '../deposition.ts';
import { type Layer, linesOf } from '../grid-lines.ts';
import type { FieldGrid } from '../hazard-field.ts';
import type { VolumeBuilder } from '../volume-builder.ts';
import { buoyancyOf } from './buoyancy.ts';
import { crosswindOf } from './lateral-spread.ts';
import { screeningStatement } from './model-statement.ts';
import { type PlumeTable, plumeTables } from './plume-table.ts';
import { addPuff, addPuffVolume, puffsOf } from './puffs.ts';
import { segmentsOf } from './segment.ts';
import { addSegment } from './segment-field.ts';
import { addSegmentVolume, columnsOf } from './segment-volume.ts';
import { blown, emptyTrail, type Trail } from './trail.ts';

/** Wind at 10 m below which a cloud is all puffs, and above which it is all plume, m/s. */
const puffsBelow = 1;
const plumeAbove = 2;

/** The screening model at work: every source a string of segments on open ground. */
export function screeningCloud(request: CloudRequest): CloudPart {
  const { chemical, sources, weather, ladder, grid, headHeightM } = request;
  const farthestM = 1.5 * grid.cellM * (grid.nx + grid.ny);
  const settling = request.deposition ? surfaceResistanceOf(chemical.id) : undefined;
  const tables = (heightM: number) => {
    const known = plumeTables(heightM, farthestM, 1);
    return (air: BoundaryLayer): PlumeTable =>
      known(settling === undefined ? air : { ...air, uptake: uptakeOver(air, settling) });
  };
  const trails = sources.map((source) => {
    const heightM = Math.max(0, source.at[2]);
    return { source, heightM, tables: tables(heightM), trail: emptyTrail };
  });
  const lines = linesOf(grid);
  let air = weather.at(0);
  return {
    model: screeningStatement({
      heightM: headHeightM,
      settling,
      regimes: sources.map((source) => buoyancyOf(source, chemical, weather.at).regime),
    }),
    *advance(frame, values, touched, volume) {
      air = weather.at((frame * ladder.stepsPerFrame - 0.5) * ladder.stepS);
      for (const one of trails) {
        one.trail = grown(one.trail, one, frame, request);
        addTrail(one.trail, air, { lines, values, heightM: headHeightM, touched });
        yield;
        if (volume === undefined) continue;
        addTrailVolume(one.trail, air, volume);
        yield;
      }
    },
    addTo(layer) {
      for (const { trail } of trails) addTrail(trail, air, layer);
    },
  };
}

/** Share of a cloud that is drawn as puffs in this air. */
export function puffShare(air: BoundaryLayer): number {
  const wind = windSpeedAt(air, 10) * air.driftShare;
  return Math.min(1, Math.max(0, (plumeAbove - wind) / (plumeAbove - puffsBelow)));
}

/** Adds all the gas of a trail to a layer. */
export function addTrail(trail: Trail, air: BoundaryLayer, layer: Layer): void {
  const { table } = trail;
  if (table === undefined) return;
  const puffs = puffShare(air);
  const { xM } = layer.lines;
  const finestM = xM.reduce((least, x, k) => (k > 0 ? Math.min(least, x - (xM[k - 1] as number)) : least), Infinity);
  for (const segment of segmentsOf(trail, air)) {
    if (puffs < 1) addSegment(segment, table, air, layer, 1 - puffs);
    if (puffs > 0) for (const puff of puffsOf(segment, air, finestM)) addPuff(puff, table, layer, puffs);
  }
}

/** Adds all the gas of a trail to a volume. */
export function addTrailVolume(trail: Trail, air: BoundaryLayer, volume: VolumeBuilder): void {
  const { table } = trail;
  if (table === undefined) return;
  const puffs = puffShare(air);
  const lines = linesOf(volume.grid);
  const columns = columnsOf(table, volume.grid);
  for (const segment of segmentsOf(trail, air)) {
    if (puffs < 1) addSegmentVolume(segment, table, columns, air, volume, lines, 1 - puffs);
    if (puffs === 0) continue;
    for (const puff of puffsOf(segment, air, volume.grid.cellM))
      addPuffVolume(puff, table, columns, volume, lines, puffs);
  }
}

/** The trail at the end of a frame. */
function grown(
  start: Trail,
  one: { source: AirborneSource; heightM: number; tables: (air: BoundaryLayer) => PlumeTable },
  frame: number,
  { ladder, weather, grid }: CloudRequest,
): Trail {
  const { source, heightM, tables } = one;
  const { stepS, stepsPerFrame } = ladder;
  const place = [source.at[0], source.at[1]] as const;
  let trail = start;
  for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
    const mass = source.massKg[n] ?? 0;
    if (mass <= 0 && trail.nodes.length === 0) continue;
    const air = weather.at((n + 0.5) * stepS);
    // σ of an even disc is half its radius.
    const rootM = 0.5 * (source.radiusM[n] ?? 0);
    trail = inReach(blown(trail, air, tables(air), crosswindOf(air, heightM), place, mass, stepS, rootM), grid);
  }
  return trail;
}

/** The trail without its oldest gas once that has blown far off the grid. */
function inReach(trail: Trail, grid: FieldGrid): Trail {
  const margin = 0.25 * grid.cellM * (grid.nx + grid.ny);
  const outside = ({ x, y }: { x: number; y: number }): boolean =>
    x < grid.x0M - margin ||
    y < grid.y0M - margin ||
    x > grid.x0M + grid.cellM * grid.nx + margin ||
    y > grid.y0M + grid.cellM * grid.ny + margin;
  let drop = 0;
  while (drop + 2 < trail.nodes.length) {
    const a = trail.nodes[drop];
    const b = trail.nodes[drop + 1];
    if (a === undefined || b === undefined || !outside(a) || !outside(b)) break;
    drop += 1;
  }
  return drop === 0 ? trail : { nodes: trail.nodes.slice(drop), table: trail.table };
}
