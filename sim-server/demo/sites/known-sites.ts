import { chemicalPark } from './chemical-park.ts';
import type { Particularities } from './particularities.ts';

const bySite: Readonly<Record<string, Particularities>> = { 'chemical-park': chemicalPark };

/** What is special about a site; nothing for one that the simulator was not told about. */
export function particularitiesOf(site: string): Particularities {
  return bySite[site] ?? { transfers: [], normals: {}, follows: {} };
}
