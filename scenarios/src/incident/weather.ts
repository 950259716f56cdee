import { type Static, Type } from 'typebox';

/** Pasquill stability class, A very unstable … F stable (Pasquill 1961). */
export const StabilityClass = Type.Enum(['A', 'B', 'C', 'D', 'E', 'F']);
export type StabilityClass = Static<typeof StabilityClass>;

/**
 * What a mast (or a person) says of the weather at one time. Wind comes FROM `windFromDeg` (0 north, 90 east);
 * `windHeightM` is the instrument's height. Stability is judged from the sun's or the net radiation by day, else from the
 * temperature difference, net radiation or cloud, else from σθ, else it is `stability`. Every measurement beyond wind and
 * temperature is optional; what is missing is assumed and named in the result.
 */
export const WeatherSample = Type.Object(
  {
    timeS: Type.Number({ minimum: 0, maximum: 604_800 }),
    windSpeedMPerS: Type.Number({ minimum: 0, maximum: 60 }),
    windFromDeg: Type.Number({ minimum: 0, maximum: 360 }),
    windHeightM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
    temperatureK: Type.Number({ minimum: 200, maximum: 340 }),
    /** Height of the thermometer; 2 m where absent. */
    temperatureHeightM: Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 300 })),
    /** Temperature at the upper height less that at the lower, as two thermometers of one mast show it. */
    temperatureDifference: Type.Optional(
      Type.Object(
        {
          lowerM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
          upperM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
          upperLessLowerK: Type.Number({ minimum: -30, maximum: 30 }),
        },
        { additionalProperties: false },
      ),
    ),
    sigmaThetaDeg: Type.Optional(Type.Number({ minimum: 0, maximum: 104 })),
    solarWPerM2: Type.Optional(Type.Number({ minimum: 0, maximum: 1500 })),
    /** Net radiation, down less up, of sun and warmth together; negative by clear night. */
    netRadiationWPerM2: Type.Optional(Type.Number({ minimum: -300, maximum: 1200 })),
    cloudOktas: Type.Optional(Type.Number({ minimum: 0, maximum: 8 })),
    mixingHeightM: Type.Optional(Type.Number({ minimum: 10, maximum: 5000 })),
    pressurePa: Type.Optional(Type.Number({ minimum: 45_000, maximum: 110_000 })),
    /** 0…1. */
    relativeHumidity: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    rainMmPerH: Type.Optional(Type.Number({ minimum: 0, maximum: 500 })),
    stability: Type.Optional(StabilityClass),
  },
  { additionalProperties: false },
);
export type WeatherSample = Static<typeof WeatherSample>;
