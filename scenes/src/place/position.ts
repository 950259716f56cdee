import { type Static, Type } from 'typebox';

const metres = Type.Number({ minimum: -50_000, maximum: 50_000 });

/** Local ENU metres at the site's origin: x east, y north. */
export const GroundPosition = Type.Tuple([metres, metres]);
export type GroundPosition = Static<typeof GroundPosition>;

/** Local ENU metres at the site's origin: x east, y north, z up. */
export const Position = Type.Tuple([metres, metres, metres]);
export type Position = Static<typeof Position>;

/** A place on Earth: WGS 84 / CGCS2000 degrees and ellipsoidal metres. Only at the edges of the house. */
export const GeodeticPosition = Type.Object(
  {
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    lon: Type.Number({ minimum: -180, maximum: 180 }),
    heightM: Type.Number({ minimum: -1000, maximum: 9000 }),
  },
  { additionalProperties: false },
);
export type GeodeticPosition = Static<typeof GeodeticPosition>;
