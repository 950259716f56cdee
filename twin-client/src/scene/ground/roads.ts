import { type Element, footprint, type GroundPosition, type Ring, ringContains } from '@upwind/scenes';
import type { DrawnSite } from '../drawn-site.ts';

/** A stretch of a road's edge or middle line that no other road crosses: [x, y] places in order. */
export type Run = readonly GroundPosition[];

export interface RoadLines {
  readonly element: number;
  readonly kerbs: readonly Run[];
  readonly edges: readonly Run[];
  readonly dashes: readonly Run[];
}

const stepM = 1.5;
/** How far outside the site its roads and rivers go on, so that they do not end at the drawing's edge. */
export const beyondM = 2500;

type Extent = DrawnSite['extent'];

/** Roads that reach the edge of the extent go on beyond it; those inside are returned as they are. */
export function roadPath(element: Element, extent: Extent): readonly GroundPosition[] {
  if (element.shape.kind !== 'path') return [];
  const path = element.shape.path.map(([x, y]): GroundPosition => [x, y]);
  const before = extension(path, extent, true);
  const after = extension(path, extent, false);
  return [...(before === undefined ? [] : [before]), ...path, ...(after === undefined ? [] : [after])];
}

function extension(path: Run, { min, max }: Extent, first: boolean): GroundPosition | undefined {
  const end = first ? path[0] : path.at(-1);
  const inner = first ? path[1] : path.at(-2);
  if (end === undefined || inner === undefined) return undefined;
  const atEdge = [end[0] - min[0], max[0] - end[0], end[1] - min[1], max[1] - end[1]].some((gap) => Math.abs(gap) < 1);
  if (!atEdge) return undefined;
  const length = Math.hypot(end[0] - inner[0], end[1] - inner[1]) || 1;
  const outward: GroundPosition = [(end[0] - inner[0]) / length, (end[1] - inner[1]) / length];
  const leaves =
    (Math.abs(end[0] - min[0]) < 1 && outward[0] < -0.5) ||
    (Math.abs(max[0] - end[0]) < 1 && outward[0] > 0.5) ||
    (Math.abs(end[1] - min[1]) < 1 && outward[1] < -0.5) ||
    (Math.abs(max[1] - end[1]) < 1 && outward[1] > 0.5);
  if (!leaves) return undefined;
  return [end[0] + outward[0] * beyondM, end[1] + outward[1] * beyondM];
}

/** Samples a line beside a path, `across` to its left, and keeps the stretches that lie in none of the rings. */
export function freeRuns(path: Run, across: number, obstacles: readonly Ring[]): readonly Run[] {
  const runs: GroundPosition[][] = [];
  for (let i = 1; i < path.length; i += 1) {
    const from = path[i - 1];
    const to = path[i];
    if (from === undefined || to === undefined) continue;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length === 0) continue;
    const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
    const steps = Math.max(1, Math.ceil(length / stepM));
    let run: GroundPosition[] | undefined;
    for (let k = 0; k <= steps; k += 1) {
      const along = (length * k) / steps;
      const place: GroundPosition = [from[0] + ux * along - uy * across, from[1] + uy * along + ux * across];
      if (obstacles.some((ring) => ringContains(ring, place))) {
        run = undefined;
        continue;
      }
      if (run === undefined) {
        run = [];
        runs.push(run);
      }
      run.push(place);
    }
  }
  return runs.filter((run) => run.length > 1).map(straightened);
}

/** Only the ends of a straight run matter. */
function straightened(run: GroundPosition[]): Run {
  const first = run[0];
  const last = run.at(-1);
  return first === undefined || last === undefined ? run : [first, last];
}

/** Cuts straight runs into dashes of `dashM` with gaps of `gapM`. */
export function dashed(run: Run, dashM: number, gapM: number): readonly Run[] {
  const [from, to] = [run[0], run.at(-1)];
  if (from === undefined || to === undefined) return [];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [ux, uy] = [(to[0] - from[0]) / (length || 1), (to[1] - from[1]) / (length || 1)];
  const dashes: Run[] = [];
  for (let at = gapM / 2; at + dashM <= length; at += dashM + gapM) {
    dashes.push([
      [from[0] + ux * at, from[1] + uy * at],
      [from[0] + ux * (at + dashM), from[1] + uy * (at + dashM)],
    ]);
  }
  return dashes;
}

/** Kerbs, edge lines and middle dashes of every road, interrupted where roads meet and gates stand. */
export function roadLines(site: DrawnSite): readonly RoadLines[] {
  const roads = site.elements.flatMap((element, index) =>
    element.kind === 'road' && element.shape.kind === 'path'
      ? [{ index, element, shape: element.shape, ring: footprint(element) }]
      : [],
  );
  return roads.map(({ index, element, shape }) => {
    const others = roads.filter((road) => road.index !== index).map((road) => road.ring);
    const path = roadPath(element, site.extent);
    const half = shape.widthM / 2;
    return {
      element: index,
      kerbs: [half, -half].flatMap((across) => freeRuns(path, across, others)),
      edges: [half - 0.4, 0.4 - half].flatMap((across) => freeRuns(path, across, others)),
      dashes: freeRuns(path, 0, others).flatMap((run) => dashed(run, 4, 6)),
    };
  });
}
