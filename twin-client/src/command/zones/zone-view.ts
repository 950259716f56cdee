import type { Incident } from '@upwind/scenarios';
import type { Language } from '@upwind/scenes';
import {
  type HazardField,
  type IncidentResult,
  type ProfileLevel,
  type ProfileLimit,
  type ProfileZone,
  profileLimits,
  profileZones,
  substanceOf,
} from '@upwind/sim-engine';

/** The lists of limits that a commander chooses from. */
export const profileChoices = {
  aegl: ['aegl-1', 'aegl-2', 'aegl-3'],
  erpg: ['erpg-1', 'erpg-2', 'erpg-3'],
  idlh: ['idlh'],
  lel: ['lfl-10', 'lfl-50', 'lfl-100'],
} as const satisfies Record<string, readonly ProfileLevel[]>;
export type ProfileChoice = keyof typeof profileChoices;
export const profileNames = Object.keys(profileChoices) as readonly ProfileChoice[];

/** By which limits and at which height above ground the zones are cut. */
export interface ZoneView {
  readonly profile: ProfileChoice;
  readonly heightM: number;
}

/** Highest cut that the desk offers, m. */
export const highestCutM = 60;

/** Limits that depend on the exposure time are those of the whole incident, at least of EPA's shortest duration. */
function settingOf(incident: Incident) {
  return {
    minutes: Math.max(10, incident.durationS / 60),
    temperatureK: incident.weather[0]?.temperatureK ?? 293.15,
  };
}

/** The limits of a field's chemical in a list; none where the list has none for it. Loads are left to the zones. */
export function limitsOf(field: HazardField, incident: Incident, profile: ProfileChoice): readonly ProfileLimit[] {
  return profileLimits(substanceOf(field), profileChoices[profile], settingOf(incident));
}

/** The lowest limit of any list, kg/m³: from there up the gas matters. */
export function lowestLimit(field: HazardField, incident: Incident): number | undefined {
  const limits = profileNames.flatMap((profile) => limitsOf(field, incident, profile)).map(({ limit }) => limit);
  return limits.length === 0 ? undefined : Math.min(...limits);
}

/** The list to begin with: what reaches farther, poison or fire; else the first that has anything. */
export function firstProfile(field: HazardField, incident: Incident): ProfileChoice {
  const of = (profile: ProfileChoice, level: ProfileLevel) =>
    limitsOf(field, incident, profile).find((limit) => limit.level === level)?.limit ?? Number.POSITIVE_INFINITY;
  if (of('lel', 'lfl-50') < of('aegl', 'aegl-2')) return 'lel';
  return profileNames.find((profile) => limitsOf(field, incident, profile).length > 0) ?? 'aegl';
}

/** The zones of all chemicals of a run, at a time, as they are viewed. */
export function zonesIn(
  { fields }: IncidentResult,
  incident: Incident,
  { profile, heightM }: ZoneView,
  timeS: number,
): ProfileZone[] {
  const sources = incident.releases.map(({ at }) => [at[0], at[1]] as const);
  const setting = settingOf(incident);
  return fields.flatMap((field) =>
    profileZones(field, { ...setting, levels: profileChoices[profile], timeS, heightM, sources }),
  );
}

/** The level whose reach is said first: that of lasting harm, or half of what burns. */
export function tellingZone(zones: readonly ProfileZone[]): ProfileZone | undefined {
  return zones.find(({ level }) => /^(aegl-2|erpg-2|idlh|lfl-50)$/.test(level)) ?? zones[0];
}

/** A level as people call it. */
export function levelName(level: ProfileLevel, language: Language): string {
  const [kind = '', rank] = level.split('-');
  if (kind === 'lfl') return language === 'zh' ? `${rank}% 爆炸下限` : `${rank} % LEL`;
  return level.toUpperCase();
}
