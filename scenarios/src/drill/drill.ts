import { Position, Text } from '@upwind/scenes';
import { type Static, Type } from 'typebox';
import { Incident } from '../incident/incident.ts';
import { Condition } from './condition.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

/** A step (步骤) of a drill: done when its condition holds; `weight` is its share of the score; `role` who owns it. */
export const Step = Type.Object(
  {
    id,
    title: Text,
    hint: Type.Optional(Text),
    role: Type.Optional(id),
    weight: Type.Number({ exclusiveMinimum: 0, maximum: 100 }),
    condition: Condition,
    clause: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type Step = Static<typeof Step>;

/** A fault (失误): committed when its condition holds. Minor and major deduct, a fatal one fails the attempt. */
export const Fault = Type.Object(
  {
    id,
    title: Text,
    severity: Type.Enum(['minor', 'major', 'fatal']),
    condition: Condition,
    clause: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type Fault = Static<typeof Fault>;

/** How points become a result; see the scoring rule in `SPEC.md`. */
export const Scoring = Type.Object(
  {
    passMark: Type.Number({ minimum: 0, maximum: 100 }),
    minorDeduction: Type.Number({ minimum: 0, maximum: 100 }),
    majorDeduction: Type.Number({ minimum: 0, maximum: 100 }),
    fatalCap: Type.Number({ minimum: 0, maximum: 100 }),
    maxMajorsToPass: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { additionalProperties: false },
);
export type Scoring = Static<typeof Scoring>;

/** Something a trainee can do by a button or by hand, e.g. raise the alarm. */
export const DrillAction = Type.Object(
  { id, title: Text, at: Type.Optional(Position), reachM: Type.Optional(Type.Number({ minimum: 0, maximum: 50 })) },
  { additionalProperties: false },
);
export type DrillAction = Static<typeof DrillAction>;

/** A drill (演练) as data: who, where, what goes wrong, and how it is judged. */
export const Drill = Type.Object(
  {
    id,
    version: Type.String({ pattern: '^\\d+\\.\\d+\\.\\d+$' }),
    site: id,
    profile: Type.String(),
    title: Text,
    briefing: Text,
    durationS: Type.Number({ minimum: 10, maximum: 14_400 }),
    seats: Type.Object(
      { min: Type.Integer({ minimum: 1, maximum: 16 }), max: Type.Integer({ minimum: 1, maximum: 16 }) },
      { additionalProperties: false },
    ),
    roles: Type.Array(
      Type.Object(
        { id, title: Text, starts: Type.Array(Position, { minItems: 1, maxItems: 16 }), facingDeg: Type.Number() },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 16 },
    ),
    /** Second zero of the incident is the start of the running phase. */
    incident: Incident,
    actions: Type.Array(DrillAction, { maxItems: 50 }),
    steps: Type.Array(Step, { minItems: 1, maxItems: 100 }),
    faults: Type.Array(Fault, { maxItems: 100 }),
    scoring: Scoring,
  },
  { additionalProperties: false },
);
export type Drill = Static<typeof Drill>;
