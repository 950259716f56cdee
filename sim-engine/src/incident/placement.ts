import type { Incident, Release } from '@upwind/scenarios';
import { type Element, footprint, heightOf, type Ring, ringContains, type Site } from '@upwind/scenes';
import { groundOf } from '../wind/terrain.ts';
import type { IncidentResult } from './run.ts';

type Note = IncidentResult['notes'][number];
type Place = readonly [number, number, number];

/** Elements that enclose air: gas let out inside them does not meet the wind at once. */
const buildings: ReadonlySet<Element['kind']> = new Set([
  'control-room',
  'office',
  'laboratory',
  'workshop',
  'canteen',
  'warehouse',
  'substation',
  'fire-station',
]);
/** How far outside the wall or above the water the gas is let out instead, m. */
const clearM = 0.5;

/** A release where the wind can take it, with what was assumed. */
export interface Placement {
  readonly release: Release;
  readonly notes: readonly Note[];
}

/**
 * The releases of an incident, those inside a building moved to its nearest wall and those under water to its surface:
 * the upper estimate of both, for neither holds anything back here.
 */
export function placed(site: Site, incident: Incident): readonly Placement[] {
  return incident.releases.map((release) => placedOne(site, release));
}

/** A release as the models of its gas see it: its height is that over the ground of the site. */
export function overGround(site: Site, release: Release): Release {
  const [x, y, z] = release.at;
  return { ...release, at: [x, y, z - groundOf(site)(x, y)] };
}

function placedOne(site: Site, release: Release): Placement {
  const [x, y, z] = release.at;
  for (const element of site.elements) {
    const top = element.at[2] + heightOf(element);
    const inside = (): boolean => ringContains(footprint(element), [x, y]);
    if (buildings.has(element.kind) && z >= element.at[2] - 1 && z < top && inside()) {
      return moved(release, outsideOf(footprint(element), [x, y, z]), {
        zh: `泄漏 ${release.id} 位于建筑“${element.name.zh}”内：按在最近外墙处全部外泄计算，未计入室内滞留`,
        en: `Release ${release.id} is inside "${element.name.en}": all of it is let out at the nearest wall, nothing is held up indoors`,
      });
    }
    if (element.kind === 'water' && z < element.at[2] && inside()) {
      return moved(release, [x, y, element.at[2] + clearM], {
        zh: `泄漏 ${release.id} 位于“${element.name.zh}”水面以下：按在水面全部逸出计算，未计入溶解`,
        en: `Release ${release.id} is under the water of "${element.name.en}": all of it comes out at the surface, none dissolves`,
      });
    }
  }
  return { release, notes: [] };
}

function moved(release: Release, at: Place, note: Note): Placement {
  return { release: { ...release, at: [...at] }, notes: [note] };
}

/** The place just outside the nearest wall of a ring, at the same height. */
function outsideOf(ring: Ring, [x, y, z]: Place): Place {
  let least = Number.POSITIVE_INFINITY;
  let best: Place = [x, y, z];
  ring.forEach((a, k) => {
    const b = ring[(k + 1) % ring.length] ?? a;
    const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
    const square = ex * ex + ey * ey;
    if (square === 0) return;
    const share = Math.min(1, Math.max(0, ((x - a[0]) * ex + (y - a[1]) * ey) / square));
    const [wx, wy] = [a[0] + share * ex, a[1] + share * ey];
    const off = Math.sqrt((wx - x) * (wx - x) + (wy - y) * (wy - y));
    if (off >= least) return;
    least = off;
    const length = Math.sqrt(square);
    // The wall's normal, away from the place inside; of either turning sense.
    const side = ex * (y - a[1]) - ey * (x - a[0]) > 0 ? 1 : -1;
    best = [wx + (side * ey * clearM) / length, wy - (side * ex * clearM) / length, z];
  });
  return best;
}
