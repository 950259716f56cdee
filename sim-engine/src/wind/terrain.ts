import type { Site } from '@upwind/scenes';
import { windKinds } from './obstacle-kinds.ts';

/** Height of the ground at a place, local metres. */
export type Terrain = (x: number, y: number) => number;

/** A site whose things stand within this of one height is level, m. */
const levelM = 0.5;
/** Steepest slope that is believed, m per m. */
const steepest = 0.5;

/**
 * The ground on which a site's things stand: the plane of least squares through the feet of all that stands in the
 * wind, or none where they stand level or are fewer than three. A plane is all that feet can tell: no hill, no ditch.
 */
export function terrainOf(site: Site): Terrain | undefined {
  const feet = site.elements.filter(({ kind }) => windKinds[kind] !== undefined).map(({ at }) => at);
  const heights = feet.map(([, , z]) => z);
  const n = feet.length;
  if (n < 3 || Math.max(...extremes(heights)) - Math.min(...extremes(heights)) < levelM) return undefined;
  let [mx, my, mz] = [0, 0, 0];
  for (const [x, y, z] of feet) {
    mx += x / n;
    my += y / n;
    mz += z / n;
  }
  let [xx, xy, yy, xz, yz] = [0, 0, 0, 0, 0];
  for (const [x, y, z] of feet) {
    xx += (x - mx) * (x - mx);
    xy += (x - mx) * (y - my);
    yy += (y - my) * (y - my);
    xz += (x - mx) * (z - mz);
    yz += (y - my) * (z - mz);
  }
  const det = xx * yy - xy * xy;
  if (det <= 1e-9 * xx * yy || det === 0) return undefined;
  const bound = (slope: number): number => Math.min(steepest, Math.max(-steepest, slope));
  const east = bound((xz * yy - yz * xy) / det);
  const north = bound((yz * xx - xz * xy) / det);
  return (x, y) => mz + east * (x - mx) + north * (y - my);
}

/** The ground of a site: its plane, or level at the lowest foot of what stands in the wind; at 0 where nothing does. */
export function groundOf(site: Site): Terrain {
  const terrain = terrainOf(site);
  if (terrain !== undefined) return terrain;
  const feet = site.elements.filter(({ kind }) => windKinds[kind] !== undefined).map(({ at }) => at[2]);
  const level = feet.length === 0 ? 0 : extremes(feet)[0];
  return () => level;
}

function extremes(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
