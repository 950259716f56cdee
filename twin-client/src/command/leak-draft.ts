import type { Incident, PeopleGroup, WeatherSample } from '@upwind/scenarios';
import type { Element, Site } from '@upwind/scenes';

/** What a commander decides before a run: which vessel leaks, through what hole, for how long. */
export interface LeakDraft {
  readonly element: string;
  readonly holeDiameterM: number;
  /** Seconds after which somebody closes it; the vessel may be empty before. */
  readonly stopS?: number;
  readonly durationS: number;
}

/** A vessel with contents: what can leak. */
export type Vessel = Element & { readonly contents: NonNullable<Element['contents']> };

const isVessel = (element: Element): element is Vessel =>
  element.contents !== undefined && element.contents.inventoryKg > 0 && element.contents.pressurePa > 0;

/** The vessels of a site, the largest inventory first. */
export function vesselsOf(site: Site): readonly Vessel[] {
  return site.elements.filter(isVessel).sort((a, b) => b.contents.inventoryKg - a.contents.inventoryKg);
}

/** Half a metre above the ground beside the vessel: where its bottom nozzle is. */
const nozzleHeightM = 0.5;

/** A brisk walk on level ground, m/s (Weidmann 1993: 1.34 m/s free speed). */
const walkingMPerS = 1.34;

/** Seconds from the start of a leak until people leave their building: alarm, call, decision. The house's own proposal. */
const preMovementS = 60;

/** Day shift from 8 to 20 by the site's own sun: local mean time from its longitude, so that no time zone table is needed. */
export function isDayShift(site: Site, time: number): boolean {
  const hours = (((time / 3_600_000 + site.origin.lon / 15) % 24) + 24) % 24;
  return hours >= 8 && hours < 20;
}

/** The people usually at the site's elements at this time, as groups that must find a way out. */
export function peopleAt(site: Site, time: number): readonly PeopleGroup[] {
  const day = isDayShift(site, time);
  return site.elements.flatMap((element) => {
    const count = element.people === undefined ? 0 : day ? element.people.day : element.people.night;
    if (count === 0) return [];
    return [{ id: element.id, element: element.id, at: element.at, count, startS: preMovementS, walkingMPerS }];
  });
}

/** The whole incident: with the site it decides every number the engine computes. `now` is UTC ms, second zero. */
export function incidentOf(
  draft: LeakDraft,
  site: Site,
  weather: WeatherSample,
  now: number,
  title: string,
): Incident | undefined {
  const vessel = vesselsOf(site).find(({ id }) => id === draft.element);
  if (vessel === undefined) return undefined;
  const { chemical, phase, pressurePa, temperatureK, inventoryKg } = vessel.contents;
  const [x, y, z] = vessel.at;
  return {
    id: 'draft',
    site: site.id,
    title,
    mode: 'rehearsal',
    startTime: now,
    durationS: draft.durationS,
    seed: 1,
    model: 'resolved',
    weather: [{ ...weather, timeS: 0 }],
    releases: [
      {
        id: 'r1',
        element: vessel.id,
        at: [x, y, z + nozzleHeightM],
        chemical,
        source: {
          kind: 'vessel',
          phase,
          pressurePa,
          temperatureK,
          inventoryKg,
          holeDiameterM: draft.holeDiameterM,
        },
        startS: 0,
        ...(draft.stopS === undefined ? {} : { stopS: draft.stopS }),
      },
    ],
    people: [...peopleAt(site, now)],
  };
}
