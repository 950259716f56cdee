import { type Element, isBody, type Ring, ringContains, type Site } from '@upwind/scenes';
import { hypot } from '../arithmetic/hypotenuse.ts';
import { groundRings } from './ground-rings.ts';

/** Side of a cell, m: people should use ways between bodies that are wider than this. */
const sideM = 3;
/** People also find a way round the outside of the site. */
const marginM = 40;
/** Half a person's width kept from walls, m. */
const personM = 0.3;
/** Largest grid; beyond it cells grow. */
const mostCells = 200_000;

/**
 * Where people can walk: a grid of cells in local metres; cell (i, j) has its centre at (x0M + i·cellM, y0M + j·cellM).
 * `pace` is 0 where nobody walks, 255 on roads and pads, less elsewhere.
 */
export interface Walkable {
  readonly x0M: number;
  readonly y0M: number;
  readonly cellM: number;
  readonly nx: number;
  readonly ny: number;
  readonly pace: Uint8Array;
  /** Ground of the bodies that stand in the way, to look past them exactly. */
  readonly bodies: readonly Ring[];
}

/** Walking over grass or gravel and between equipment is slower than on a road: the house's estimate. */
const offRoadPace = 215;
export const roadPace = 255;

const standsInTheWay = (element: Element): boolean => isBody(element) && element.kind !== 'gate';

const isObstacle = ({ kind, shape }: Element): boolean =>
  kind === 'water' || kind === 'fence' || (kind === 'bund' && shape.kind === 'area' && shape.heightM > 0);

/** The walkable ground of a site: bodies, bund walls, water and fences stand in the way, gates open the fence. */
export function walkableOf(site: Site): Walkable {
  const [west, south] = [site.extent.min[0] - marginM, site.extent.min[1] - marginM];
  const [east, north] = [site.extent.max[0] + marginM, site.extent.max[1] + marginM];
  const cellM = Math.max(sideM, Math.sqrt(((east - west) * (north - south)) / mostCells));
  const nx = Math.ceil((east - west) / cellM) + 1;
  const ny = Math.ceil((north - south) / cellM) + 1;
  const rings = (kinds: (element: Element) => boolean): Ring[] => site.elements.filter(kinds).flatMap(groundRings);
  const bodies = rings(standsInTheWay);
  const pace = new Uint8Array(nx * ny).fill(offRoadPace);
  const walkable: Walkable = { x0M: west, y0M: south, cellM, nx, ny, pace, bodies };
  for (const ring of rings(({ kind }) => kind === 'road' || kind === 'pad')) paint(walkable, ring, 0, roadPace);
  for (const ring of rings(isObstacle)) {
    paint(walkable, ring, personM, 0);
    // A thin wall may pass between cell centres: its line is painted too.
    paintEdges(walkable, ring);
  }
  for (const ring of rings(({ kind }) => kind === 'gate')) paint(walkable, ring, cellM, roadPace);
  // Half a cell more than a person needs: then a step from centre to centre keeps clear, too.
  for (const ring of bodies) paint(walkable, ring, personM + cellM / 2, 0);
  return walkable;
}

/** Cells whose centre lies inside the ring or nearer to it than `marginM`. */
function paint(walkable: Walkable, ring: Ring, margin: number, pace: number): void {
  const { x0M, y0M, cellM, nx, ny } = walkable;
  const [iLow, iHigh, jLow, jHigh] = boxOf(walkable, ring, margin);
  for (let j = Math.max(0, jLow); j <= Math.min(ny - 1, jHigh); j += 1) {
    for (let i = Math.max(0, iLow); i <= Math.min(nx - 1, iHigh); i += 1) {
      const x = x0M + i * cellM;
      const y = y0M + j * cellM;
      if (ringContains(ring, [x, y]) || (margin > 0 && nearRing(ring, x, y, margin))) {
        walkable.pace[j * nx + i] = pace;
      }
    }
  }
}

function paintEdges(walkable: Walkable, ring: Ring): void {
  const { x0M, y0M, cellM, nx, ny, pace } = walkable;
  for (let k = 0; k < ring.length; k += 1) {
    const [ax, ay] = ring[k] as readonly [number, number];
    const [bx, by] = ring[(k + 1) % ring.length] as readonly [number, number];
    const pieces = Math.ceil(hypot(bx - ax, by - ay) / (cellM / 2)) + 1;
    for (let piece = 0; piece <= pieces; piece += 1) {
      const share = piece / pieces;
      const i = Math.round((ax + share * (bx - ax) - x0M) / cellM);
      const j = Math.round((ay + share * (by - ay) - y0M) / cellM);
      if (i >= 0 && j >= 0 && i < nx && j < ny) pace[j * nx + i] = 0;
    }
  }
}

function boxOf({ x0M, y0M, cellM }: Walkable, ring: Ring, margin: number): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [
    Math.floor((west - margin - x0M) / cellM),
    Math.ceil((east + margin - x0M) / cellM),
    Math.floor((south - margin - y0M) / cellM),
    Math.ceil((north + margin - y0M) / cellM),
  ];
}

function nearRing(ring: Ring, x: number, y: number, within: number): boolean {
  for (let k = 0; k < ring.length; k += 1) {
    const [ax, ay] = ring[k] as readonly [number, number];
    const [bx, by] = ring[(k + 1) % ring.length] as readonly [number, number];
    const length2 = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    const along = length2 > 0 ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2)) : 0;
    const dx = x - ax - along * (bx - ax);
    const dy = y - ay - along * (by - ay);
    if (dx * dx + dy * dy <= within * within) return true;
  }
  return false;
}

/** The cell of a place, or −1 outside the grid. */
export function cellAt({ x0M, y0M, cellM, nx, ny }: Walkable, x: number, y: number): number {
  const i = Math.round((x - x0M) / cellM);
  const j = Math.round((y - y0M) / cellM);
  return i < 0 || j < 0 || i >= nx || j >= ny ? -1 : j * nx + i;
}

/** The centre of a cell. */
export function placeOf({ x0M, y0M, cellM, nx }: Walkable, cell: number): readonly [number, number] {
  return [x0M + (cell % nx) * cellM, y0M + Math.floor(cell / nx) * cellM];
}
