import type { Incident } from '@upwind/scenarios';
import type { Site } from '@upwind/scenes';
import { chemicalOf } from '../chemicals/table.ts';
import { EngineError } from '../errors.ts';
import { groundOf } from '../wind/terrain.ts';
import { placed } from './placement.ts';

/** Releases farther from the site than this, or higher, belong to another place. */
const farthestM = 2000;
const highestM = 300;

/**
 * Refuses what the schema allows and the physics does not: another site's incident, a chemical without data, a release
 * below ground, above the domain, far from the site or at no time.
 */
export function checkIncident(site: Site, incident: Incident): void {
  if (incident.site !== site.id) {
    throw new EngineError(
      'UPW_ENGINE_SITE_MISMATCH',
      `Incident "${incident.id}" is of the site "${incident.site}", not of "${site.id}"; open it on its own site.`,
    );
  }
  const { min, max } = site.extent;
  if (!(max[0] - min[0] >= 1) || !(max[1] - min[1] >= 1)) {
    throw new EngineError(
      'UPW_ENGINE_SITE_INVALID',
      `Site "${site.id}": the extent must be at least 1 m wide each way, from min to max; correct "extent".`,
    );
  }
  const ground = groundOf(site);
  for (const { release } of placed(site, incident)) {
    const [x, y, z] = release.at;
    const where = `release "${release.id}"`;
    chemicalOf(release.chemical, where, site);
    const outside = Math.max(min[0] - x, x - max[0], min[1] - y, y - max[1]);
    const level = ground(x, y);
    const heightM = z - level;
    if (!(outside <= farthestM) || !(heightM >= -1) || !(heightM <= highestM)) {
      throw new EngineError(
        'UPW_ENGINE_RELEASE_OUTSIDE',
        `Release "${release.id}" at (${x}, ${y}, ${z}) m is below ground (here at ${Math.round(10 * level) / 10} m), more than ${highestM} m above it or more than ${farthestM} m off the site "${site.id}"; give its place in the site's local metres.`,
      );
    }
    if (release.startS >= incident.durationS || (release.stopS !== undefined && release.stopS <= release.startS)) {
      throw new EngineError(
        'UPW_ENGINE_RELEASE_TIME',
        `Release "${release.id}" runs from second ${release.startS} to ${release.stopS ?? 'the end'} of an incident of ${incident.durationS} s, which is no time at all; correct startS or stopS.`,
      );
    }
  }
}
