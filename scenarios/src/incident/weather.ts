import { type Static, Type } from 'typebox';

/** Pasquill stability class, A very unstable … F stable (Pasquill 1961). */
export const StabilityClass = Type.Enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type StabilityClass = Static<typeof StabilityClass>;

/**
 * What a mast (or a person) says of the weather at one time. Wind comes FROM `windFromDeg` (0 north, 90 east);
 * `windHeightM` is the instrument's height. Stability is judged from σθ, else radiation or cloud, else `stability`.
 */
export const WeatherSample = Type.Object(
  {
    timeS: Type.Number({ minimum: 0, maximum: 604_800 }),
    windSpeedMPerS: Type.Number({ minimum: 0, maximum: 60 }),
    windFromDeg: Type.Number({ minimum: 0, maximum: 360 }),
    windHeightM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
    temperatureK: Type.Number({ minimum: 200, maximum: 340 }),
    sigmaThetaDeg: Type.Optional(Type.Number({ minimum: 0, maximum: 104 })),
    solarWPerM2: Type.Optional(Type.Number({ minimum: 0, maximum: 1500 })),
    cloudOktas: Type.Optional(Type.Number({ minimum: 0, maximum: 8 })),
    stability: Type.Optional(StabilityClass),
  },
  { additionalProperties: false },
);
export type WeatherSample = Static<typeof WeatherSample>;
