import { ScenarioError } from '../errors.ts';
import type { Incident } from './incident.ts';
import type { Release } from './release.ts';
import type { WeatherSample } from './weather.ts';

/** What is different from a time on. */
export interface IncidentChange {
  /** Weather from then on, in place of what was expected. */
  readonly weather?: readonly WeatherSample[];
  /** Releases that begin then or later. */
  readonly releases?: readonly Release[];
  /** Second at which each of these releases stops, by id. */
  readonly stops?: Readonly<Record<string, number>>;
}

/**
 * The incident as it would go if something changed at `atS` ("what if the wind had turned"). Nothing before `atS`
 * differs, so every frame up to then has the same bytes.
 *
 * @throws ScenarioError where the change would rewrite what was before `atS`, or names a release that is not there.
 */
export function branchIncident(incident: Incident, atS: number, change: IncidentChange, id: string): Incident {
  if (!(atS >= 0 && atS < incident.durationS)) {
    throw refusal(incident, `cannot branch at second ${atS}: give a time from 0 to before ${incident.durationS} s`);
  }
  const { weather, releases = [], stops = {} } = change;
  for (const release of releases) {
    if (release.startS < atS) {
      throw refusal(
        incident,
        `release "${release.id}" would begin at ${release.startS} s, before the branch at ${atS} s: start it later`,
      );
    }
  }
  for (const [name, stopS] of Object.entries(stops)) {
    const known = incident.releases.find((release) => release.id === name);
    if (known === undefined) throw refusal(incident, `has no release "${name}" to stop: name one of its releases`);
    if (stopS < atS || stopS <= known.startS) {
      throw refusal(
        incident,
        `release "${name}" would stop at ${stopS} s, before the branch at ${atS} s or its own start: stop it later`,
      );
    }
    if ((known.stopS ?? Number.POSITIVE_INFINITY) < atS) {
      throw refusal(incident, `release "${name}" has stopped before the branch at ${atS} s: leave it as it is`);
    }
  }
  return {
    ...incident,
    id,
    releases: [
      ...incident.releases.map((release) => {
        const stopS = Object.hasOwn(stops, release.id) ? stops[release.id] : undefined;
        return stopS === undefined ? release : { ...release, stopS };
      }),
      ...releases,
    ],
    ...(weather === undefined
      ? {}
      : {
          weatherChanges: [
            ...(incident.weatherChanges ?? []).filter((earlier) => earlier.atS < atS),
            { atS, weather: [...weather] },
          ],
        }),
  };
}

function refusal({ id }: Incident, what: string): ScenarioError {
  return new ScenarioError('UPW_SCENARIO_REFERENCE', `Incident "${id}": ${what}.`);
}
