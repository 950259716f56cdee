import type { GroundPosition } from '../place/position.ts';
import type { Ring } from './ring.ts';

/** Bends sharper than this are cut short, so that a hairpin throws no spike: corner offset ÷ half width. */
const longestMitre = 2;

/**
 * Outline of a line of given width on the ground, with mitred bends and square ends at its first and last place.
 * Places that repeat the one before are ignored; a line of no length has no outline.
 */
export function strip(line: readonly (readonly [number, number, ...number[]])[], widthM: number): Ring {
  const places = line.filter((place, index) => {
    const before = line[index - 1];
    return before === undefined || before[0] !== place[0] || before[1] !== place[1];
  });
  if (places.length < 2) return [];
  const left: GroundPosition[] = [];
  const right: GroundPosition[] = [];
  places.forEach((place, index) => {
    const [east, north] = offset(places[index - 1], place, places[index + 1]);
    left.push([place[0] + (east * widthM) / 2, place[1] + (north * widthM) / 2]);
    right.push([place[0] - (east * widthM) / 2, place[1] - (north * widthM) / 2]);
  });
  return [...right, ...left.reverse()];
}

type Place = readonly [number, number, ...number[]];

/** Where the left edge stands at a place, in half widths: the normal at an end, the mitre at a bend. */
function offset(before: Place | undefined, place: Place, after: Place | undefined): GroundPosition {
  const arriving = before && leftNormal(before, place);
  const leaving = after && leftNormal(place, after);
  const a = arriving ?? leaving ?? [0, 0];
  const b = leaving ?? arriving ?? [0, 0];
  const east = a[0] + b[0];
  const north = a[1] + b[1];
  const lengthSquared = east * east + north * north;
  if (lengthSquared < 1e-9) return a;
  const mitre = Math.min(2 / lengthSquared, longestMitre / Math.sqrt(lengthSquared));
  return [east * mitre, north * mitre];
}

function leftNormal(from: Place, to: Place): GroundPosition {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  return [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
}
