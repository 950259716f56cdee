import { type Body, type Chord, chord, newChord } from './body.ts';
import { columnsAround, layerFrom } from './columns.ts';
import { cavityLength } from './lengths.ts';
import { slow, type ZoneAir } from './zone-air.ts';

/** The wake ends at this many cavity lengths (Kaplan & Dinar 1996). */
export const wakeOverCavity = 3;

/**
 * What happens behind a solid body (Röckle 1990; Kaplan & Dinar 1996), x from the lee wall, d the cavity's length at
 * that offset and height, d = Lr √((1 − (y/½W)²)(1 − (z/H)²)):
 * – cavity, x < d: u = −U(H) (1 − x/d)²;
 * – wake, x < 3d: u = U(z) (1 − (d/x)^1.5);
 * – street canyon, where another solid stands at S < Lr (Singh et al. 2008): across the street
 *   u = −U(H) 4 (x/S)(1 − x/S), w = U(H) ½ |1 − 2x/S| (1 − 2x/S); along it the wind keeps its speed.
 */
export function layLee(air: ZoneAir, body: Body): void {
  const { grid, solid, groundM } = air.raster;
  const { obstacle, heightM, halfWidthM, footM } = body;
  const lr = cavityLength(body.lengthM, 2 * halfWidthM, heightM);
  const reach = halfExtent(body);
  const { i0, i1, j0, j1 } = columnsAround(air, body, -reach, reach + wakeOverCavity * lr, halfWidthM);
  const k0 = layerFrom(
    air,
    Math.max(2 * footM - obstacle.topM, body.footM > obstacle.baseM ? obstacle.baseM : grid.z0M),
  );
  const k1 = layerFrom(air, obstacle.topM);
  if (k0 >= k1) return;
  const free = freeWays(air, body, lr, k0, k1);
  const cut = newChord();
  const { east, north } = air.axes;
  const topSpeed = air.speedAt(obstacle.topM - groundAt(air, body));
  for (let j = j0; j < j1; j += 1) {
    const dy = grid.y0M + (j + 0.5) * grid.cellM - obstacle.y;
    for (let i = i0; i < i1; i += 1) {
      const dx = grid.x0M + (i + 0.5) * grid.cellM - obstacle.x;
      const left = dy * east - dx * north;
      if (Math.abs(left) >= halfWidthM) continue;
      const along = dx * east + dy * north;
      if (!chord(body, left, cut)) continue;
      const x = along - cut.leaveM;
      const eta = left / halfWidthM;
      const widest = lr * Math.sqrt(1 - eta * eta);
      if (x <= 0 || x >= wakeOverCavity * widest) continue;
      const strip = stripOf(free, left, halfWidthM);
      const ground = grid.z0M + (groundM[j * grid.nx + i] as number);
      for (let k = k0; k < k1; k += 1) {
        const cell = (k * grid.ny + j) * grid.nx + i;
        if (solid[cell] !== 0) continue;
        const z = grid.z0M + (k + 0.5) * grid.layerM;
        const street = free.lengths[strip * free.layers + (k - k0)] as number;
        if (street < lr) {
          if (x < street) layStreet(air, cell, cut, x / street, topSpeed, z - ground);
          continue;
        }
        const zeta = (z - footM) / heightM;
        const d = widest * Math.sqrt(Math.max(0, 1 - zeta * zeta));
        if (x < d) {
          const back = 1 - x / d;
          slow(air, cell, -topSpeed * back * back, 0, 0);
        } else if (x < wakeOverCavity * d) {
          const ratio = d / x;
          slow(air, cell, air.speedAt(z - ground) * (1 - ratio * Math.sqrt(ratio)), 0, 0);
        }
      }
    }
  }
}

function layStreet(air: ZoneAir, cell: number, cut: Chord, share: number, topSpeed: number, heightM: number): void {
  const across = -4 * share * (1 - share) * topSpeed * cut.leeAlong;
  const down = 1 - 2 * share;
  const up = 0.5 * Math.abs(down) * down * topSpeed * cut.leeAlong;
  // Along the street: the part of the wind that runs along the lee wall, (−leeLeft, leeAlong) in wind axes.
  const street = -air.speedAt(heightM) * cut.leeLeft;
  slow(air, cell, across * cut.leeAlong - street * cut.leeLeft, across * cut.leeLeft + street * cut.leeAlong, up);
}

/** Distance from the lee wall to the next solid, for strips along the wind and layers; Infinity where further than Lr. */
interface FreeWays {
  readonly strips: number;
  readonly layers: number;
  readonly lengths: Float64Array;
}

/** Air this close to a lee wall may be the body's own stair step, in cells. */
const ownStep = 0.75;

function freeWays(air: ZoneAir, body: Body, lr: number, k0: number, k1: number): FreeWays {
  const { grid, solid } = air.raster;
  const { east, north } = air.axes;
  const { obstacle, halfWidthM } = body;
  // An odd number: mirrored winds then find mirrored strips.
  const strips = 2 * Math.floor((2 * halfWidthM) / grid.cellM) + 1;
  const layers = k1 - k0;
  const lengths = new Float64Array(strips * layers).fill(Infinity);
  const cut = newChord();
  const step = 0.5 * grid.cellM;
  for (let strip = 0; strip < strips; strip += 1) {
    const left = halfWidthM * ((2 * strip + 1) / strips - 1);
    if (!chord(body, left, cut)) continue;
    const eta = left / halfWidthM;
    const far = lr * Math.sqrt(1 - eta * eta);
    for (let x = ownStep * grid.cellM; x < far + step; x += step) {
      const along = cut.leaveM + x;
      const i = Math.floor((obstacle.x + along * east - left * north - grid.x0M) / grid.cellM);
      const j = Math.floor((obstacle.y + along * north + left * east - grid.y0M) / grid.cellM);
      if (i < 0 || j < 0 || i >= grid.nx || j >= grid.ny) break;
      let open = false;
      for (let k = k0; k < k1; k += 1) {
        const place = strip * layers + (k - k0);
        if ((lengths[place] as number) < Infinity) continue;
        if (solid[(k * grid.ny + j) * grid.nx + i] !== 0) lengths[place] = x - 0.5 * step;
        else open = true;
      }
      if (!open) break;
    }
  }
  return { strips, layers, lengths };
}

function stripOf({ strips }: FreeWays, left: number, halfWidthM: number): number {
  return Math.min(strips - 1, Math.floor(((left / halfWidthM + 1) / 2) * strips));
}

/** Furthest any part of the body reaches from its middle, m. */
export function halfExtent({ obstacle }: Body): number {
  if (obstacle.kind === 'cylinder') return obstacle.radiusM;
  return 0.5 * Math.sqrt(obstacle.lengthM * obstacle.lengthM + obstacle.widthM * obstacle.widthM);
}

/** Height of the ground at a body, local m. */
export function groundAt({ raster }: Pick<ZoneAir, 'raster'>, { obstacle }: Pick<Body, 'obstacle'>): number {
  const { x0M, y0M, z0M, cellM, nx, ny } = raster.grid;
  const i = Math.min(nx - 1, Math.max(0, Math.floor((obstacle.x - x0M) / cellM)));
  const j = Math.min(ny - 1, Math.max(0, Math.floor((obstacle.y - y0M) / cellM)));
  return z0M + (raster.groundM[j * nx + i] as number);
}
