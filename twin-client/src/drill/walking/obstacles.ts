import { distanceToRing, type Element, footprint, type GroundPosition, isBody, ringContains } from '@upwind/scenes';
import type { SitePlan } from '../site-plan.ts';

/** A wall on the ground: people cannot cross the line. */
export interface Wall {
  readonly from: GroundPosition;
  readonly to: GroundPosition;
}

/** Ground nobody can stand on: the inside of a body or of water, in local metres. */
export interface Block {
  readonly id: string;
  readonly ring: readonly GroundPosition[];
  readonly box: readonly [number, number, number, number];
}

/** What stands in a walker's way on a site. */
export interface Obstacles {
  readonly blocks: readonly Block[];
  readonly walls: readonly Wall[];
  /** Gaps in bund walls with steps over them. */
  readonly stiles: readonly Stile[];
  readonly extent: SitePlan['extent'];
}

/** Steps over a bund wall, at its middle; `acrossRad` is the direction over the wall, anticlockwise from east. */
export interface Stile {
  readonly at: GroundPosition;
  readonly acrossRad: number;
  readonly heightM: number;
}

/** A person takes this much ground: half a shoulder width, m. */
export const personRadiusM = 0.3;

/** Walls lower than this are stepped over without steps, m. */
const stepOverM = 0.35;

/** Width of the steps over a bund wall, m. */
export const stileWidthM = 1.6;

/** What people walk under, through or squeeze past, whatever its outer form says. */
const passable: ReadonlySet<Element['kind']> = new Set([
  'valve',
  'gas-detector',
  'camera',
  'hydrant',
  'wind-sock',
  'weather-mast',
  'muster-point',
  'gate',
  'loading-rack',
  'pipe-rack',
  'pipeline',
]);

/** A ball on legs leaves room for people under it from this height, m. */
const headroomM = 1.9;

/** The obstacles of a site, from the footprints of its elements. */
export function obstaclesOf(site: SitePlan): Obstacles {
  const blocks: Block[] = [];
  const walls: Wall[] = [];
  const stiles: Stile[] = [];
  const gates = site.elements.filter((element) => element.kind === 'gate');
  for (const element of site.elements) {
    if (element.kind === 'fence') walls.push(...fenceWalls(element, gates));
    else if (element.kind === 'bund') {
      const bund = bundWalls(element);
      walls.push(...bund.walls);
      stiles.push(...bund.stiles);
    } else if (stops(element)) {
      const ring = footprint(element);
      if (ring.length >= 3) blocks.push({ id: element.id, ring, box: boxOf(ring) });
    }
  }
  return { blocks, walls, stiles, extent: site.extent };
}

function stops(element: Element): boolean {
  if (element.kind === 'water') return true;
  if (!isBody(element) || passable.has(element.kind)) return false;
  const { shape } = element;
  return shape.kind !== 'sphere' || shape.centreHeightM - shape.radiusM < headroomM;
}

/** A fence stops people, except where a gate stands in it. */
function fenceWalls(fence: Element, gates: readonly Element[]): Wall[] {
  if (fence.shape.kind !== 'path') return [];
  const line = fence.shape.path.map(([x, y]): GroundPosition => [x, y]);
  return pairs(line).flatMap(([from, to]) => {
    const lengthM = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const pieces = Math.max(1, Math.ceil(lengthM / 2));
    const along = (index: number): GroundPosition => [
      from[0] + ((to[0] - from[0]) * index) / pieces,
      from[1] + ((to[1] - from[1]) * index) / pieces,
    ];
    const open = (place: GroundPosition) => gates.some((gate) => nearGate(gate, place));
    const free = Array.from({ length: pieces }, (_, index) => !open(along(index)) && !open(along(index + 1)));
    if (free.every((each) => each)) return [{ from, to }];
    return free.flatMap((each, index) => (each ? [{ from: along(index), to: along(index + 1) }] : []));
  });
}

function nearGate(gate: Element, place: GroundPosition): boolean {
  const ring = footprint(gate);
  if (ring.length >= 3) return distanceToRing(place, ring) < 1;
  return Math.hypot(gate.at[0] - place[0], gate.at[1] - place[1]) < 6;
}

/** A bund's wall is crossed by steps in the middle of its two longest sides. */
function bundWalls(bund: Element): { walls: Wall[]; stiles: Stile[] } {
  if (bund.shape.kind !== 'area' || bund.shape.heightM < stepOverM) return { walls: [], stiles: [] };
  const { ring, heightM } = bund.shape;
  const sides = pairs([...ring, ...ring.slice(0, 1)]);
  const lengths = sides.map(([from, to]) => Math.hypot(to[0] - from[0], to[1] - from[1]));
  const longest = [...lengths.keys()].sort((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0)).slice(0, 2);
  const walls: Wall[] = [];
  const stiles: Stile[] = [];
  for (const [index, [from, to]] of sides.entries()) {
    const lengthM = lengths[index] ?? 0;
    if (!longest.includes(index) || lengthM < 3 * stileWidthM) {
      walls.push({ from, to });
      continue;
    }
    const half = stileWidthM / 2 / lengthM;
    const along = (share: number): GroundPosition => [
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
    ];
    walls.push({ from, to: along(0.5 - half) }, { from: along(0.5 + half), to });
    stiles.push({ at: along(0.5), acrossRad: Math.atan2(to[1] - from[1], to[0] - from[0]) + Math.PI / 2, heightM });
  }
  return { walls, stiles };
}

/** Whether a place is inside a body, water or off the site. */
export function isBlocked(obstacles: Obstacles, place: GroundPosition): boolean {
  const { min, max } = obstacles.extent;
  if (place[0] < min[0] || place[1] < min[1] || place[0] > max[0] || place[1] > max[1]) return true;
  return obstacles.blocks.some((block) => inBox(block.box, place, 0) && ringContains(block.ring, place));
}

/** Height of the ground under a place in metres: 0, or on the steps over a bund wall. */
export function groundHeightM(obstacles: Obstacles, [x, y]: GroundPosition): number {
  for (const { at, acrossRad, heightM } of obstacles.stiles) {
    const east = x - at[0];
    const north = y - at[1];
    const across = east * Math.cos(acrossRad) + north * Math.sin(acrossRad);
    const along = -east * Math.sin(acrossRad) + north * Math.cos(acrossRad);
    if (Math.abs(along) <= stileWidthM / 2) {
      const runM = stileRunM(heightM);
      if (Math.abs(across) < runM) return Math.min(heightM, (heightM * (runM - Math.abs(across))) / (runM - 0.3));
    }
  }
  return 0;
}

/** How far the steps reach from the wall's middle on either side, m. */
export function stileRunM(heightM: number): number {
  return 0.3 + heightM * 1.2;
}

export function inBox(box: Block['box'], [x, y]: GroundPosition, marginM: number): boolean {
  return x > box[0] - marginM && y > box[1] - marginM && x < box[2] + marginM && y < box[3] + marginM;
}

function boxOf(ring: readonly GroundPosition[]): Block['box'] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.slice(1).map((item, index) => [items[index] ?? item, item]);
}
