import type { Site } from '@upwind/scenes';
import { Check, Errors } from 'typebox/value';
import { ScenarioError } from '../errors.ts';
import { Incident } from '../incident/incident.ts';
import { releaseFaults } from './release-faults.ts';
import { refuse } from './schema.ts';

const refer = (what: string, source: string): never => {
  throw new ScenarioError('UPW_SCENARIO_REFERENCE', `The incident in ${source} ${what}.`);
};

/**
 * Reads an incident that somebody else wrote: schema, finite numbers, and, with a site, that its elements exist.
 *
 * @throws ScenarioError with one sentence: what, where, what to do.
 */
export function readIncident(json: unknown, source: string, site?: Site): Incident {
  if (!Check(Incident, json)) {
    const faults = releaseFaults(json);
    refuse('incident', source, faults.length > 0 ? faults : Errors(Incident, json));
  }
  const incident = json as Incident;
  const { releases, people, weather, weatherChanges } = incident;
  for (const release of releases) {
    if (release.stopS !== undefined && release.stopS <= release.startS) {
      refer(
        `stops release ${release.id} at ${release.stopS} s, not after its start at ${release.startS} s: set a later stopS`,
        source,
      );
    }
  }
  checkOrder(weather, 'weather', source);
  const changes = weatherChanges ?? [];
  changes.forEach(({ atS, weather: samples }, k) => {
    checkOrder(samples, `weatherChanges[${k}].weather`, source);
    if (k > 0 && atS <= (changes[k - 1]?.atS ?? 0)) {
      refer(`has weatherChanges[${k}].atS not after the change before it: order the changes by time`, source);
    }
  });
  for (const [what, list] of [
    ['release', releases],
    ['people group', people],
  ] as const) {
    const ids = new Set<string>();
    for (const { id } of list) {
      if (ids.has(id)) refer(`has two ${what}s with the id "${id}": give each its own`, source);
      ids.add(id);
    }
  }
  if (site !== undefined) checkPlaces(incident, source, site);
  return incident;
}

function checkOrder(samples: Incident['weather'], where: string, source: string): void {
  for (let i = 1; i < samples.length; i++) {
    if ((samples[i]?.timeS ?? 0) <= (samples[i - 1]?.timeS ?? 0)) {
      refer(`has ${where}[${i}].timeS not after the sample before it: order the samples by time`, source);
    }
  }
}

function checkPlaces({ site: siteId, releases, people }: Incident, source: string, site: Site): void {
  if (siteId !== site.id) refer(`is for the site "${siteId}", not for "${site.id}": name the right site`, source);
  const known = new Set(site.elements.map(({ id }) => id));
  for (const { id, element } of [...releases, ...people]) {
    if (element !== undefined && !known.has(element)) {
      refer(
        `names the element "${element}" in "${id}", which the site ${site.id} does not have: choose one of its elements`,
        source,
      );
    }
  }
}
