import { ScenarioError } from '../errors.ts';
import type { Incident } from './incident.ts';
import type { Release, ReleaseAction } from './release.ts';
import type { WeatherSample } from './weather.ts';

/** What is different from a time on. */
export interface IncidentChange {
  /** Weather from then on, in place of what was expected. */
  readonly weather?: readonly WeatherSample[];
  /** Releases that begin then or later. */
  readonly releases?: readonly Release[];
  /** What is done to each of these releases then or later, by id: throttled, closed, stopped, started again. */
  readonly actions?: Readonly<Record<string, readonly ReleaseAction[]>>;
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
  const { weather, releases = [], actions = {} } = change;
  for (const release of releases) {
    if (release.startS < atS) {
      throw refusal(
        incident,
        `release "${release.id}" would begin at ${release.startS} s, before the branch at ${atS} s: start it later`,
      );
    }
  }
  for (const [name, added] of Object.entries(actions)) {
    if (!incident.releases.some((release) => release.id === name)) {
      throw refusal(incident, `has no release "${name}" to act on: name one of its releases`);
    }
    const early = added.find(({ timeS }) => timeS < atS);
    if (early !== undefined) {
      throw refusal(
        incident,
        `release "${name}" would be acted on at ${early.timeS} s, before the branch at ${atS} s: act later`,
      );
    }
  }
  return {
    ...incident,
    id,
    releases: [...incident.releases.map((release) => changed(release, actions, atS)), ...releases],
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

/** A release as it goes on: what was planned for later than the branch gives way to what is done now. */
function changed(release: Release, actions: NonNullable<IncidentChange['actions']>, atS: number): Release {
  const added = Object.hasOwn(actions, release.id) ? actions[release.id] : undefined;
  if (added === undefined) return release;
  return { ...release, actions: [...(release.actions ?? []).filter(({ timeS }) => timeS < atS), ...added] };
}

function refusal({ id }: Incident, what: string): ScenarioError {
  return new ScenarioError('UPW_SCENARIO_REFERENCE', `Incident "${id}": ${what}.`);
}
