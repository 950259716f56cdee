import { type Static, Type } from 'typebox';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

/**
 * A machine-checkable fact about one trainee, judged on the server's own recording: never on what a client claims.
 * A number may be given as `{rule}`: the value of that rule in the drill's profile.
 */
export const RuleRef = Type.Object({ rule: Type.String() }, { additionalProperties: false });
const quantity = Type.Union([Type.Number(), RuleRef]);

export const Condition = Type.Union([
  /** Stands within `radiusM` (ground distance) of the element, for the first time before `beforeS`. */
  Type.Object(
    { kind: Type.Literal('reaches'), element: id, radiusM: quantity, beforeS: Type.Optional(quantity) },
    { additionalProperties: false },
  ),
  /** Stands within `radiusM` of ANY muster point (or of the named ones) before `beforeS`. */
  Type.Object(
    {
      kind: Type.Literal('reaches-muster-point'),
      elements: Type.Optional(Type.Array(id, { minItems: 1, maxItems: 50 })),
      radiusM: quantity,
      beforeS: Type.Optional(quantity),
    },
    { additionalProperties: false },
  ),
  /** Began to move (more than `distanceM` from the start place) within `withinS` of the release's start. */
  Type.Object(
    { kind: Type.Literal('moves-off'), distanceM: quantity, withinS: quantity },
    { additionalProperties: false },
  ),
  /**
   * Left crosswind: over the first `overM` metres walked after the release starts, the angle between the way made good
   * and the downwind direction is at least `minDeg` (90 = straight across, 180 = straight upwind).
   */
  Type.Object(
    { kind: Type.Literal('leaves-crosswind'), overM: quantity, minDeg: quantity },
    { additionalProperties: false },
  ),
  /** Was ever inside the threat zone of this level. */
  Type.Object(
    { kind: Type.Literal('enters-threat-zone'), level: Type.Enum(['aegl-1', 'aegl-2', 'aegl-3']) },
    { additionalProperties: false },
  ),
  /** Toxic dose as a fraction of the AEGL of this level (1 = the level's toxic load) exceeds `fraction`. */
  Type.Object(
    { kind: Type.Literal('dose-exceeds'), level: Type.Enum(['aegl-1', 'aegl-2', 'aegl-3']), fraction: quantity },
    { additionalProperties: false },
  ),
  /** Reported the alarm (the action `id`) within `withinS` of the release's start. */
  Type.Object({ kind: Type.Literal('acts'), action: id, withinS: quantity }, { additionalProperties: false }),
  /** Left the site or the drill before it ended. */
  Type.Object({ kind: Type.Literal('leaves-before-end') }, { additionalProperties: false }),
]);
export type Condition = Static<typeof Condition>;
