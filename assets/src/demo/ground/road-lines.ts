import { type Element, type GroundPosition, type Ring, ringContains, type Site, strip } from '@upwind/scenes';

export type Place = GroundPosition;

/** One straight piece of a road. */
export interface RoadPiece {
  readonly id: string;
  readonly from: Place;
  readonly to: Place;
  readonly widthM: number;
  readonly lengthM: number;
  /** metres to the left of the middle line */
  readonly offset: (x: number, y: number) => number;
  /** the place so far along and so far to the left */
  readonly at: (along: number, left: number) => Place;
}

export interface RoadNet {
  readonly pieces: readonly RoadPiece[];
  /** whether a place lies on a road other than `id`, or within `marginM` of it */
  readonly onOther: (id: string, place: Place, marginM: number) => boolean;
}

/** The roads of a site, cut into straight pieces. */
export function roadNet(site: Site): RoadNet {
  const roads = site.elements.filter((element) => element.kind === 'road');
  const pieces = roads.flatMap(piecesOf);
  const known = new Map<number, RoadRing[]>();
  const widened = (marginM: number) => {
    const made = known.get(marginM) ?? roads.flatMap((road) => ringOf(road, marginM));
    known.set(marginM, made);
    return made;
  };
  return {
    pieces,
    onOther: (id, place, marginM) => {
      const [x, y] = place;
      for (const road of widened(marginM)) {
        if (road.id === id || x < road.minX || x > road.maxX || y < road.minY || y > road.maxY) continue;
        if (ringContains(road.ring, place)) return true;
      }
      return false;
    },
  };
}

interface RoadRing {
  readonly id: string;
  readonly ring: Ring;
  readonly minX: number;
  readonly maxX: number;
  readonly minY: number;
  readonly maxY: number;
}

function ringOf({ id, shape }: Element, marginM: number): RoadRing[] {
  if (shape.kind !== 'path') return [];
  const ring = strip(shape.path, shape.widthM + 2 * marginM);
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const bounds = { minX: Math.min(...xs), maxX: Math.max(...xs), minY: Math.min(...ys), maxY: Math.max(...ys) };
  return [{ id, ring, ...bounds }];
}

function piecesOf({ id, shape }: Element): RoadPiece[] {
  if (shape.kind !== 'path') return [];
  const { path, widthM } = shape;
  return path.slice(1).flatMap((to, i): RoadPiece[] => {
    const from = path[i];
    if (from === undefined) return [];
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const lengthM = Math.hypot(dx, dy);
    if (lengthM < 0.5) return [];
    const [ux, uy] = [dx / lengthM, dy / lengthM];
    return [
      {
        id,
        from: [from[0], from[1]],
        to: [to[0], to[1]],
        widthM,
        lengthM,
        offset: (x, y) => (y - from[1]) * ux - (x - from[0]) * uy,
        at: (along, left) => [from[0] + ux * along - uy * left, from[1] + uy * along + ux * left],
      },
    ];
  });
}

/** A stretch of a piece, in metres along it. */
export type Stretch = readonly [start: number, end: number];

/** The stretches of a line beside a piece that no other road crosses. `left` is where the line runs. */
export function freeStretches(net: RoadNet, piece: RoadPiece, left: number, marginM: number): Stretch[] {
  const stretches: [number, number][] = [];
  const step = 0.5;
  let start: number | undefined;
  for (let along = 0; along <= piece.lengthM + step / 2; along += step) {
    const here = Math.min(along, piece.lengthM);
    const free = !net.onOther(piece.id, piece.at(here, left), marginM);
    if (free) start ??= here;
    if (start !== undefined && (!free || here >= piece.lengthM)) {
      if (here - start > 1) stretches.push([start, here]);
      start = undefined;
    }
  }
  return stretches;
}
