import { Position } from '@upwind/scenes';
import { type Static, Type } from 'typebox';
import { ReleaseSource } from './release-source.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });
const seconds = Type.Number({ minimum: 0, maximum: 604_800 });
const closed = { additionalProperties: false };

/**
 * Something done to a running release, at a time of the incident: the leak starts (again), its valve is set to a share
 * of its opening, is closed evenly within `overS`, or the leak is stopped at the opening itself. A closed valve of a
 * pipe still lets out what the pipe holds; a stopped leak lets out nothing.
 */
export const ReleaseAction = Type.Union([
  Type.Object({ timeS: seconds, kind: Type.Literal('start') }, closed),
  Type.Object(
    { timeS: seconds, kind: Type.Literal('throttle'), share: Type.Number({ minimum: 0, maximum: 1 }) },
    closed,
  ),
  Type.Object(
    { timeS: seconds, kind: Type.Literal('close'), overS: Type.Number({ minimum: 0, maximum: 86_400 }) },
    closed,
  ),
  Type.Object({ timeS: seconds, kind: Type.Literal('stop') }, closed),
]);
export type ReleaseAction = Static<typeof ReleaseAction>;

/** What a spilled liquid lies on. */
export const SpillSurface = Type.Enum(['soil', 'concrete', 'water']);
export type SpillSurface = Static<typeof SpillSurface>;

/** A wall round the spill: the area within and the height of the wall. */
export const Bund = Type.Object(
  {
    areaM2: Type.Number({ exclusiveMinimum: 0, maximum: 1e6 }),
    heightM: Type.Number({ exclusiveMinimum: 0, maximum: 20 }),
  },
  closed,
);
export type Bund = Static<typeof Bund>;

/** Where the jet points: degrees clockwise from north, and degrees above the horizon. */
export const JetDirection = Type.Object(
  {
    towardsDeg: Type.Optional(Type.Number({ minimum: 0, maximum: 360 })),
    upDeg: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
  },
  closed,
);
export type JetDirection = Static<typeof JetDirection>;

/**
 * One release (泄漏): a chemical that leaves at a place from `startS`, until `stopS` or until there is no more, changed
 * on its way by `actions`.
 */
export const Release = Type.Object(
  {
    id,
    element: Type.Optional(id),
    at: Position,
    chemical: id,
    source: ReleaseSource,
    startS: seconds,
    stopS: Type.Optional(seconds),
    actions: Type.Optional(Type.Array(ReleaseAction, { maxItems: 100 })),
    /** Absent: with the wind, level. */
    jet: Type.Optional(JetDirection),
    /** Absent: concrete. */
    surface: Type.Optional(SpillSurface),
    bund: Type.Optional(Bund),
  },
  closed,
);
export type Release = Static<typeof Release>;
