import { type Static, Type } from 'typebox';
import { Position } from '../place/position.ts';
import { Text } from '../place/text.ts';

const id = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

/** What is measured. The unit of a value is the point's `unit`, always as stored and shown: no hidden conversion. */
export const Quantity = Type.Enum([
  'temperature',
  'pressure',
  'level',
  'flow',
  'gas-concentration',
  'oxygen',
  'vibration',
  'current',
  'valve-position',
  'running',
  'wind-speed',
  'wind-direction',
  'wind-direction-deviation',
  'air-temperature',
  'humidity',
  'air-pressure',
  'solar-radiation',
  'rain',
  'people-count',
]);
export type Quantity = Static<typeof Quantity>;

/** Alarm priority: 紧急, 高, 中, 低. */
export const Priority = Type.Enum(['critical', 'high', 'medium', 'low']);
export type Priority = Static<typeof Priority>;

/** One limit of a point: crossing `value` in the direction of its name raises an alarm of this priority. */
export const Limit = Type.Object({ value: Type.Number(), priority: Priority }, { additionalProperties: false });
export type Limit = Static<typeof Limit>;

/** The limits of a point; `deadBand` in the point's unit must be left before the alarm returns to normal. */
export const Limits = Type.Object(
  {
    lowLow: Type.Optional(Limit),
    low: Type.Optional(Limit),
    high: Type.Optional(Limit),
    highHigh: Type.Optional(Limit),
    deadBand: Type.Optional(Type.Number({ minimum: 0 })),
    onDelayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600_000 })),
    offDelayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 3_600_000 })),
  },
  { additionalProperties: false },
);
export type Limits = Static<typeof Limits>;
export type LimitName = 'lowLow' | 'low' | 'high' | 'highHigh';

/** One telemetry quantity (测点) on an element. A value outside `range` is refused as impossible and counted. */
export const Point = Type.Object(
  {
    id,
    element: id,
    name: Text,
    quantity: Quantity,
    unit: Type.String({ maxLength: 16 }),
    range: Type.Object({ low: Type.Number(), high: Type.Number() }, { additionalProperties: false }),
    limits: Type.Optional(Limits),
    at: Position,
    /** Usual time between samples; a value older than five periods (at least 5 s) is shown as stale. */
    periodMs: Type.Integer({ minimum: 100, maximum: 86_400_000 }),
    /** For gas points: the chemical of the engine's table. */
    chemical: Type.Optional(id),
  },
  { additionalProperties: false },
);
export type Point = Static<typeof Point>;
