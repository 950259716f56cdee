import type { AirborneSource } from '../../release/airborne.ts';
import type { CloudPart, CloudRequest } from '../cloud-part.ts';
import type { FieldGrid } from '../hazard-field.ts';
import { crosswindOf } from './lateral-spread.ts';
import { screeningModel } from './model-statement.ts';
import { plumeTables } from './plume-table.ts';
import { segmentsOf } from './segment.ts';
import { addSegment } from './segment-field.ts';
import { blown, emptyTrail, type Trail } from './trail.ts';

/** The screening model at work: every source a string of segments on open ground. */
export function screeningCloud(request: CloudRequest): CloudPart {
  const { sources, weather, ladder, grid, headHeightM } = request;
  const farthestM = 1.5 * grid.cellM * (grid.nx + grid.ny);
  const trails = sources.map((source) => {
    const heightM = Math.max(0, source.at[2]);
    return { source, heightM, tables: plumeTables(heightM, headHeightM, farthestM, 1), trail: emptyTrail };
  });
  return {
    model: screeningModel,
    *advance(frame, layer, box) {
      for (const one of trails) {
        one.trail = grown(one.trail, one, frame, request);
        const { table } = one.trail;
        if (table === undefined) continue;
        const air = weather.at((frame * ladder.stepsPerFrame - 0.5) * ladder.stepS);
        for (const segment of segmentsOf(one.trail, air)) addSegment(segment, table, air, grid, layer, box);
        yield;
      }
    },
  };
}

/** The trail at the end of a frame. */
function grown(
  start: Trail,
  { source, heightM, tables }: { source: AirborneSource; heightM: number; tables: ReturnType<typeof plumeTables> },
  frame: number,
  { ladder, weather, grid }: CloudRequest,
): Trail {
  const { stepS, stepsPerFrame } = ladder;
  const place = [source.at[0], source.at[1]] as const;
  let trail = start;
  for (let n = (frame - 1) * stepsPerFrame; n < frame * stepsPerFrame; n += 1) {
    const mass = source.massKg[n] ?? 0;
    if (mass <= 0 && trail.nodes.length === 0) continue;
    const air = weather.at((n + 0.5) * stepS);
    trail = inReach(blown(trail, air, tables(air), crosswindOf(air, heightM), place, mass, stepS), grid);
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
