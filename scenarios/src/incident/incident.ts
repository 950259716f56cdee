import { Position } from '@upwind/scenes';
import { type Static, Type } from 'typebox';
import { Release } from './release.ts';
import { WeatherSample } from './weather.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const seconds = Type.Number({ minimum: 0, maximum: 604_800 });

/** People who must find a way out: `count` of them at an element (or at a place) from the start. */
export const PeopleGroup = Type.Object(
  {
    id,
    element: Type.Optional(id),
    at: Position,
    count: Type.Integer({ minimum: 1, maximum: 100_000 }),
    startS: seconds,
    walkingMPerS: Type.Number({ minimum: 0.2, maximum: 3 }),
  },
  { additionalProperties: false },
);
export type PeopleGroup = Static<typeof PeopleGroup>;

/**
 * Which physics computes it: `screening` is open ground and a passive gas, at once; `resolved` is wind around the
 * buildings, heavy gas as such, in seconds. Absent: `screening`.
 */
export const Model = Type.Enum(['screening', 'resolved']);
export type Model = Static<typeof Model>;

/** From `atS` on, these samples are the weather and the earlier ones are forgotten; before it nothing changes. */
export const WeatherChange = Type.Object(
  { atS: seconds, weather: Type.Array(WeatherSample, { minItems: 1, maxItems: 2000 }) },
  { additionalProperties: false },
);
export type WeatherChange = Static<typeof WeatherChange>;

/** What is happening, completely: with the site it decides every number the engine computes. Times are seconds from the incident's start. */
export const Incident = Type.Object(
  {
    id,
    site: id,
    title: Type.String({ minLength: 1, maxLength: 200 }),
    mode: Type.Enum(['live', 'rehearsal', 'drill']),
    /** UTC milliseconds of second zero. */
    startTime: Type.Integer({ minimum: 0, maximum: 8.64e15 }),
    durationS: Type.Number({ minimum: 10, maximum: 86_400 }),
    seed: Type.Integer({ minimum: 0, maximum: 0xffff_ffff }),
    model: Type.Optional(Model),
    /** Whether gas settles on dry open ground. Absent: no, to the safe side; concrete takes little, and soaked ground less. */
    deposition: Type.Optional(Type.Boolean()),
    weather: Type.Array(WeatherSample, { minItems: 1, maxItems: 2000 }),
    /** Turns of the weather that branch the incident off from what was expected, in order of time. */
    weatherChanges: Type.Optional(Type.Array(WeatherChange, { maxItems: 50 })),
    releases: Type.Array(Release, { minItems: 1, maxItems: 20 }),
    people: Type.Array(PeopleGroup, { maxItems: 500 }),
  },
  { additionalProperties: false },
);
export type Incident = Static<typeof Incident>;
