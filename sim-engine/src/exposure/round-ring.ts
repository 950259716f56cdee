type Place = readonly [number, number];

/** The grid's outer edge, m. */
export interface GridEdge {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
}

/** Pieces into which a side of a ring is parted where it bends. */
const pieces = 4;
/** Corners that turn by less than this need no rounding: cosine of 8°. */
const straight = 0.9903;

/**
 * A closed ring with its corners rounded: a centripetal Catmull–Rom curve (Yuksel, Schaefer & Keyser 2011) through its
 * places, which has no loops and no cusps. Places nearer than a tenth of a cell to the one before are left out; sides
 * along the grid's edge stay straight, and nothing goes beyond it.
 */
export function rounded(ring: readonly Place[], cellM: number, edge: GridEdge): Place[] {
  const places = spaced(ring, 0.1 * cellM, edge);
  const count = places.length;
  if (count < 4) return places;
  const at = (k: number): Place => places[(k + count) % count] as Place;
  const smooth: Place[] = [];
  for (let k = 0; k < count; k += 1) {
    const [a, b, c, d] = [at(k - 1), at(k), at(k + 1), at(k + 2)];
    smooth.push(b);
    if (alongEdge(b, c, edge) || (isStraight(a, b, c) && isStraight(b, c, d))) continue;
    // Where a side meets the edge the curve has no neighbour to lean on: the place itself stands for it.
    const before = alongEdge(a, b, edge) ? mirrored(b, c) : a;
    const after = alongEdge(c, d, edge) ? mirrored(c, b) : d;
    for (let piece = 1; piece < pieces; piece += 1) {
      const [x, y] = centripetal(before, b, c, after, piece / pieces);
      smooth.push([Math.min(edge.east, Math.max(edge.west, x)), Math.min(edge.north, Math.max(edge.south, y))]);
    }
  }
  return smooth;
}

function spaced(ring: readonly Place[], leastM: number, edge: GridEdge): Place[] {
  const places: Place[] = [];
  for (const place of ring) {
    const before = places[places.length - 1];
    if (before === undefined || distance(before, place) >= (onEdge(place, edge) ? 1e-6 : 1) * leastM)
      places.push(place);
  }
  while (places.length > 1 && distance(places[0] as Place, places[places.length - 1] as Place) < 1e-6 * leastM) {
    places.pop();
  }
  return places;
}

function onEdge([x, y]: Place, { west, east, south, north }: GridEdge): boolean {
  return x === west || x === east || y === south || y === north;
}

function alongEdge([ax, ay]: Place, [bx, by]: Place, { west, east, south, north }: GridEdge): boolean {
  return (ax === bx && (ax === west || ax === east)) || (ay === by && (ay === south || ay === north));
}

function mirrored([x, y]: Place, [ox, oy]: Place): Place {
  return [2 * x - ox, 2 * y - oy];
}

function isStraight([ax, ay]: Place, [bx, by]: Place, [cx, cy]: Place): boolean {
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - bx, cy - by];
  return ux * vx + uy * vy >= straight * Math.sqrt((ux * ux + uy * uy) * (vx * vx + vy * vy));
}

function distance([ax, ay]: Place, [bx, by]: Place): number {
  return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
}

/** The curve between b and c at a share of its way, by Barry & Goldman's pyramid with knots √distance apart. */
function centripetal(a: Place, b: Place, c: Place, d: Place, share: number): Place {
  const t1 = Math.sqrt(distance(a, b));
  const t2 = t1 + Math.sqrt(distance(b, c));
  const t3 = t2 + Math.sqrt(distance(c, d));
  if (!(t1 > 0) || !(t2 > t1) || !(t3 > t2)) return between(b, c, share);
  const t = t1 + share * (t2 - t1);
  const ab = between(a, b, t / t1);
  const bc = between(b, c, (t - t1) / (t2 - t1));
  const cd = between(c, d, (t - t2) / (t3 - t2));
  return between(between(ab, bc, t / t2), between(bc, cd, (t - t1) / (t3 - t1)), (t - t1) / (t2 - t1));
}

function between([ax, ay]: Place, [bx, by]: Place, share: number): Place {
  return [ax + share * (bx - ax), ay + share * (by - ay)];
}
