import { hypot } from '../arithmetic/hypotenuse.ts';
import type { Breath } from './breath.ts';
import { isClear } from './line-of-sight.ts';
import { placeOf, type Walkable } from './walkable.ts';

/** A place and the second of being there. */
export type Footstep = readonly [x: number, y: number, timeS: number];

/**
 * The corners of a way over cells: straight wherever nothing stands between and `allowed` has nothing against going
 * straight from one place of the way to a later one (their indices), e.g. through gas that the way goes round.
 */
export function pulled(
  walkable: Walkable,
  cells: readonly number[],
  allowed: (from: number, to: number) => boolean = () => true,
): readonly (readonly [number, number])[] {
  const places = cells.map((cell) => placeOf(walkable, cell));
  const corners: (readonly [number, number])[] = [];
  let at = 0;
  while (at < places.length) {
    const here = places[at] as readonly [number, number];
    corners.push(here);
    if (at === places.length - 1) break;
    let next = at + 1;
    // Doubling, then halving: the farthest place in sight without trying each.
    let stride = 1;
    while (stride > 0) {
      const tried = Math.min(places.length - 1, next + stride);
      if (tried > next && allowed(at, tried) && isClear(walkable, here, places[tried] as readonly [number, number])) {
        next = tried;
        stride *= 2;
      } else {
        stride = stride > 1 ? Math.floor(stride / 4) : 0;
      }
    }
    at = next;
  }
  return corners;
}

/** Corners walked at a steady speed from a time on. */
export function timed(corners: readonly (readonly [number, number])[], startS: number, mPerS: number): Footstep[] {
  const steps: Footstep[] = [];
  let timeS = startS;
  let last: readonly [number, number] | undefined;
  for (const corner of corners) {
    const length = last === undefined ? 0 : hypot(corner[0] - last[0], corner[1] - last[1]);
    if (last !== undefined && length === 0) continue;
    timeS += length / mPerS;
    steps.push([corner[0], corner[1], timeS]);
    last = corner;
  }
  return steps;
}

export function lengthOf(path: readonly Footstep[]): number {
  let length = 0;
  for (let k = 1; k < path.length; k += 1) {
    const [ax, ay] = path[k - 1] as Footstep;
    const [bx, by] = path[k] as Footstep;
    length += hypot(bx - ax, by - ay);
  }
  return length;
}

/** Shares of the AEGL-2 and AEGL-3 loads taken in along a path, by looks of at most two seconds. */
export function doseOn(path: readonly Footstep[], breath: Breath): { readonly aegl2: number; readonly aegl3: number } {
  let aegl2 = 0;
  let aegl3 = 0;
  for (let k = 1; k < path.length; k += 1) {
    const [ax, ay, at] = path[k - 1] as Footstep;
    const [bx, by, bt] = path[k] as Footstep;
    const looks = Math.max(1, Math.ceil((bt - at) / 2));
    for (let look = 0; look < looks; look += 1) {
      const share = (look + 0.5) / looks;
      const [x, y, t] = [ax + share * (bx - ax), ay + share * (by - ay), at + share * (bt - at)];
      aegl2 += (breath.aegl2PerS(x, y, t) * (bt - at)) / looks;
      aegl3 += (breath.aegl3PerS(x, y, t) * (bt - at)) / looks;
    }
  }
  return { aegl2, aegl3 };
}
