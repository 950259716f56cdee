import type { PeopleGroup } from '@upwind/scenarios';
import type { Ring } from '@upwind/sim-engine';

/** Even–odd rule over all rings at once, so that holes count as outside. */
export function isInside(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    let [x0, y0] = ring[ring.length - 1] ?? [0, 0];
    for (const [x1, y1] of ring) {
      if (y1 > y !== y0 > y && x < ((x0 - x1) * (y - y1)) / (y0 - y1) + x1) inside = !inside;
      [x0, y0] = [x1, y1];
    }
  }
  return inside;
}

/** How many people are usually where the zone is: by their places at the start, as a head-count to begin with. */
export function peopleInside(zone: { readonly rings: readonly Ring[] }, groups: readonly PeopleGroup[]): number {
  let count = 0;
  for (const group of groups) if (isInside(zone.rings, group.at[0], group.at[1])) count += group.count;
  return count;
}
