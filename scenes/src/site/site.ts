import { type Static, Type } from 'typebox';
import { GeodeticPosition, GroundPosition } from '../place/position.ts';
import { Text } from '../place/text.ts';
import { Element } from './element.ts';
import { OwnChemical } from './own-chemical.ts';
import { Point } from './point.ts';

const id = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$' });
const pointId = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$' });

/** Which points of the site measure its weather; `heightM` is the height of the wind instrument above ground. */
export const WeatherMast = Type.Object(
  {
    element: pointId,
    heightM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
    windSpeed: pointId,
    windDirection: pointId,
    windDirectionDeviation: Type.Optional(pointId),
    airTemperature: Type.Optional(pointId),
    solarRadiation: Type.Optional(pointId),
    humidity: Type.Optional(pointId),
    airPressure: Type.Optional(pointId),
    /** Rain in the last hour. */
    rain: Type.Optional(pointId),
    /** Two thermometers of the mast, for the stability of the night. */
    airTemperatures: Type.Optional(
      Type.Object(
        {
          lower: pointId,
          lowerM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
          upper: pointId,
          upperM: Type.Number({ exclusiveMinimum: 0, maximum: 300 }),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type WeatherMast = Static<typeof WeatherMast>;

/** A chemical park or a mine (厂区 / 矿区): its place on Earth, what stands on it and what is measured. */
export const Site = Type.Object(
  {
    id,
    kind: Type.Enum(['chemical-park', 'mine']),
    name: Text,
    /** Origin of the local ENU metres. */
    origin: GeodeticPosition,
    /** The site's ground rectangle in local metres. */
    extent: Type.Object({ min: GroundPosition, max: GroundPosition }, { additionalProperties: false }),
    /** Aerodynamic roughness length of the surroundings, m (Davenport–Wieringa classes). */
    roughnessM: Type.Number({ minimum: 0.0002, maximum: 3 }),
    mast: Type.Optional(WeatherMast),
    elements: Type.Array(Element, { maxItems: 20_000 }),
    points: Type.Array(Point, { maxItems: 100_000 }),
    /** Chemicals of the site's own; they come before the engine's table. */
    chemicals: Type.Optional(Type.Array(OwnChemical, { maxItems: 500 })),
  },
  { additionalProperties: false },
);
export type Site = Static<typeof Site>;
