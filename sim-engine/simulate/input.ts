import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chlorineLeak, type Incident, readIncident } from '@upwind/scenarios';
import { demoSites, parseSite, type Site } from '@upwind/scenes';
import { SimulateRefusal } from './refusal.ts';

/** Incidents that come with the house, by id, made for a site. */
const incidents: Readonly<Record<string, (site: Site) => Incident>> = { 'chlorine-leak': chlorineLeak };

/** The site of a file, or a demo site by its id. */
export function siteOf(name: string): Site {
  const demo = demoSites.find(({ id }) => id === name);
  return demo ?? parseSite(text(name, `a site's file or one of ${demoSites.map(({ id }) => id).join(', ')}`), name);
}

/** The incident of a file, or one of the house by its id. */
export function incidentOf(name: string, site: Site): Incident {
  const own = Object.hasOwn(incidents, name) ? incidents[name] : undefined;
  if (own !== undefined) return own(site);
  const given = text(name, `an incident's file or one of ${Object.keys(incidents).join(', ')}`);
  return readIncident(parsed(given, name), name, site);
}

function text(name: string, wanted: string): string {
  try {
    // Some editors begin a file with a mark of its byte order, which JSON does not know.
    return readFileSync(resolve(name), 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SimulateRefusal(`"${name}" cannot be read (${reason}); give ${wanted}.`);
  }
}

function parsed(json: string, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SimulateRefusal(`"${name}" is not JSON (${reason}); correct the file.`);
  }
}
