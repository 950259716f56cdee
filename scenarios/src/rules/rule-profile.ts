import { Text } from '@upwind/scenes';
import { type Static, Type } from 'typebox';

/** A limit with the clause that sets it: limits are data with a source, never constants in code. */
export const Rule = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' }),
    value: Type.Number(),
    unit: Type.String({ maxLength: 16 }),
    clause: Type.String({ minLength: 1, maxLength: 200 }),
    /** How sure the clause is: read in the text, quoted second hand, or the house's own proposal. */
    trust: Type.Enum(['read', 'second-hand', 'proposed']),
  },
  { additionalProperties: false },
);
export type Rule = Static<typeof Rule>;

/** The regulation a drill is judged by (规则集), with version. */
export const RuleProfile = Type.Object(
  {
    id: Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$' }),
    version: Type.String({ minLength: 1, maxLength: 32 }),
    title: Text,
    rules: Type.Array(Rule, { maxItems: 200 }),
  },
  { additionalProperties: false },
);
export type RuleProfile = Static<typeof RuleProfile>;
